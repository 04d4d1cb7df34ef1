import { InMemoryFs } from 'just-bash/browser';
import type { Console } from '../console';
import type { FileChange } from '../runner';

export const CONSOLE_PATH = '/dev/console';

/** What one instance's disk may hold in changes from run to run; the largest files beyond it are not kept. */
export const KEPT_DISK_BYTES = 4 * 1024 * 1024;
/** What a run may hold in files while it goes on; more is "no space left on device". */
const LIVE_DISK_BYTES = 128 * 1024 * 1024;
const DEVICE_READ_BYTES = 1024 * 1024;
const NOT_A_DISK = /^\/(?:dev|proc|sys)(?:\/|$)/;

export interface ImageFile {
  content: string | (() => string);
  mode?: number;
  mtime?: Date;
}

/** What a fresh disk holds. Directories end with `/`. */
export type DiskImage = Readonly<Record<string, ImageFile>>;

type Encoding = Parameters<InMemoryFs['writeFile']>[2];

/**
 * The disk of one instance during one run: the image, what earlier runs changed, the console and the devices.
 * It remembers which paths were touched, so that only changes have to be read back and stored.
 */
export class Disk extends InMemoryFs {
  private readonly touched = new Set<string>();
  private readonly imagePaths = new Set<string>();
  private loadedPaths: ReadonlySet<string> = new Set();
  private image: DiskImage = {};
  private ready = false;

  /** `worldNow` in epoch ms: what a file written during the run is dated. */
  constructor(
    private readonly console: Console,
    private readonly worldNow: () => number,
  ) {
    super({}, { maxTotalBytes: LIVE_DISK_BYTES });
  }

  async load(image: DiskImage, changes: readonly FileChange[]): Promise<void> {
    for (const [path, file] of Object.entries(image)) this.place(path, file);
    for (const device of [CONSOLE_PATH, '/dev/null', '/dev/zero', '/dev/urandom', '/dev/random'])
      this.writeFileSync(device, '', undefined, { mode: 0o666 });
    this.image = image;
    const born = image['/tmp/']?.mtime?.getTime() ?? this.worldNow();
    for (const path of this.getAllPaths()) {
      this.imagePaths.add(path);
      const { isDirectory } = await this.lstat(path);
      const mode = image[`${path}/`]?.mode;
      if (isDirectory) await this.date(path, born);
      if (isDirectory && mode !== undefined) await super.chmod(path, mode);
    }
    this.ready = true;
    for (const change of changes) await this.apply(change);
    // Last, because what was put into a directory dated it anew.
    for (const { path, kind, mtime } of changes)
      if (kind === 'directory' && mtime !== undefined) await this.date(path, mtime);
    this.loadedPaths = new Set(this.getAllPaths());
  }

  /** To be called once the shell stands: its own files (`/bin/ls` …) belong to the image, and `/proc` is the instance's. */
  settle(): void {
    for (const path of this.getAllPaths()) if (!this.loadedPaths.has(path)) this.imagePaths.add(path);
    for (const [path, file] of Object.entries(this.image))
      if (path.startsWith('/proc/')) this.place(path, file);
  }

  private place(path: string, { content, mode = 0o644, mtime }: ImageFile): void {
    const metadata = mtime === undefined ? { mode } : { mode, mtime };
    if (path.endsWith('/')) this.mkdirSync(path.slice(0, -1), { recursive: true });
    else if (typeof content === 'string') this.writeFileSync(path, content, undefined, metadata);
    else this.writeFileLazy(path, content, metadata);
  }

  private async apply({ path, kind, content, target, mode, mtime }: FileChange): Promise<void> {
    await this.rm(path, { recursive: true, force: true });
    if (kind === 'directory') await this.mkdir(path, { recursive: true });
    if (kind === 'file') await this.writeFile(path, content ?? new Uint8Array());
    if (kind === 'symlink') await this.symlink(target ?? '', path);
    if (mode !== undefined && kind !== 'symlink' && kind !== 'removed') await this.chmod(path, mode);
    if (mtime !== undefined && kind === 'file') await this.date(path, mtime);
    this.touched.add(path);
  }

  /** Everything that differs from the image, parents before children, within `KEPT_DISK_BYTES`. */
  async changes(): Promise<FileChange[]> {
    const present = new Set(this.getAllPaths());
    const removed = [...this.imagePaths].filter((path) => !present.has(path));
    const changed = [...present].filter((path) => !this.imagePaths.has(path) || this.isTouched(path));
    const list: FileChange[] = [];
    for (const path of removed) if (!NOT_A_DISK.test(path)) list.push({ path, kind: 'removed' });
    for (const path of changed.sort()) if (!NOT_A_DISK.test(path)) list.push(await this.changeAt(path));
    return withinBudget(list);
  }

  private isTouched(path: string): boolean {
    for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/')))
      if (this.touched.has(at)) return true;
    return false;
  }

