import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const READY = /listening on (http:\/\/127\.0\.0\.1:(\d+))/;
const START_LIMIT_MS = 30_000;
/** Whoever started it may end without a word; then its end of the pipe is gone. */
const END_WITH_STARTER = 'data:text/javascript,process.stdin.on("close",()=>process.exit()).resume()';

/** An HTTP emulator in a process of its own, as `npm run emulator` starts it. */
export interface EmulatorProcess {
  /** `http://127.0.0.1:PORT`. */
  url: string;
  /** `127.0.0.1:PORT`, the SDKs' endpoint. */
  host: string;
  /** Drives it: `clock`, `faults`, `reset` with a JSON body. Rejects when it refuses. */
  control(path: 'clock' | 'faults' | 'reset', body?: unknown): Promise<void>;
  stop(): Promise<void>;
}

/** Starts `mocks/server.ts` on a free port; resolves when it says it is ready, rejects with what it printed when it is not. */
export async function startEmulatorProcess(options: readonly string[] = []): Promise<EmulatorProcess> {
  const node = ['--import', 'tsx', '--import', END_WITH_STARTER];
  const child = spawn(process.execPath, [...node, 'mocks/server.ts', '--port', '0', ...options], {
    cwd: PROJECT,
    stdio: 'pipe',
  });
  const ended = once(child, 'exit');
  let printed = '';
  const ready = await new Promise<RegExpExecArray>((resolve, reject) => {
    const fail = (why: string) => {
      child.kill();
      reject(new Error(`The emulator ${why}:\n${printed}`));
    };
    const limit = setTimeout(() => fail('did not start in time'), START_LIMIT_MS);
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const match = READY.exec(printed);
      if (!match) return;
      clearTimeout(limit);
      resolve(match);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => {
      clearTimeout(limit);
      fail('ended');
    });
  });
  const url = ready[1]!;
  return {
    url,
    host: `127.0.0.1:${ready[2]}`,
    async control(path, body = {}) {
      const response = await fetch(`${url}/__emulator/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${path} was refused: ${response.status} ${await response.text()}`);
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}
