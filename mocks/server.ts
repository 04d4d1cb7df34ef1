import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServer as createMockApp } from '@mswjs/http-middleware';
import { http } from 'msw';
import { createClock } from './clock';
import { createControl } from './control';
import { createEmulator } from './emulator';
import { createMemoryJournal } from './journal-memory';
import { createLazyRunner } from './lazy-runner';
import { readServerOptions, USAGE } from './server-options';
import type { ServerOptions } from './server-options';

const CONNECTION = 'x-emulator-connection';

/** The emulator over HTTP, for the vendor's own SDKs. On the loop-back interface only. */
async function serve({ port, instances, seed, now, profile }: ServerOptions): Promise<void> {
  const clock = createClock(Date.now, now ?? undefined);
  const emulator = await createEmulator({
    journal: createMemoryJournal({ bornAt: clock.now(), seed, fleetSize: instances, profile }),
    clock,
    runner: createLazyRunner(async () => (await import('./agent/node-runner')).createNodeRunner()),
    credentials: { testid: 'testsecret', 'STS.testid': { secret: 'ststestsecret', temporary: true } },
    onError: (error) => console.error(error),
  });
  const control = createControl(emulator, clock, () => now ?? Date.now());
  // MSW's handlers see no sockets; the number put into this header is how one finds its own.
  const sockets = new Map<string, Socket>();
  let connections = 0;
  const app = createMockApp(
    http.all('*', async ({ request }) => {
      const response = (await control(request)) ?? (await emulator.handle(request));
      if (response.type !== 'error') return response;
      sockets.get(request.headers.get(CONNECTION) ?? '')?.destroy();
      return new Response(null, { status: 503 });
    }),
  );
  app.disable('x-powered-by');
  const server = createServer({ maxHeaderSize: LONGEST_HEADER }, (request, response) => {
    const id = String((connections += 1));
    request.headers[CONNECTION] = id;
    sockets.set(id, request.socket);
    response.once('close', () => sockets.delete(id));
    app(request, response);
  });
  // Clients reuse a connection long after an answer; ended meanwhile, it would be reset under their next call.
  server.keepAliveTimeout = 60_000;
  server.on('error', (error) => fail(`cannot listen on port ${port}: ${error.message}`, 1));
  server.listen(port, '127.0.0.1', () => {
    console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  const end = () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
    emulator.close();
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

/** The v3 SDKs send all parameters in the URL: a script at the limit, percent-encoded, is beyond Node's 16 KB. */
const LONGEST_HEADER = 256 * 1024;

function fail(message: string, exitCode: number): never {
  console.error(message);
  process.exit(exitCode);
}

function optionsOrExit(): ServerOptions {
  try {
    const options = readServerOptions(process.argv.slice(2));
    if (options) return options;
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, 2);
  }
}

await serve(optionsOrExit());