  private async changeAt(path: string): Promise<FileChange> {
    const { isDirectory, isSymbolicLink, mode, mtime } = await this.lstat(path);
    const at = mtime.getTime();
    if (isSymbolicLink) return { path, kind: 'symlink', target: await this.readlink(path) };
    if (isDirectory) return { path, kind: 'directory', mode, mtime: at };
    return { path, kind: 'file', content: (await this.readFileBuffer(path)).slice(), mode, mtime: at };
  }

  private async touch(path: string): Promise<void> {
    this.touched.add(path);
    const real = await this.realpath(path).catch(() => path);
    this.touched.add(real);
  }

  private async written(path: string): Promise<void> {
    await this.touch(path);
    await this.date(path, this.worldNow());
  }

  private async date(path: string, at: number): Promise<void> {
    const time = new Date(at);
    await super.utimes(path, time, time).catch(() => undefined);
  }

  override async utimes(path: string, atime: Date, mtime: Date): Promise<void> {
    // `touch` without a date means now, and just-bash's now is the machine's.
    const isNow = Math.abs(mtime.getTime() - Date.now()) < 2000;
    const time = isNow ? new Date(this.worldNow()) : mtime;
    await super.utimes(path, isNow ? time : atime, time);
    if (this.ready) await this.touch(path);
  }

  override async mkdir(...args: Parameters<InMemoryFs['mkdir']>): Promise<void> {
    await super.mkdir(...args);
    if (this.ready) await this.date(args[0], this.worldNow());
  }

  override async writeFile(path: string, content: string | Uint8Array, encoding?: Encoding): Promise<void> {
    if (this.toDevice(path, content, encoding)) return;
    const isNew = this.ready && !(await this.exists(path));
    await super.writeFile(path, content, encoding);
    if (this.ready) await this.written(path);
    if (isNew) await this.date(path.slice(0, path.lastIndexOf('/')) || '/', this.worldNow());
  }

  override async appendFile(path: string, content: string | Uint8Array, encoding?: Encoding): Promise<void> {
    if (this.toDevice(path, content, encoding)) return;
    await super.appendFile(path, content, encoding);
    if (this.ready) await this.written(path);
  }

  /** True when the content went to the console or into nothing. */
  private toDevice(path: string, content: string | Uint8Array, encoding: Encoding): boolean {
    if (!path.startsWith('/dev/') || path.startsWith('/dev/fd/') || path.startsWith('/dev/shm/'))
      return false;
    if (path === CONSOLE_PATH) this.console.write(toBytes(content, encoding));
    return path === CONSOLE_PATH || path === '/dev/null' || path === '/dev/zero';
  }

  override async readFileBuffer(path: string): Promise<Uint8Array> {
    return readDevice(path) ?? super.readFileBuffer(path);
  }

  override async readFileBytes(path: string): ReturnType<InMemoryFs['readFileBytes']> {
    const device = readDevice(path);
    return device === null ? super.readFileBytes(path) : (latin1(device) as never);
  }

  override async mv(from: string, to: string): Promise<void> {
    await super.mv(from, to);
    await this.touch(to);
  }

  override async cp(...args: Parameters<InMemoryFs['cp']>): Promise<void> {
    await super.cp(...args);
    await this.touch(args[1]);
  }

  override async chmod(path: string, mode: number): Promise<void> {
    await super.chmod(path, mode);
    if (this.ready) await this.touch(path);
  }

  override async symlink(target: string, path: string): Promise<void> {
    await super.symlink(target, path);
    this.touched.add(path);
  }

  override async link(existing: string, path: string): Promise<void> {
    await super.link(existing, path);
    await this.touch(path);
  }
}

/** Smallest files first, so that one dump does not push out every configuration file. */
function withinBudget(list: readonly FileChange[]): FileChange[] {
  const sizeOf = (change: FileChange) => change.content?.length ?? 0;
  const tooMuch = new Set<FileChange>();
  let total = 0;
  for (const change of list.toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
    total += sizeOf(change);
    if (total > KEPT_DISK_BYTES) tooMuch.add(change);
  }
  return list.filter((change) => !tooMuch.has(change));
}

function readDevice(path: string): Uint8Array | null {
  if (path === '/dev/zero') return new Uint8Array(DEVICE_READ_BYTES);
  if (path !== '/dev/urandom' && path !== '/dev/random') return null;
  return crypto.getRandomValues(new Uint8Array(65_536));
}

export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return text;
}

function toBytes(content: string | Uint8Array, encoding: Encoding): Uint8Array {
  if (typeof content !== 'string') return content;
  const name = typeof encoding === 'object' ? encoding?.encoding : encoding;
  return name === 'binary' || name === 'latin1'
    ? Uint8Array.from(content, (char) => char.charCodeAt(0))
    : new TextEncoder().encode(content);
}
