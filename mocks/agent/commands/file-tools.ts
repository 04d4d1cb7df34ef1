import { fail, type Call, type Programs } from './program';

function operands(args: readonly string[]): string[] {
  return args.filter((arg) => !arg.startsWith('-'));
}

function resolve({ shell }: Call, path: string): string {
  return shell.fs.resolvePath(shell.cwd, path);
}

/** Ownership does not exist on these disks: changing it checks its arguments and has no further effect. */
async function changeOwner(call: Call, program: string) {
  const [, ...paths] = operands(call.args);
  for (const path of paths)
    if (!(await call.shell.fs.exists(resolve(call, path))))
      return fail(`${program}: cannot access '${path}': No such file or directory`);
  return paths.length === 0 ? fail(`${program}: missing operand`) : '';
}

const SIZE_UNITS: Readonly<Record<string, number>> = {
  '': 1,
  k: 1024,
  K: 1024,
  M: 1_048_576,
  G: 1_073_741_824,
};

function size(text: string): number {
  const match = /^(\d+)([kKMG]?)$/.exec(text);
  return match === null ? Number.NaN : Number(match[1]) * (SIZE_UNITS[match[2] ?? ''] ?? 1);
}

export const FILE_TOOLS: Programs = {
  chown: (call) => changeOwner(call, 'chown'),
  chgrp: (call) => changeOwner(call, 'chgrp'),

  mktemp: async (call) => {
    const { shell, args } = call;
    const template = operands(args)[0] ?? '/tmp/tmp.XXXXXXXXXX';
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
    const path = resolve(call, template).replace(/X{3,}$/, (run) =>
      Array.from(
        crypto.getRandomValues(new Uint8Array(run.length)),
        (byte) => letters[byte % letters.length],
      ).join(''),
    );
    if (args.some((arg) => /^-\w*d/.test(arg) || arg === '--directory'))
      await shell.fs.mkdir(path, { recursive: true });
    else await shell.fs.writeFile(path, '');
    return `${path}\n`;
  },

  realpath: async (call) => {
    const [path = '.'] = operands(call.args);
    const real = await call.shell.fs.realpath(resolve(call, path)).catch(() => null);
    return real === null ? fail(`realpath: ${path}: No such file or directory`) : `${real}\n`;
  },

  truncate: async (call) => {
    const at = call.args.findIndex((arg) => arg === '-s' || arg === '--size');
    const bytes = size(
      at < 0 ? (call.args.find((arg) => arg.startsWith('-s'))?.slice(2) ?? '') : (call.args[at + 1] ?? ''),
    );
    const path = call.args.at(-1) ?? '';
    if (!Number.isFinite(bytes)) return fail("truncate: you must specify either '--size' or '--reference'");
    const old = await call.shell.fs.readFileBuffer(resolve(call, path)).catch(() => new Uint8Array());
    if (bytes > 67_108_864) return fail(`truncate: failed to truncate '${path}': No space left on device`);
    const next = new Uint8Array(bytes);
    next.set(old.subarray(0, bytes));
    await call.shell.fs.writeFile(resolve(call, path), next);
    return '';
  },

  dd: async (call) => {
    const options = new Map(call.args.map((arg) => arg.split('=', 2) as [string, string]));
    const block = size(options.get('bs') ?? '512');
    const input = options.get('if');
    const output = options.get('of');
    const count = Number(options.get('count') ?? Number.NaN);
    if (input === undefined) return fail('dd: the demo needs if=');
    const device = /^\/dev\/(zero|urandom|random)$/.exec(input)?.[1];
    if (device !== undefined && !Number.isFinite(count))
      return fail('dd: writing without count= would fill the disk: No space left on device');
    const wanted = Number.isFinite(count) ? block * count : Number.POSITIVE_INFINITY;
    if (device !== undefined && wanted > 67_108_864)
      return fail(`dd: error writing '${output ?? 'standard output'}': No space left on device`);
    const source =
      device === undefined
        ? await call.shell.fs.readFileBuffer(resolve(call, input)).catch(() => null)
        : device === 'zero'
          ? new Uint8Array(wanted)
          : random(wanted);
    if (source === null) return fail(`dd: failed to open '${input}': No such file or directory`);
    const data = source.slice(0, wanted);
    const blocks = Math.ceil(data.length / block);
    const stderr = `${blocks}+0 records in\n${blocks}+0 records out\n${data.length} bytes (${decimal(data.length)}) copied, 0.00${1 + (blocks % 8)} s\n`;
    if (output === undefined)
      return {
        stdout: Array.from(data, (byte) => String.fromCharCode(byte)).join(''),
        stderr,
        stdoutKind: 'bytes',
      };
    await call.shell.fs.writeFile(resolve(call, output), data);
    return { stderr };
  },

  uuidgen: () => `${crypto.randomUUID()}\n`,
  sync: () => '',
};

/** `2.1 MB`. */
function decimal(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const power = Math.min(3, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}

function random(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let from = 0; from < length; from += 65_536)
    crypto.getRandomValues(bytes.subarray(from, from + 65_536));
  return bytes;
}
