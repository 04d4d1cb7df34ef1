import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accountKeyOf } from '@/api/account-key';
import { GATEWAY_PATH, GATEWAY_STATUS_PATH, maskedKeyId, type GatewayStatus } from '@/api/gateway';
import { createAccess } from './access';
import { readForm } from './body';
import { calledAction, readParameters } from './call';
import { createForward, type Answer } from './forward';
import type { GatewayOptions } from './options';
import { Refusal } from './refusal';
import type { loadStaticFiles } from './static-files';

interface GatewayParts {
  options: Omit<GatewayOptions, 'port'>;
  files: ReturnType<typeof loadStaticFiles>;
  /** One line for each call and refusal: never a parameter, a header or a key. */
  log(line: string): void;
  /** A request must have arrived whole within this time. */
  slowestRequestMs?: number;
}

/** Calls on their way to the cloud at once. */
const MOST_CALLS = 32;

/** The console and its signing gateway as one server; not listening yet. */
export function createGatewayServer(parts: GatewayParts): Server {
  const { options, files, log, slowestRequestMs = 10_000 } = parts;
  const { credentials, endpoint, readOnly } = options;
  const access = createAccess(() => (server.address() as AddressInfo | null)?.port ?? 0, options.origin);
  const forward = credentials && createForward({ credentials, endpoint });
  let calls = 0;

  async function call(request: IncomingMessage, path: string): Promise<Answer> {
    access.requireOwnCall(request.headers);
    if (!forward) throw new Refusal(404, 'Gateway.None', 'Keys are entered in the browser here.');
    const asked = calledAction(path, readOnly);
    if (calls >= MOST_CALLS) throw new Refusal(503, 'Gateway.Busy', 'Too many calls are on their way.');
    calls++;
    try {
      return await forward({ ...asked, ...readParameters(await readForm(request)) });
    } finally {
      calls--;
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method } = request;
    const { pathname } = new URL(request.url ?? '/', 'http://gateway');
    if (!pathname.startsWith(GATEWAY_PATH)) {
      access.requireHost(request.headers);
      const file = method === 'GET' || method === 'HEAD' ? files(pathname) : null;
      if (!file) throw new Refusal(404, 'Gateway.NotFound', 'Nothing is here.');
      response.writeHead(200, file.headers).end(method === 'HEAD' ? undefined : file.body);
    } else if (pathname === GATEWAY_STATUS_PATH && method === 'GET') {
      access.requireOwnPage(request.headers);
      if (!credentials) throw new Refusal(404, 'Gateway.None', 'Keys are entered in the browser here.');
      const { accessKeyId } = credentials;
      const status: GatewayStatus = {
        gateway: 'ecs-operations-console',
        account: maskedKeyId(accessKeyId),
        accountKey: await accountKeyOf(accessKeyId, endpoint),
        readOnly,
        endpoint,
      };
      sendJson(response, 200, status);
    } else if (method === 'POST') {
      const startedAt = Date.now();
      const { status: code, headers, body } = await call(request, pathname);
      response.writeHead(code, { ...headers, ...NEVER_KEPT }).end(body);
      log(`${pathname.slice(GATEWAY_PATH.length)} ${code} ${Date.now() - startedAt} ms`);
    } else throw new Refusal(405, 'Gateway.BadRequest', 'POST is expected.');
  }

  const server = createServer(
    {
      headersTimeout: slowestRequestMs,
      requestTimeout: slowestRequestMs,
      connectionsCheckingInterval: slowestRequestMs / 10,
      keepAliveTimeout: 5_000,
    },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        if (request.destroyed && !request.complete) return; // cut off for being slow, or gone
        const refusal =
          error instanceof Refusal ? error : new Refusal(500, 'Gateway.Failed', 'The gateway itself failed.');
        log(`refused ${refusal.code} ${refusal.status}`);
        refuse(request, response, refusal);
      });
    },
  );
  server.maxConnections = 256;
  return server;
}

const NEVER_KEPT = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json;charset=utf-8', ...NEVER_KEPT })
    .end(JSON.stringify(body));
}

/** An error in the API's own form, so that the page tells it like any other. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code, message }: Refusal,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // The rest of the body is thrown away as it comes, so that the sender gets to read why.
  request.resume();
  sendJson(response, status, { RequestId: '', Code: code, Message: message });
}
