import {
  accountName,
  CannotRun,
  computerName,
  environmentOf,
  localTime,
  ScriptExit,
  windowsServices,
  type WindowsSession,
} from './session';

interface BatState {
  session: WindowsSession;
  env: Map<string, string>;
  errorLevel: number;
  echo: boolean;
}

/** Characters that make a line more than one plain statement. */
const BEYOND = /[|<>&]|^\(|\)$/;

/** Runs a batch file; answers its exit code. Throws CannotRun or ScriptExit. */
export function runBat(script: string, session: WindowsSession): number {
  const state: BatState = { session, env: environmentOf(session), errorLevel: 0, echo: true };
  script.split(/\r?\n/).forEach((raw, index) => runLine(raw, index + 1, state));
  return state.errorLevel;
}

function runLine(raw: string, line: number, state: BatState): void {
  let statement = raw.trim();
  if (statement === '' || /^(?:rem\b|::)/i.test(statement) || /^:\w+$/.test(statement)) return;
  const quiet = statement.startsWith('@');
  statement = expand(quiet ? statement.slice(1).trim() : statement, state);
  if (state.echo && !quiet) state.session.write(`\n${state.session.cwd}>${statement}\n`);
  runStatement(statement, line, state);
}

function runStatement(statement: string, line: number, state: BatState): void {
  const condition = /^if\s+(not\s+)?errorlevel\s+(\d+)\s+(.+)$/i.exec(statement);
  if (condition !== null) {
    const holds = state.errorLevel >= Number(condition[2]);
    if (holds !== (condition[1] !== undefined)) runStatement(condition[3] ?? '', line, state);
    return;
  }
  const match = /^([A-Za-z0-9_]+)([.:]?)\s?(.*)$/s.exec(statement);
  const name = (match?.[1] ?? '').toLowerCase();
  const rest = match?.[3] ?? '';
  const run = STATEMENTS[name];
  if (run === undefined || BEYOND.test(statement.replace(/"[^"]*"|\^./g, '')))
    throw new CannotRun(statement, line);
  const known = run(rest, state, match?.[2] ?? '');
  if (known === false) throw new CannotRun(statement, line);
}

/** `%NAME%`, `%ERRORLEVEL%`, `%%`. An unknown name is empty, as in a batch file. */
function expand(text: string, { env, errorLevel, session }: BatState): string {
  return text.replace(/%%|%([^%\s]+)%/g, (whole, name: string | undefined) => {
    if (name === undefined) return whole === '%%' ? '%' : '';
    const key = name.toUpperCase();
    if (key === 'ERRORLEVEL') return String(errorLevel);
    if (key === 'CD') return session.cwd;
    if (key === 'DATE') return localTime(session).toISOString().slice(0, 10).replaceAll('-', '/');
    if (key === 'TIME') return localTime(session).toISOString().slice(11, 22);
    return env.get(key) ?? '';
  });
}

/** Answers false for a form of the statement that it does not know. */
const STATEMENTS: Readonly<Record<string, (rest: string, state: BatState, mark: string) => boolean | void>> =
  {
    echo: (rest, state, mark) => {
      const word = rest.trim().toLowerCase();
      if (mark === '' && (word === 'on' || word === 'off')) state.echo = word === 'on';
      else if (mark === '' && word === '') state.session.write(`ECHO is ${state.echo ? 'on' : 'off'}.\n`);
      else state.session.write(`${rest.replace(/\^(.)/g, '$1')}\n`);
    },
    set: (rest, state) => {
      const match = /^"?([^=/]+)=(.*?)"?$/.exec(rest);
      if (match !== null) {
        state.env.set((match[1] ?? '').trim().toUpperCase(), match[2] ?? '');
        return;
      }
      if (rest.trim() !== '') return false;
      for (const [name, value] of state.env) state.session.write(`${name}=${value}\n`);
    },
    exit: (rest, state) => {
      const code = /^(?:\/b\s*)?(-?\d+)?\s*$/i.exec(rest);
      if (code === null) return false;
      throw new ScriptExit(code[1] === undefined ? state.errorLevel : Number(code[1]));
    },
    hostname: (rest, { session }) => (rest === '' ? session.write(`${session.instance.hostName}\n`) : false),
    whoami: (rest, { session }) => (rest === '' ? session.write(`${accountName(session)}\n`) : false),
    ver: (_, { session }) => session.write(`\nMicrosoft Windows [Version ${session.instance.kernel}]\n`),
    cd: changeDirectory,
    chdir: changeDirectory,
    title: () => {},
    setlocal: () => {},
    endlocal: () => {},
    cls: () => {},
    date: (rest, { session }) =>
      /^\/t$/i.test(rest.trim())
        ? session.write(`${localTime(session).toISOString().slice(0, 10).replaceAll('-', '/')}\n`)
        : false,
    time: (rest, { session }) =>
      /^\/t$/i.test(rest.trim())
        ? session.write(`${localTime(session).toISOString().slice(11, 16)}\n`)
        : false,
    systeminfo: (rest, { session }) => {
      if (rest !== '') return false;
      const { instance } = session;
      session.write(
        [
          `Host Name:                 ${computerName(instance)}`,
          `OS Name:                   Microsoft ${instance.osNameEn.replace(/\s+/g, ' ')}`,
          `OS Version:                ${instance.kernel}`,
          'System Manufacturer:       Alibaba Cloud',
          'System Model:              Alibaba Cloud ECS',
          `Total Physical Memory:     ${instance.memoryMiB.toLocaleString('en-US')} MB`,
          '',
        ].join('\n'),
      );
    },
    sc: (rest, state) => {
      const name = /^query\s+(\S+)$/i.exec(rest.trim())?.[1];
      if (name === undefined) return false;
      const service = windowsServices(state.session.instance).find(
        (item) => item.name.toLowerCase() === name.toLowerCase(),
      );
      state.errorLevel = service === undefined ? 1060 : 0;
      state.session.write(
        service === undefined
          ? '[SC] EnumQueryServicesStatus:OpenService FAILED 1060:\n\nThe specified service does not exist as an installed service.\n'
          : `\nSERVICE_NAME: ${service.name}\n        TYPE               : 20  WIN32_SHARE_PROCESS\n        STATE              : 4  RUNNING\n`,
      );
    },
  };

function changeDirectory(rest: string, state: BatState): boolean | void {
  const { session } = state;
  const path = rest
    .replace(/^\/d\s+/i, '')
    .replaceAll('"', '')
    .trim();
  if (path === '') return session.write(`${session.cwd}\n`);
  const target = session.directories.find(
    (known) => known.toLowerCase() === path.toLowerCase().replace(/(?<=.{3})\\$/, ''),
  );
  state.errorLevel = target === undefined ? 1 : 0;
  if (target === undefined) session.write('The system cannot find the path specified.\n');
  else session.cwd = target;
}
