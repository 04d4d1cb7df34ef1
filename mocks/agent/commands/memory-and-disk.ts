import {
  availableKiB,
  type Filesystem,
  filesystemAt,
  filesystemsOf,
  human,
  usePercent,
} from '../os/filesystems';
import { gaugesOf } from '../os/gauges';
import { columns, fail, lines, parseFlags, type Programs } from './program';

/** `df --output` fields: title and cell. */
const OUTPUT_FIELDS: Readonly<Record<string, [string, (fs: Filesystem) => string]>> = {
  source: ['Filesystem', (fs) => fs.source],
  fstype: ['Type', (fs) => fs.type],
  size: ['1K-blocks', (fs) => String(fs.sizeKiB)],
  used: ['Used', (fs) => String(fs.usedKiB)],
  avail: ['Avail', (fs) => String(availableKiB(fs))],
  pcent: ['Use%', (fs) => `${usePercent(fs)}%`],
  ipcent: ['IUse%', (fs) => `${inodePercent(fs)}%`],
  target: ['Mounted on', (fs) => fs.mount],
};

/** Least widths of df's columns: source, type, three sizes, percent. */
export const DF_WIDTHS = [14, 4, 5, 5, 5, 4];

function totalOf(list: readonly Filesystem[]): Filesystem {
  const sum = (of: (fs: Filesystem) => number) => list.reduce((total, fs) => total + of(fs), 0);
  return {
    source: 'total',
    type: '-',
    mount: '-',
    options: '',
    sizeKiB: sum((fs) => fs.sizeKiB),
    usedKiB: sum((fs) => fs.usedKiB),
    inodes: sum((fs) => fs.inodes),
    usedInodes: sum((fs) => fs.usedInodes),
  };
}

function inodePercent(fs: Filesystem): number {
  return Math.ceil((fs.usedInodes / fs.inodes) * 100);
}

