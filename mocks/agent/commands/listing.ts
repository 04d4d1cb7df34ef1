import type { ResolvedCommandContext } from 'just-bash';
import { columns, fail, type Call, type Programs } from './program';
import { localTime, zoneOf } from './local-time';

type Stat = Awaited<ReturnType<ResolvedCommandContext['fs']['lstat']>>;

interface Entry {
  /** As it is shown. */
  name: string;
  path: string;
  stat: Stat;
}

const HALF_A_YEAR = 15_778_476_000;
const BLOCK = 4096;

/** `drwxr-xr-x`, with the sticky and set-id bits. */
export function modeText({
  mode,
  isDirectory,
  isSymbolicLink,
}: Pick<Stat, 'mode' | 'isDirectory' | 'isSymbolicLink'>) {
  if (isSymbolicLink) return 'lrwxrwxrwx';
  const bits = [6, 3, 0].map((shift) => {
    const three = (mode >> shift) & 7;
    const special = mode & (shift === 6 ? 0o4000 : shift === 3 ? 0o2000 : 0o1000);
    const letter = shift === 0 ? 't' : 's';
    const last = special === 0 ? (three & 1 ? 'x' : '-') : three & 1 ? letter : letter.toUpperCase();
    return `${three & 4 ? 'r' : '-'}${three & 2 ? 'w' : '-'}${last}`;
  });
  return `${isDirectory ? 'd' : '-'}${bits.join('')}`;
}

/** What `ls` and `du` call the size of a directory. */
export function sizeOf({ isDirectory, size }: Stat): number {
  return isDirectory ? BLOCK : size;
}

/** `1.5K`, rounded up as coreutils do. */
export function humanSize(bytes: number): string {
  let value = bytes;
  for (const unit of ['', 'K', 'M', 'G', 'T']) {
    if (value < 1024 || unit === 'T')
      return unit === '' || value >= 10
        ? `${Math.ceil(value)}${unit}`
        : `${(Math.ceil(value * 10) / 10).toFixed(1)}${unit}`;
    value /= 1024;
  }
  return String(bytes);
}

/** `Nov  3 09:05`, or the year instead of the time for what is older than half a year. */
function dateText(mtime: number, now: number, zone: number): string {
  const { month, day, year, clock } = localTime(mtime, zone);
  const age = now - mtime;
  const rest = age > HALF_A_YEAR || age < -60_000 ? String(year).padStart(5) : clock.slice(0, 5);
  return `${month} ${String(day).padStart(2)} ${rest}`;
}

interface Options {
  flags: ReadonlySet<string>;
  now: number;
  zone: number;
  fullTime: boolean;
}

async function longLines(entries: readonly Entry[], { shell }: Call, options: Options): Promise<string[]> {
  const { flags, now, zone } = options;
  const rows = entries.map(async ({ name, path, stat }) => {
    const target = stat.isSymbolicLink ? ` -> ${await shell.fs.readlink(path).catch(() => '')}` : '';
    const owner = flags.has('n') ? '0' : 'root';
    const size = sizeOf(stat);
    // A link's own date cannot be set, so it is the machine's.
    const written = stat.isSymbolicLink ? Math.min(now, stat.mtime.getTime()) : stat.mtime.getTime();
    const at = localTime(written, zone);
    return [
      modeText(stat),
      stat.isDirectory ? '2' : '1',
      ...(flags.has('g') ? [] : [owner]),
      ...(flags.has('o') ? [] : [owner]),
      flags.has('h') ? humanSize(size) : String(size),
      options.fullTime ? `${at.date} ${at.clock}.000000000 ${at.offset}` : dateText(written, now, zone),
      name + suffix(stat, flags) + target,
    ];
  });
  const table = await Promise.all(rows);
  const sizeColumn = (table[0]?.length ?? 0) - 3;
  return columns(table, [1, sizeColumn]);
}

function suffix(stat: Stat, flags: ReadonlySet<string>): string {
  if (stat.isDirectory) return flags.has('F') || flags.has('p') ? '/' : '';
  if (!flags.has('F')) return '';
  return stat.isSymbolicLink ? '@' : stat.mode & 0o111 ? '*' : '';
}

const byName = (a: Entry, b: Entry) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

function sorted(entries: Entry[], flags: ReadonlySet<string>): Entry[] {
  if (flags.has('U') || flags.has('f')) return entries;
  entries.sort(byName);
  if (flags.has('S')) entries.sort((a, b) => sizeOf(b.stat) - sizeOf(a.stat));
  if (flags.has('t')) entries.sort((a, b) => b.stat.mtime.getTime() - a.stat.mtime.getTime());
  if (flags.has('X')) entries.sort((a, b) => extension(a).localeCompare(extension(b)));
  return flags.has('r') ? entries.reverse() : entries;
}

function extension({ name }: Entry): string {
  const at = name.lastIndexOf('.');
  return at <= 0 ? '' : name.slice(at);
}

