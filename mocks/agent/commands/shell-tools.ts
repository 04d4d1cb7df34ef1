import { fail, type Call, type Programs } from './program';

/** Bytes a script asks for by number (`\xff`, `\377`) travel through just-bash's text as these code points. */
const BYTE_MARK = 0xf700;

function markBytes(text: string): string {
  return text.replace(/\\(\\|x[89a-fA-F][0-9a-fA-F]|0?[23][0-7]{2})/g, (escape, code: string) => {
    if (code === '\\') return escape;
    const value = code.startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 8);
    return String.fromCharCode(BYTE_MARK + value);
  });
}

function toLatin1(text: string): string {
  const encoder = new TextEncoder();
  return Array.from(text, (char) => {
    const code = char.charCodeAt(0);
    return char.length === 1 && code >= BYTE_MARK && code <= BYTE_MARK + 0xff
      ? String.fromCharCode(code - BYTE_MARK)
      : String.fromCharCode(...encoder.encode(char));
  }).join('');
}

/** just-bash's printf and echo make text of `\xff`; an agent stores the byte. */
async function withRawBytes({ args, shell }: Call, marked: boolean) {
  const own = shell.origCommand;
  if (own === undefined) return fail('not available', 127);
  const next = marked ? args.map(markBytes) : args;
  const answer = await own(next);
  return next.every((arg, at) => arg === args[at])
    ? answer
    : { ...answer, stdout: toLatin1(answer.stdout), stdoutKind: 'bytes' as const };
}

async function runAs(call: Call, words: readonly string[]) {
  const { shell } = call;
  if (words.length === 0 || shell.exec === undefined) return '';
  const line = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  return shell.exec(line, {
    cwd: shell.cwd,
    env: Object.fromEntries(shell.env),
    ...(shell.signal && { signal: shell.signal }),
  });
}

function notPermitted(program: string): Programs[string] {
  return () => fail(`${program}: not permitted in the demo`);
}

function missing(program: string): Programs[string] {
  return () => fail(`bash: ${program}: command not found (the demo's instances have no ${program})`, 127);
}

export const SHELL_TOOLS: Programs = {
  printf: (call) => withRawBytes(call, call.args[0] !== '-v'),
  echo: (call) => withRawBytes(call, /^-\w*e/.test(call.args[0] ?? '')),

  sleep: async ({ args, shell }) => {
    const seconds = args.reduce((sum, arg) => sum + duration(arg), 0);
    if (args.length === 0) return fail("sleep: missing operand\nTry 'sleep --help' for more information.");
    if (Number.isNaN(seconds))
      return fail(`sleep: invalid time interval '${args.find((arg) => Number.isNaN(duration(arg)))}'`);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(seconds * 1000, 2_147_483_647));
      shell.signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
    return '';
  },

  sudo: (call) => runAs(call, withoutUser(call.args)),
  nohup: (call) => runAs(call, call.args),
  nice: (call) => runAs(call, call.args[0] === '-n' ? call.args.slice(2) : call.args),
  logger: async ({ args, machine, shell }) => {
    const path = machine.family === 'deb' ? '/var/log/syslog' : '/var/log/messages';
    await shell.fs.appendFile(
      path,
      `${machine.instance.hostName} ${machine.user.name}: ${args.filter((arg) => !arg.startsWith('-')).join(' ')}\n`,
    );
    return '';
  },

  /** just-bash's xargs wants `-n 1` and `-I {}` apart; scripts write `-n1` and `-I{}`. */
  xargs: async ({ args, shell }) => {
    const command = args.findIndex((arg) => !arg.startsWith('-'));
    const spread = args.flatMap((arg, at) =>
      (command < 0 || at <= command) && /^-(?:[nPL]\d+|I.+)$/.test(arg)
        ? [arg.slice(0, 2), arg.slice(2)]
        : [arg],
    );
    return shell.origCommand?.(spread) ?? fail('xargs: not available', 127);
  },

  su: (call) => {
    const command = call.args.indexOf('-c');
    if (command < 0) return fail('su: the demo has no terminal to open a shell on');
    return runAs(call, ['sh', '-c', call.args[command + 1] ?? '']);
  },
  umask: ({ args }) => (args.length === 0 ? '0022\n' : ''),
  ulimit: ({ args }) => {
    const value = args.find((arg) => /^\d+$|^unlimited$/.test(arg));
    if (value !== undefined) return '';
    return args.some((arg) => /^-\w*n/.test(arg)) ? '65535\n' : 'unlimited\n';
  },
  /** Nothing goes on in the background here: `&` waits. */
  jobs: () => '',
  python: missing('python'),
  python3: missing('python3'),
  node: missing('node'),

  reboot: notPermitted('reboot'),
  shutdown: notPermitted('shutdown'),
  poweroff: notPermitted('poweroff'),
  halt: notPermitted('halt'),
};

function duration(text: string): number {
  const match = /^(\d*\.?\d+)([smhd]?)$/.exec(text);
  if (match === null) return Number.NaN;
  return Number(match[1]) * ({ s: 1, m: 60, h: 3600, d: 86_400 }[match[2] || 's'] ?? 1);
}

function withoutUser(args: readonly string[]): readonly string[] {
  if (args[0] === '-u') return withoutUser(args.slice(2));
  return args[0]?.startsWith('-') ? withoutUser(args.slice(1)) : args;
}
