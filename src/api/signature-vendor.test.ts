import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import RPCClient from '@alicloud/pop-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { flatten } from './params';
import { signV1 } from './signature';

/** What the vendor's own client sends, decoded. */
interface Sent {
  method: string;
  params: Record<string, string>;
}

const sent: Sent[] = [];
let server: Server;
let endpoint = '';

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const params = Object.fromEntries([...url.searchParams, ...new URLSearchParams(body)]);
    sent.push({ method: request.method ?? '', params });
    response.end('{"RequestId":"R"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it.each(['POST', 'GET'])(
  'K3: the vendor’s client, sending %s, flattens and signs as we do',
  async (method) => {
    const params = {
      RegionId: 'cn-beijing',
      InstanceId: ['i-1', 'i-2'],
      Tag: [
        { Key: "it's", Value: '測試 😀' },
        { Key: '*(!)~', Value: 'a+b c&d=e%' },
      ],
      Parameters: '{"name":"O\'Neil"}',
      Timed: true,
      Timeout: 60,
    };
    const client = new RPCClient({
      endpoint,
      apiVersion: '2014-05-26',
      accessKeyId: 'testid',
      accessKeySecret: 'testsecret',
    });
    await client.request('InvokeCommand', params, { method });
    const arrived = sent.at(-1) ?? { method: 'nothing arrived', params: {} };
    expect(arrived.method).toBe(method);
    expect(arrived.params).toMatchObject(flatten(params));
    expect(await signV1(method, arrived.params, 'testsecret')).toBe(arrived.params['Signature']);
  },
);