export const MEMORY_AND_DISK: Programs = {
  df: async ({ machine, args, now, shell }) => {
    const { flags, operands } = parseFlags(args);
    const all = filesystemsOf(machine.instance, now);
    const chosen: Filesystem[] = [];
    let stderr = '';
    for (const operand of operands) {
      const path = shell.fs.resolvePath(shell.cwd, operand);
      const device = all.find(({ source }) => source === operand);
      const found = device ?? ((await shell.fs.exists(path)) ? filesystemAt(all, path) : undefined);
      if (found === undefined) stderr += `df: ${operand}: No such file or directory\n`;
      else chosen.push(found);
    }
    const listed = operands.length === 0 ? all : chosen;
    const rows = flags.has('total') ? [...listed, totalOf(listed)] : listed;
    const exitCode = stderr === '' ? 0 : 1;
    if (rows.length === 0) return { stderr, exitCode };

    const output = [...flags].find((flag) => flag === 'output' || flag.startsWith('output='));
    if (output !== undefined) {
      const names = output === 'output' ? Object.keys(OUTPUT_FIELDS) : output.slice(7).split(',');
      const fields = names.map((name) => OUTPUT_FIELDS[name]);
      const unknown = names.find((name) => OUTPUT_FIELDS[name] === undefined);
      if (unknown !== undefined) return fail(`df: option --output: field '${unknown}' unknown`);
      const table = [
        fields.map((field) => field?.[0] ?? ''),
        ...rows.map((fs) => fields.map((field) => field?.[1](fs) ?? '')),
      ];
      const right = names.flatMap((name, at) => (['source', 'fstype', 'target'].includes(name) ? [] : [at]));
      return { stdout: lines(columns(table, right)), stderr, exitCode };
    }
    const size = sizeFormat(flags);
    const type = flags.has('T') || flags.has('print-type');
    const inodes = flags.has('i') || flags.has('inodes');
    const head = inodes
      ? ['Inodes', 'IUsed', 'IFree', 'IUse%']
      : [
          size.title,
          'Used',
          flags.has('h') || flags.has('H') ? 'Avail' : 'Available',
          flags.has('P') ? 'Capacity' : 'Use%',
        ];
    const cells = (fs: Filesystem) =>
      inodes
        ? [
            String(fs.inodes),
            String(fs.usedInodes),
            String(fs.inodes - fs.usedInodes),
            `${inodePercent(fs)}%`,
          ]
        : [size.of(fs.sizeKiB), size.of(fs.usedKiB), size.of(availableKiB(fs)), `${usePercent(fs)}%`];
    const kind = (text: string) => (type ? [text] : []);
    const table = [
      ['Filesystem', ...kind('Type'), ...head, 'Mounted on'],
      ...rows.map((fs) => [fs.source, ...kind(fs.type), ...cells(fs), fs.mount]),
    ];
    const first = type ? 2 : 1;
    const right = [first, first + 1, first + 2, first + 3];
    return {
      stdout: lines(
        columns(
          table,
          right,
          1,
          DF_WIDTHS.filter((_, at) => type || at !== 1),
        ),
      ),
      stderr,
      exitCode,
    };
  },

  free: ({ machine, args, now }) => {
    const { flags } = parseFlags(args);
    const { total, used, free, shared, cached, available } = gaugesOf(machine.instance, now).memoryKiB;
    const unit = flags.has('g') ? 1024 * 1024 : flags.has('m') ? 1024 : flags.has('b') ? 1 / 1024 : 1;
    const show = (kib: number) => (flags.has('h') ? human(kib) : String(Math.floor(kib / unit)));
    const row = (name: string, values: number[]) =>
      name.padEnd(7) +
      values
        .map((value) => show(value).padStart(12))
        .join('')
        .slice(-values.length * 12);
    const head = ['total', 'used', 'free', 'shared', 'buff/cache', 'available'];
    const list = [
      ' '.repeat(7) + head.map((title) => title.padStart(12)).join(''),
      row('Mem:', [total, used, free, shared, cached, available]),
      row('Swap:', [0, 0, 0]),
    ];
    if (flags.has('t')) list.push(row('Total:', [total, used, free]));
    return lines(list);
  },

  mount: ({ machine, args, now }) =>
    args.length > 0
      ? fail(`mount: ${args.at(-1)}: the demo has no further devices to mount`, 32)
      : lines(
          filesystemsOf(machine.instance, now).map(
            ({ source, mount, type, options }) => `${source} on ${mount} type ${type} (${options})`,
          ),
        ),

  lsblk: ({ machine }) => {
    const { systemDiskGiB, dataDiskGiB } = machine.instance;
    const rows = [['NAME', 'MAJ:MIN', 'RM', 'SIZE', 'RO', 'TYPE', 'MOUNTPOINT']];
    const disk = (name: string, minor: number, gib: number, mount: string) => {
      rows.push([name, `253:${minor}`, '0', `${gib}G`, '0', 'disk', '']);
      rows.push([`└─${name}1`, `253:${minor + 1}`, '0', `${gib}G`, '0', 'part', mount]);
    };
    disk('vda', 0, systemDiskGiB, '/');
    if (dataDiskGiB !== null) disk('vdb', 16, dataDiskGiB, '/data');
    return lines(columns(rows, [2, 3, 4]));
  },
};

function sizeFormat(flags: ReadonlySet<string>): { title: string; of: (kib: number) => string } {
  if (flags.has('h') || flags.has('human-readable') || flags.has('H'))
    return { title: 'Size', of: (kib) => human(kib) };
  if (flags.has('m')) return { title: '1M-blocks', of: (kib) => String(Math.ceil(kib / 1024)) };
  if (flags.has('BG') || (flags.has('B') && flags.has('G')))
    return { title: '1G-blocks', of: (kib) => `${Math.ceil(kib / 1024 / 1024)}G` };
  return { title: flags.has('P') ? '1024-blocks' : '1K-blocks', of: String };
}
