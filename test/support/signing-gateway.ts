import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GatewayOptions } from '../../gateway/options';
import { createGatewayServer } from '../../gateway/server';

export const GATEWAY_KEY = {
  accessKeyId: 'LTAI5tGatewayTestKey9abc',
  accessKeySecret: 'a-secret-that-nobody-may-see',
  securityToken: 'a-token-that-nobody-may-see',
};

export interface SentOn {
  path: string;
  headers: IncomingMessage['headers'];
  params: Record<string, string>;
}

/** A gateway before a cloud that writes down what reaches it and answers as told. */
export interface GatewayUnderTest {
  port: number;
  /** What reached the cloud. */
  sent: SentOn[];
  /** What the gateway printed. */
  printed: string[];
  cloudAnswers(answer: (response: ServerResponse) => void): void;
  stop(): Promise<void>;
}

export async function startGateway(
  options: Partial<GatewayOptions> = {},
  slowestRequestMs = 10_000,
): Promise<GatewayUnderTest> {
  const sent: SentOn[] = [];
  const printed: string[] = [];
  let answer = (response: ServerResponse): void => {
    response.setHeader('content-type', 'application/json').end('{"RequestId":"R-1"}');
  };
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const params = Object.fromEntries(new URLSearchParams(await readAll(request)));
    sent.push({ path: request.url ?? '', headers: request.headers, params });
    answer(response);
  };
  const cloud = createServer((request, response) => void take(request, response));
  const cloudPort = await listen(cloud);
  const gateway = createGatewayServer({
    options: {
      endpoint: `http://127.0.0.1:${cloudPort}`,
      readOnly: false,
      origin: null,
      credentials: GATEWAY_KEY,
      ...options,
    },
    files: (path) => (path === '/' ? { body: Buffer.from('console'), headers: {} } : null),
    log: (line) => printed.push(line),
    slowestRequestMs,
  });
  const port = await listen(gateway);
  return {
    port,
    sent,
    printed,
    cloudAnswers: (next) => {
      answer = next;
    },
    async stop() {
      for (const server of [gateway, cloud]) {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      }
    },
  };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
