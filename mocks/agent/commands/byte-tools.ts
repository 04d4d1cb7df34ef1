import { fail, lines, type Answer, type Call, type Programs } from './program';

const fromLatin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** The bytes of the files named, or of stdin; a failure names the file that is not there. */
async function input(
  { shell }: Call,
  program: string,
  paths: readonly string[],
): Promise<Uint8Array | Answer> {
  if (paths.length === 0 || paths[0] === '-') return fromLatin1(String(shell.stdin));
  const parts: number[] = [];
  for (const path of paths) {
    const bytes = await shell.fs.readFileBuffer(shell.fs.resolvePath(shell.cwd, path)).catch(() => null);
    if (bytes === null) return fail(`${program}: ${path}: No such file or directory`);
    for (const byte of bytes) parts.push(byte);
  }
  return Uint8Array.from(parts);
}

const hex = (value: number, width: number) => value.toString(16).padStart(width, '0');
const printable = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');

/** Options with and without values: `-An`, `-A n`, `-tx1`, `-N 16`. */
function readOptions(args: readonly string[], withValue: string) {
  const values = new Map<string, string>();
  const paths: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('-') || arg === '-') paths.push(arg);
    else
      for (let from = 1; from < arg.length; from += 1) {
        const letter = arg.charAt(from);
        if (!withValue.includes(letter)) values.set(letter, '');
        else {
          values.set(letter, arg.slice(from + 1) || (args[(at += 1)] ?? ''));
          break;
        }
      }
  }
  return { values, paths };
}

const ESCAPES: Readonly<Record<number, string>> = { 0: '\\0', 7: '\\a', 8: '\\b', 9: '\\t', 10: '\\n', 11: '\\v', 12: '\\f', 13: '\\r' }; // prettier-ignore

/** One row of `od`: cells as wide as the format asks for. */
function odRow(bytes: Uint8Array, format: string): string {
  const size = Number(
    /\d$/.exec(format)?.[0] ??
      (format.startsWith('c') ? 1 : format.startsWith('o') || format.startsWith('x') ? 2 : 4),
  );
  const kind = format.charAt(0);
  const cells: string[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    let value = 0;
    for (let byte = size - 1; byte >= 0; byte -= 1) value = value * 256 + (bytes[at + byte] ?? 0);
    if (kind === 'c')
      cells.push(
        (
          ESCAPES[value] ??
          (value >= 32 && value < 127 ? String.fromCharCode(value) : value.toString(8).padStart(3, '0'))
        ).padStart(4),
      );
    else if (kind === 'x') cells.push(` ${hex(value, size * 2)}`);
    else if (kind === 'u' || kind === 'd') {
      const signed = kind === 'd' && value >= 256 ** size / 2 ? value - 256 ** size : value;
      cells.push(
        String(signed).padStart(({ 1: 4, 2: 6, 4: 11 }[size] ?? 21) + (kind === 'd' && size === 1 ? 1 : 0)),
      );
    } else cells.push(` ${value.toString(8).padStart({ 1: 3, 2: 6, 4: 11 }[size] ?? 22, '0')}`);
  }
  return cells.join('');
}

function hexdumpRow(bytes: Uint8Array, offset: number): string {
  const cells = Array.from(bytes, (byte) => hex(byte, 2));
  const halves = [cells.slice(0, 8).join(' '), cells.slice(8).join(' ')];
  return `${hex(offset, 8)}  ${(halves[0] ?? '').padEnd(23)}  ${(halves[1] ?? '').padEnd(23)}  |${printable(bytes)}|`;
}

function rowsOf(bytes: Uint8Array, row: (part: Uint8Array, offset: number) => string): string[] {
  const list: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += 16)
    list.push(row(bytes.subarray(offset, offset + 16), offset));
  return list;
}

export const BYTE_TOOLS: Programs = {
  od: async (call) => {
    const { values, paths } = readOptions(call.args, 'AtNjw');
    const all = await input(call, 'od', paths);
    if (!(all instanceof Uint8Array)) return all;
    const from = Number(values.get('j') ?? 0);
    const bytes = all.subarray(from, values.has('N') ? from + Number(values.get('N')) : undefined);
    const format =
      values.get('t') || (values.has('c') ? 'c' : values.has('x') ? 'x2' : values.has('b') ? 'o1' : 'o2');
    const radix = values.get('A') ?? 'o';
    const address = (at: number) =>
      radix === 'n'
        ? ''
        : radix === 'x'
          ? hex(at, 6)
          : radix === 'd'
            ? String(at).padStart(7, '0')
            : at.toString(8).padStart(7, '0');
    const rows = rowsOf(bytes, (part, offset) => address(from + offset) + odRow(part, format));
    return lines(radix === 'n' ? rows : [...rows, address(from + bytes.length)]);
  },

  hexdump: async (call) => {
    const { values, paths } = readOptions(call.args, 'ns');
    const all = await input(call, 'hexdump', paths);
    if (!(all instanceof Uint8Array)) return all;
    const bytes = all.subarray(0, values.has('n') ? Number(values.get('n')) : undefined);
    if (bytes.length === 0) return '';
    const canonical = values.has('C');
    const rows = rowsOf(bytes, (part, offset) =>
      canonical ? hexdumpRow(part, offset) : hex(offset, 7) + odRow(part, 'x2'),
    );
    return lines([...rows, hex(bytes.length, canonical ? 8 : 7)]);
  },

  xxd: async (call) => {
    const { values, paths } = readOptions(call.args, 'lcs');
    const all = await input(call, 'xxd', paths);
    if (!(all instanceof Uint8Array)) return all;
    if (values.has('r')) return fail('xxd: the demo does not read dumps back', 1);
    const bytes = all.subarray(0, values.has('l') ? Number(values.get('l')) : undefined);
    if (values.has('p')) return lines([Array.from(bytes, (byte) => hex(byte, 2)).join('')]);
    return lines(
      rowsOf(bytes, (part, offset) => {
        const pairs = Array.from({ length: 8 }, (_, at) =>
          Array.from(part.subarray(at * 2, at * 2 + 2), (byte) => hex(byte, 2)).join(''),
        ).join(' ');
        return `${hex(offset, 8)}: ${pairs.padEnd(39)}  ${printable(part)}`;
      }),
    );
  },

  /** just-bash's tr knows `\n` but no bytes by number: it gets the characters themselves. */
  tr: async ({ args, shell }) => {
    const plain = args.map((arg) =>
      arg.replace(/\\(\\|[0-7]{1,3})/g, (escape, code: string) =>
        code === '\\' ? escape : String.fromCharCode(Number.parseInt(code, 8)),
      ),
    );
    return shell.origCommand?.(plain) ?? fail('tr: not available', 127);
  },

  /** Counts stand in seven columns. */
  uniq: async ({ args, shell }) => {
    const answer = await shell.origCommand?.(args);
    if (answer === undefined) return fail('uniq: not available', 127);
    if (!args.some((arg) => /^-\w*c/.test(arg) || arg === '--count')) return answer;
    return {
      ...answer,
      stdout: answer.stdout.replace(/^ *(\d+) /gm, (_, count: string) => `${count.padStart(7)} `),
    };
  },
};
