import { modeText, sizeOf } from './listing';
import { localTime, zoneOf } from './local-time';
import { fromNow } from './time';
import { fail, lines, type Call, type Programs } from './program';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** `-mtime +7` and the like, by files of that age: just-bash's `find` compares with the machine's clock, not the world's. */
async function withAges({ args, shell, now }: Call, folder: string): Promise<string[]> {
  let count = 0;
  const newerThan = async (at: number): Promise<string[]> => {
    const path = `${folder}/${(count += 1)}`;
    await shell.fs.writeFile(path, '');
    await shell.fs.utimes(path, new Date(at), new Date(at));
    return ['-newer', path];
  };
  const list: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const unit = {
      '-mtime': DAY,
      '-ctime': DAY,
      '-atime': DAY,
      '-mmin': MINUTE,
      '-cmin': MINUTE,
      '-amin': MINUTE,
    }[arg];
    const match = unit === undefined ? null : /^([+-]?)(\d+)$/.exec(args[at + 1] ?? '');
    if (unit === undefined || match === null) {
      list.push(arg);
      continue;
    }
    at += 1;
    const age = Number(match[2]);
    if (match[1] === '-') list.push(...(await newerThan(now - age * unit)));
    else {
      list.push('!', ...(await newerThan(now - (match[1] === '+' ? age + 1 : age) * unit)));
      if (match[1] === '') list.push(...(await newerThan(now - (age + 1) * unit)));
    }
  }
  return list;
}

const TYPES: readonly (readonly ['isSymbolicLink' | 'isDirectory', string])[] = [
  ['isSymbolicLink', 'symbolic link'],
  ['isDirectory', 'directory'],
];

export const FILE_FACTS: Programs = {
  find: async (call) => {
    const folder = `/dev/shm/.find-${crypto.randomUUID()}`;
    try {
      const { shell, args } = call;
      const timed = args.some((arg) => /^-[acm](?:time|min)$/.test(arg));
      const answer = await shell.origCommand?.(timed ? await withAges(call, folder) : args);
      if (answer === undefined) return fail('find: not available', 127);
      // What `-exec … {} +` printed is followed by an empty line.
      return args.includes('-exec') ? { ...answer, stdout: answer.stdout.replace(/\n\n+$/, '\n') } : answer;
    } finally {
      await call.shell.fs.rm(folder, { recursive: true, force: true });
    }
  },

  stat: async (call) => {
    const { args, shell } = call;
    let format: string | null = null;
    const paths: string[] = [];
    for (let at = 0; at < args.length; at += 1) {
      const arg = args[at] ?? '';
      if (arg === '-c' || arg === '--format') format = args[(at += 1)] ?? '';
      else if (/^(?:-c.|--format=|--printf=)/.test(arg))
        format = arg.replace(/^(?:-c|--format=|--printf=)/, '');
      else if (!arg.startsWith('-')) paths.push(arg);
    }
    const follow = args.some((arg) => /^-\w*L/.test(arg) || arg === '--dereference');
    if (paths.length === 0) return fail("stat: missing operand\nTry 'stat --help' for more information.");
    const zone = zoneOf(shell.env.get('TZ'));
    const shown: string[] = [];
    let stderr = '';
    for (const operand of paths) {
      const path = shell.fs.resolvePath(shell.cwd, operand);
      const info = await (follow ? shell.fs.stat(path) : shell.fs.lstat(path)).catch(() => null);
      if (info === null) {
        stderr += `stat: cannot stat '${operand}': No such file or directory\n`;
        continue;
      }
      const { date, clock, offset } = localTime(info.mtime.getTime(), zone);
      const when = `${date} ${clock}.000000000 ${offset}`;
      const seconds = String(Math.floor(info.mtime.getTime() / 1000));
      const size = sizeOf(info);
      const mode = (info.mode & 0o7777).toString(8);
      const type =
        TYPES.find(([is]) => info[is])?.[1] ?? (size === 0 ? 'regular empty file' : 'regular file');
      const blocks = Math.ceil(size / 4096) * 8;
      const target = info.isSymbolicLink ? ` -> '${await shell.fs.readlink(path)}'` : '';
      const fields: Readonly<Record<string, string>> = {
        n: operand, N: `'${operand}'${target}`, s: String(size), b: String(blocks), B: '512', o: '4096', a: mode, A: modeText(info), F: type,
        U: 'root', G: 'root', u: '0', g: '0', h: '1', y: when, z: when, x: when, w: '-', Y: seconds, Z: seconds, X: seconds, W: '0', '%': '%',
      }; // prettier-ignore
      if (format !== null) {
        shown.push(format.replace(/%([a-zA-Z%])/g, (all, letter: string) => fields[letter] ?? all));
        continue;
      }
      shown.push(
        `  File: ${operand}${target}`,
        `  Size: ${String(size).padEnd(10)}\tBlocks: ${String(blocks).padEnd(10)} IO Block: 4096   ${type}`,
        `Access: (${mode.padStart(4, '0')}/${modeText(info)})  Uid: (    0/    root)   Gid: (    0/    root)`,
        ...['Access', 'Modify', 'Change'].map((name) => `${name}: ${when}`),
        ' Birth: -',
      );
    }
    return { stdout: lines(shown), stderr, exitCode: stderr === '' ? 0 : 1 };
  },

  /** Dates as said to a server whose clock is UTC+8, and by their distance from the world's now. */
  touch: async ({ args, shell, now }) => {
    const at = args.findIndex((arg) => arg === '-d' || arg === '--date');
    const said = at < 0 ? undefined : args[at + 1];
    if (said === undefined) return shell.origCommand?.(args) ?? fail('touch: not available', 127);
    const zone = zoneOf(shell.env.get('TZ')) === 0 ? 'Z' : '+08:00';
    const text = fromNow(['-d', said], now)[1] ?? said;
    const plain = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(:\d\d)?)?$/.exec(text);
    const time = text.startsWith('@')
      ? Number(text.slice(1)) * 1000
      : Date.parse(plain === null ? text : `${plain[1]}T${plain[2] ?? '00:00'}${plain[3] ?? ':00'}${zone}`);
    if (Number.isNaN(time)) return fail(`touch: invalid date format '${said}'`);
    return (
      shell.origCommand?.(args.with(at + 1, new Date(time).toISOString())) ??
      fail('touch: not available', 127)
    );
  },

  /** `-a` keeps everything, which `-rp` does here. */
  cp: async ({ args, shell }) => {
    const plain = args.map((arg) =>
      arg === '--archive'
        ? '-rp'
        : /^-[a-zA-Z]*[ad]/.test(arg) && !arg.startsWith('--')
          ? arg.replaceAll('a', 'rp').replaceAll('d', '')
          : arg,
    );
    return shell.origCommand?.(plain.filter((arg) => arg !== '-')) ?? fail('cp: not available', 127);
  },
};
