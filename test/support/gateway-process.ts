import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const READY = /listening on (http:\/\/127\.0\.0\.1:\d+)/;

/** The built console with its gateway in a process of its own, as `npm run live` starts it. */
export interface GatewayProcess {
  /** `http://127.0.0.1:PORT`. */
  url: string;
  /** What it printed so far. */
  printed(): string;
  stop(): Promise<void>;
}

/** Resolves when it listens; rejects with what it printed when it ends before. */
export async function startGatewayProcess(
  options: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<GatewayProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'gateway/serve.ts', '--port', '0', ...options], {
    cwd: PROJECT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const match = READY.exec(printed);
      if (match?.[1]) resolve(match[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`The gateway ended:\n${printed}`)));
  });
  return {
    url,
    printed: () => printed,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
