import { fail, lines, type Answer, type Call, type Programs } from './program';

const BLOCK = 512;

interface Entry {
  name: string;
  mode: number;
  /** null: a directory. */
  content: Uint8Array | null;
}

async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const piped = new Blob([bytes.slice()]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

const gzip = (bytes: Uint8Array) => through(bytes, new CompressionStream('gzip'));
const gunzip = (bytes: Uint8Array) => through(bytes, new DecompressionStream('gzip'));

function toLatin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function fromLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function at({ shell }: Call, path: string): string {
  return shell.fs.resolvePath(shell.cwd, path);
}

/** gzip and gunzip of files or of stdin, as one program with a direction. */
async function compress(call: Call, program: string, packing: boolean, toStdout: boolean): Promise<Answer> {
  const { shell, args } = call;
  const paths = args.filter((arg) => !arg.startsWith('-'));
  const convert = packing ? gzip : gunzip;
  const bytesOut = async (bytes: Uint8Array): Promise<Answer> => {
    const made = await convert(bytes).catch(() => null);
    return made === null
      ? fail(`${program}: stdin: not in gzip format`)
      : { stdout: toLatin1(made), stdoutKind: 'bytes' };
  };
  if (paths.length === 0) return bytesOut(fromLatin1(String(shell.stdin)));
  let stdout = '';
  for (const path of paths) {
    const bytes = await shell.fs.readFileBuffer(at(call, path)).catch(() => null);
    if (bytes === null) return fail(`${program}: ${path}: No such file or directory`);
    const made = await convert(bytes).catch(() => null);
    if (made === null) return fail(`${program}: ${path}: not in gzip format`);
    if (toStdout) {
      stdout += toLatin1(made);
      continue;
    }
    await shell.fs.writeFile(at(call, packing ? `${path}.gz` : path.replace(/\.gz$/, '')), made);
    if (!args.some((arg) => /^-\w*k/.test(arg))) await shell.fs.rm(at(call, path));
  }
  return { stdout, stdoutKind: 'bytes' };
}

function header({ name, mode, content }: Entry): Uint8Array {
  const block = new Uint8Array(BLOCK);
  const put = (offset: number, text: string) => block.set(new TextEncoder().encode(text), offset);
  const octal = (value: number, width: number) => value.toString(8).padStart(width - 1, '0');
  put(0, name);
  put(100, octal(mode & 0o7777, 8));
  put(108, octal(0, 8));
  put(116, octal(0, 8));
  put(124, octal(content?.length ?? 0, 12));
  put(136, octal(0, 12));
  put(148, ' '.repeat(8));
  put(156, content === null ? '5' : '0');
  put(257, 'ustar\u000000root');
  put(
    148,
    `${octal(
      block.reduce((sum, byte) => sum + byte, 0),
      7,
    )}\0 `,
  );
  return block;
}

async function pack(entries: readonly Entry[]): Promise<Uint8Array> {
  const parts = entries.flatMap((entry) => {
    const content = entry.content ?? new Uint8Array();
    return [header(entry), content, new Uint8Array((BLOCK - (content.length % BLOCK)) % BLOCK)];
  });
  return new Uint8Array(
    await new Blob([...parts.map((part) => part.slice()), new Uint8Array(BLOCK * 2)]).arrayBuffer(),
  );
}

/** null when it is no tar archive. */
function unpack(bytes: Uint8Array): Entry[] | null {
  const entries: Entry[] = [];
  const text = (from: number, length: number) =>
    new TextDecoder().decode(bytes.subarray(from, from + length)).replace(/\0.*$/s, '');
  for (let offset = 0; offset + BLOCK <= bytes.length && bytes[offset] !== 0;) {
    if (text(offset + 257, 5) !== 'ustar') return null;
    const size = Number.parseInt(text(offset + 124, 12), 8) || 0;
    const start = offset + BLOCK;
    const directory = text(offset + 156, 1) === '5';
    entries.push({
      name: text(offset, 100),
      mode: Number.parseInt(text(offset + 100, 8), 8),
      content: directory ? null : bytes.slice(start, start + size),
    });
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}

async function collect(call: Call, base: string, name: string, into: Entry[]): Promise<boolean> {
  const { fs } = call.shell;
  const path = fs.resolvePath(base, name);
  const stat = await fs.stat(path).catch(() => null);
  if (stat === null) return false;
  const stored = name.replace(/^\/+/, '').replace(/\/+$/, '');
  if (!stat.isDirectory) into.push({ name: stored, mode: stat.mode, content: await fs.readFileBuffer(path) });
  else {
    into.push({ name: `${stored}/`, mode: stat.mode, content: null });
    for (const child of await fs.readdir(path))
      await collect(call, base, `${name.replace(/\/+$/, '')}/${child}`, into);
  }
  return true;
}

/** `tar` with c, x, t, f, z, v, C; names longer than 100 bytes are refused. */
async function tar(call: Call): Promise<Answer> {
  const { fs } = call.shell;
  const args = [...call.args];
  if (args[0] !== undefined && !args[0].startsWith('-')) args[0] = `-${args[0]}`;
  let file: string | null = null;
  let base = call.shell.cwd;
  let letters = '';
  const names: string[] = [];
  while (args.length > 0) {
    const arg = args.shift() ?? '';
    if (arg === '-C') base = at(call, args.shift() ?? '.');
    else if (/^-[a-zA-Z]+$/.test(arg)) {
      letters += arg.slice(1);
      if (arg.includes('f')) file = args.shift() ?? null;
    } else if (arg.startsWith('--')) return fail(`tar: unrecognized option '${arg}'`, 64);
    else names.push(arg);
  }
  if (/[^cxtfzvp]/.test(letters))
    return fail(`tar: the demo's tar does not know option '${/[^cxtfzvp]/.exec(letters)?.[0]}'`, 64);
  if (file === null)
    return fail('tar: Refusing to read or write archive contents to terminal (missing -f option?)', 2);
  const verbose = letters.includes('v');
  if (letters.includes('c')) {
    const entries: Entry[] = [];
    for (const name of names)
      if (!(await collect(call, base, name, entries)))
        return fail(`tar: ${name}: Cannot stat: No such file or directory`, 2);
    const long = entries.find(({ name }) => new TextEncoder().encode(name).length > 100);
    if (long !== undefined) return fail(`tar: ${long.name}: file name is too long`, 2);
    const plain = await pack(entries);
    const bytes = letters.includes('z') ? await gzip(plain) : plain;
    const listing = verbose ? lines(entries.map(({ name }) => name)) : '';
    if (file === '-') return { stdout: toLatin1(bytes), stderr: listing, stdoutKind: 'bytes' };
    await fs.writeFile(at(call, file), bytes);
    return listing;
  }
  const bytes =
    file === '-'
      ? fromLatin1(String(call.shell.stdin))
      : await fs.readFileBuffer(at(call, file)).catch(() => null);
  if (bytes === null) return fail(`tar: ${file}: Cannot open: No such file or directory`, 2);
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? await gunzip(bytes).catch(() => bytes) : bytes;
  const entries = unpack(plain);
  if (entries === null)
    return fail(
      'tar: This does not look like a tar archive\ntar: Exiting with failure status due to previous errors',
      2,
    );
  if (letters.includes('t')) return lines(entries.map(({ name }) => name));
  if (!letters.includes('x')) return fail("tar: You must specify one of the '-ctx' options", 2);
  for (const { name, mode, content } of entries) {
    const path = fs.resolvePath(base, name);
    if (content === null) await fs.mkdir(path, { recursive: true });
    else {
      await fs.mkdir(path.slice(0, path.lastIndexOf('/')) || '/', { recursive: true });
      await fs.writeFile(path, content);
      await fs.chmod(path, mode);
    }
  }
  return verbose ? lines(entries.map(({ name }) => name)) : '';
}

/** just-bash's own need Node; these work in the browser too. */
export const ARCHIVE: Programs = {
  tar,
  gzip: (call) =>
    compress(
      call,
      'gzip',
      !call.args.some((arg) => /^-\w*d/.test(arg)),
      call.args.some((arg) => /^-\w*c/.test(arg)),
    ),
  gunzip: (call) =>
    compress(
      call,
      'gunzip',
      false,
      call.args.some((arg) => /^-\w*c/.test(arg)),
    ),
  zcat: (call) => compress(call, 'zcat', false, true),
};
