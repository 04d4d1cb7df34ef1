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

interface State {
  session: WindowsSession;
  env: Map<string, string>;
  variables: Map<string, string>;
  line: number;
}

/** Runs a PowerShell script of plain statements; answers its exit code. Throws CannotRun or ScriptExit. */
export function runPowerShell(script: string, session: WindowsSession): number {
  const state: State = { session, env: environmentOf(session), variables: new Map(), line: 0 };
  const plain = script.replace(/<#[\s\S]*?#>/g, (comment) => comment.replace(/[^\n]/g, ''));
  for (const [index, raw] of plain.split(/\r?\n/).entries()) {
    state.line = index + 1;
    for (const statement of splitStatements(raw)) runStatement(statement, state);
  }
  return 0;
}

/** Splits at `;` and drops a `#` comment, both outside quotes. */
function splitStatements(line: string): string[] {
  const statements: string[] = [];
  let quote = '';
  let from = 0;
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (quote !== '') {
      if (char === '`' && quote === '"') at += 1;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === ';' || (char === '#' && /^$|\s/.test(line.charAt(at - 1)))) {
      statements.push(line.slice(from, at));
      from = at + 1;
      if (char === '#') return statements.map((text) => text.trim()).filter(Boolean);
    }
  }
  statements.push(line.slice(from));
  return statements.map((text) => text.trim()).filter(Boolean);
}

function runStatement(statement: string, state: State): void {
  const assignment = /^\$(env:)?(\w+)\s*=\s*(.+)$/i.exec(statement);
  if (assignment !== null) {
    const [, scope, name = '', expression = ''] = assignment;
    const target = scope === undefined ? state.variables : state.env;
    const key = scope === undefined ? name.toLowerCase() : name.toUpperCase();
    target.set(key, valueOf(expression, statement, state));
    return;
  }
  const exit = /^exit(?:\s+(.+))?$/i.exec(statement);
  if (exit !== null) {
    const code = Number(exit[1] === undefined ? 0 : valueOf(exit[1], statement, state));
    if (!Number.isInteger(code)) throw new CannotRun(statement, state.line);
    throw new ScriptExit(code);
  }
  const print = /^(?:Write-Output|Write-Host|echo)(?:\s+(.*))?$/i.exec(statement);
  if (print !== null) {
    const host = /^write-host/i.test(statement);
    const values = splitWords(print[1] ?? '', statement, state);
    state.session.write(host ? `${values.join(' ')}\n` : values.map((value) => `${value}\n`).join(''));
    return;
  }
  if (/^Set-Location\b|^cd\b/i.test(statement)) return changeLocation(statement, state);
  state.session.write(`${valueOf(statement, statement, state)}\n`);
}

function changeLocation(statement: string, { session, line }: State): void {
  const path = statement.replace(/^\S+\s*/, '').replace(/^["']|["']$/g, '');
  const target = session.directories.find((known) => known.toLowerCase() === path.toLowerCase());
  if (target === undefined) throw new CannotRun(statement, line);
  session.cwd = target;
}

/** Arguments of Write-Output and Write-Host, parted by blanks. */
function splitWords(text: string, statement: string, state: State): string[] {
  const words = text.match(/"(?:`.|[^"`])*"|'(?:''|[^'])*'|\([^()]*\)|[^\s"'()]+/g) ?? [];
  if (words.join('') !== text.replace(/\s+(?=(?:[^"']*["'][^"']*["'])*[^"']*$)/g, '') && /[|&{}]/.test(text))
    throw new CannotRun(statement, state.line);
  return words.map((word) => {
    if (/^[|&{}>]|^-\w/.test(word)) throw new CannotRun(statement, state.line);
    return /^["'($]/.test(word) ? valueOf(word, statement, state) : word;
  });
}

/** The text an expression comes to. */
function valueOf(expression: string, statement: string, state: State): string {
  const text = expression.trim();
  const { session } = state;
  const single = /^'((?:''|[^'])*)'$/.exec(text);
  if (single !== null) return (single[1] ?? '').replaceAll("''", "'");
  const double = /^"((?:`.|""|[^"`])*)"$/s.exec(text);
  if (double !== null) return interpolate(double[1] ?? '', statement, state);
  if (/^-?\d+(\.\d+)?$/.test(text)) return text;
  const group = /^\$?\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(text);
  if (group !== null) return valueOf(group[1] ?? '', statement, state);
  const environment = /^\$env:(\w+)$/i.exec(text);
  if (environment !== null) return state.env.get((environment[1] ?? '').toUpperCase()) ?? '';
  const variable = /^\$(\w+)$/.exec(text);
  if (variable !== null) return readVariable(variable[1] ?? '', state);
  const command = COMMANDS[text.toLowerCase().replace(/\s+/g, ' ')];
  if (command !== undefined) return command(session);
  const service = /^get-service\s+(?:-name\s+)?["']?([\w*]+)["']?$/i.exec(text);
  if (service !== null) return serviceTable(session, service[1] ?? '', statement, state.line);
  throw new CannotRun(statement, state.line);
}

function readVariable(name: string, { variables, session }: State): string {
  const key = name.toLowerCase();
  if (key === 'true' || key === 'false') return key === 'true' ? 'True' : 'False';
  if (key === 'null') return '';
  return key === 'pwd' ? session.cwd : (variables.get(key) ?? '');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

function interpolate(text: string, statement: string, state: State): string {
  const pattern = /`(.)|""|\$\(((?:[^()]|\([^()]*\))*)\)|\$env:(\w+)|\$\{(\w+)\}|\$(\w+)/gis;
  return text.replace(
    pattern,
    (whole, escape?: string, inner?: string, env?: string, braced?: string, name?: string) => {
      if (escape !== undefined) return ESCAPES[escape] ?? escape;
      if (whole === '""') return '"';
      if (inner !== undefined) return valueOf(inner, statement, state);
      if (env !== undefined) return state.env.get(env.toUpperCase()) ?? '';
      return readVariable(braced ?? name ?? '', state);
    },
  );
}

function getDate(session: WindowsSession): string {
  const time = localTime(session);
  const name = (options: Intl.DateTimeFormatOptions) =>
    time.toLocaleString('en-US', { ...options, timeZone: 'UTC' });
  return `${name({ weekday: 'long' })}, ${name({ month: 'long', day: 'numeric', year: 'numeric' })} ${name({ hour: 'numeric', minute: '2-digit', second: '2-digit' })}`;
}

const COMMANDS: Readonly<Record<string, (session: WindowsSession) => string>> = {
  hostname: ({ instance }) => instance.hostName,
  whoami: accountName,
  'get-date': getDate,
  'get-location': ({ cwd }) => cwd,
  pwd: ({ cwd }) => cwd,
  '[environment]::machinename': ({ instance }) => computerName(instance),
  '[environment]::osversion.version': ({ instance }) => instance.kernel,
  'get-service': (session) => serviceRows(windowsServices(session.instance)),
};

function serviceTable(session: WindowsSession, name: string, statement: string, line: number): string {
  const pattern = new RegExp(`^${name.replaceAll('*', '.*')}$`, 'i');
  const found = windowsServices(session.instance).filter((service) => pattern.test(service.name));
  if (found.length === 0) throw new CannotRun(`${statement} (no such service in the demo)`, line);
  return serviceRows(found);
}

function serviceRows(services: readonly { name: string; display: string }[]): string {
  const rows = services.map(({ name, display }) => `${'Running'.padEnd(8)} ${name.padEnd(18)} ${display}`);
  return [
    '',
    'Status   Name               DisplayName',
    '------   ----               -----------',
    ...rows,
    '',
  ].join('\n');
}
