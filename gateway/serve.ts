import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { readGatewayOptions, USAGE, type GatewayOptions } from './options';
import { createGatewayServer } from './server';
import { loadStaticFiles } from './static-files';

const VENDOR = 'https://*.aliyuncs.com';
const folder = process.env['CONSOLE_DIST'] ?? fileURLToPath(new URL('../dist', import.meta.url));

/** The built console on the loop-back interface, with its calls signed here or in the browser. */
async function serve(options: GatewayOptions): Promise<void> {
  if (!existsSync(`${folder}/index.html`)) await (await import('vite')).build({ logLevel: 'warn' });
  const { credentials, endpoint } = options;
  const files = loadStaticFiles(folder, {
    connect: credentials ? [] : [endpoint ?? VENDOR],
    meta: credentials
      ? { 'console-back-end': 'gateway' }
      : { 'console-back-end': 'keys', ...(endpoint ? { 'console-endpoint': endpoint } : {}) },
  });
  const log = (line: string) => console.log(`${new Date().toISOString()} ${line}`);
  const server = createGatewayServer({ options, files, log });
  server.on('error', (error) => fail(`cannot listen on port ${options.port}: ${error.message}`, 1));
  server.listen(options.port, '127.0.0.1', () => {
    console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  const end = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    // Calls on their way may end; what is still open then is cut.
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

function fail(message: string, exitCode: number): never {
  console.error(message);
  process.exit(exitCode);
}

function optionsOrExit(): GatewayOptions {
  try {
    const options = readGatewayOptions(process.argv.slice(2), process.env);
    if (options) return options;
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, 2);
  }
}

await serve(optionsOrExit());