const KNOWN = 'aAl1dhtrSRFpinogkUXfLHcuBqbGsNQ';
const LONG_NAMES: Readonly<Record<string, string>> = {
  all: 'a', 'almost-all': 'A', 'human-readable': 'h', recursive: 'R', reverse: 'r', directory: 'd', classify: 'F', inode: 'i',
}; // prettier-ignore

export const LISTING: Programs = {
  /** just-bash's own knows neither modes nor links nor dates; files here all belong to root. */
  ls: async (call) => {
    const { args, shell, now } = call;
    const flags = new Set<string>();
    const operands: string[] = [];
    let fullTime = false;
    let onlyOperands = false;
    for (const arg of args) {
      if (onlyOperands || !arg.startsWith('-') || arg === '-') operands.push(arg);
      else if (arg === '--') onlyOperands = true;
      else if (/^--(?:color|group-directories-first|sort=none|show-control)/.test(arg)) continue;
      else if (arg === '--full-time' || arg === '--time-style=full-iso') fullTime = true;
      else if (arg.startsWith('--')) {
        const flag = LONG_NAMES[arg.slice(2)];
        if (flag === undefined)
          return fail(`ls: unrecognized option '${arg}'\nTry 'ls --help' for more information.`, 2);
        flags.add(flag);
      } else
        for (const letter of arg.slice(1)) {
          if (!KNOWN.includes(letter))
            return fail(`ls: invalid option -- '${letter}'\nTry 'ls --help' for more information.`, 2);
          flags.add(letter);
        }
    }
    if (fullTime || flags.has('n') || flags.has('g') || flags.has('o')) flags.add('l');
    const options: Options = { flags, now, zone: zoneOf(shell.env.get('TZ')), fullTime };

    let stderr = '';
    const files: Entry[] = [];
    const directories: Entry[] = [];
    for (const operand of operands.length === 0 ? ['.'] : operands) {
      const path = shell.fs.resolvePath(shell.cwd, operand);
      const own = await shell.fs.lstat(path).catch(() => null);
      if (own === null) {
        stderr += `ls: cannot access ${quoted(call, operand)}: No such file or directory\n`;
        continue;
      }
      const followed = own.isSymbolicLink && !flags.has('l') && !flags.has('d');
      const stat = followed ? await shell.fs.stat(path).catch(() => own) : own;
      (stat.isDirectory && !flags.has('d') ? directories : files).push({ name: operand, path, stat });
    }

    const show = async (entries: Entry[]) =>
      flags.has('l')
        ? longLines(entries, call, options)
        : entries.map(
            ({ name, stat }) =>
              `${flags.has('s') ? `${Math.ceil(sizeOf(stat) / 1024)} ` : ''}${name}${suffix(stat, flags)}`,
          );
    const blocks: string[][] = [];
    if (files.length > 0) blocks.push(await show(sorted(files, flags)));
    const titled = flags.has('R') || operands.length > 1;
    const list = async ({ name, path }: Entry): Promise<void> => {
      const entries = sorted(await entriesOf(call, path, flags), flags);
      // A link's target fits into its inode.
      const blocksOf = (stat: Stat) => (stat.isSymbolicLink ? 0 : Math.ceil(sizeOf(stat) / BLOCK) * 4);
      const kib = entries.reduce((sum, { stat }) => sum + blocksOf(stat), 0);
      const total = flags.has('l') ? [`total ${flags.has('h') ? humanSize(kib * 1024) : kib}`] : [];
      blocks.push([...(titled ? [`${name}:`] : []), ...total, ...(await show(entries))]);
      if (!flags.has('R')) return;
      for (const entry of entries)
        if (entry.stat.isDirectory && entry.name !== '.' && entry.name !== '..')
          await list({ ...entry, name: `${name.replace(/\/$/, '')}/${entry.name}` });
    };
    for (const directory of sorted(directories, flags)) await list(directory);
    const stdout = blocks.map((block) => block.map((line) => `${line}\n`).join('')).join('\n');
    return { stdout, stderr, exitCode: stderr === '' ? 0 : 2 };
  },
};

/** coreutils quote the name since 8.25; CentOS 7 has an older one. */
function quoted({ machine }: Call, name: string): string {
  const old = machine.family === 'rpm' && Number.parseInt(machine.instance.osVersion, 10) < 8;
  return old ? name : `'${name}'`;
}

async function entriesOf({ shell }: Call, path: string, flags: ReadonlySet<string>): Promise<Entry[]> {
  const names = await shell.fs.readdir(path).catch(() => []);
  const shown = names.filter(
    (name) => flags.has('a') || flags.has('A') || flags.has('f') || !name.startsWith('.'),
  );
  const dots = flags.has('a') || flags.has('f') ? ['.', '..'] : [];
  const entries = [...dots, ...shown].map(async (name) => {
    const full = shell.fs.resolvePath(path, name);
    const stat = await shell.fs.lstat(full).catch(() => null);
    return stat === null ? [] : [{ name, path: full, stat }];
  });
  return (await Promise.all(entries)).flat();
}
