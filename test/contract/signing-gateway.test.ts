import { afterEach, describe, expect, it } from 'vitest';
import { GATEWAY_HEADER } from '@/api/gateway';
import { accountKeyOf } from '@/api/account-key';
import { signV1 } from '@/api/signature';
import { readGatewayOptions } from '../../gateway/options';
import { rawBytes, rawRequest, type RawRequest } from '../support/raw-http';
import { GATEWAY_KEY, startGateway, type GatewayUnderTest } from '../support/signing-gateway';

let gateway: GatewayUnderTest;
afterEach(() => gateway?.stop());

const FORM = 'application/x-www-form-urlencoded';

/** A call as the console's own page sends it, with changes; a header set to '' is left out. */
function call(change: RawRequest = {}) {
  const { port } = gateway;
  const own = {
    host: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    'sec-fetch-site': 'same-origin',
    'content-type': FORM,
    [GATEWAY_HEADER]: '1',
    ...change.headers,
  };
  return rawRequest(port, {
    path: '/gateway/ecs/DescribeCommands',
    method: 'POST',
    body: 'RegionId=cn-hangzhou',
    ...change,
    headers: Object.fromEntries(Object.entries(own).filter(([, value]) => value !== '')),
  });
}

/** How a call was refused, having reached no cloud. */
async function refusal(change: RawRequest): Promise<string> {
  const { status, text } = await call(change);
  expect(gateway.sent).toEqual([]);
  return `${(JSON.parse(text) as { Code: string }).Code} ${status}`;
}

describe('the gateway', () => {
  it('K2: signs the console’s call and passes the answer on', async () => {
    gateway = await startGateway();
    gateway.cloudAnswers((response) => {
      response
        .writeHead(400, { 'x-acs-request-id': 'R-2', 'set-cookie': 'a=b', server: 'cloud' })
        .end('{"RequestId":"R-2","Code":"Throttling","Message":"Slow down."}');
    });
    const answer = await call({ body: 'RegionId=cn-hangzhou&InstanceId.1=i-1&Name=%E9%9B%B2%20%2A' });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ Code: 'Throttling', Message: 'Slow down.' });
    expect(answer.headers['x-acs-request-id']).toBe('R-2');
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    const [{ params } = { params: {} as Record<string, string> }] = gateway.sent;
    expect(params).toMatchObject({
      Action: 'DescribeCommands',
      Version: '2014-05-26',
      AccessKeyId: GATEWAY_KEY.accessKeyId,
      SecurityToken: GATEWAY_KEY.securityToken,
      'InstanceId.1': 'i-1',
      Name: '雲 *',
    });
    expect(params['Signature']).toBe(await signV1('POST', params, GATEWAY_KEY.accessKeySecret));
  });

  it('K2: says what it is without its key', async () => {
    gateway = await startGateway({ readOnly: true });
    const own = { host: `localhost:${gateway.port}`, 'sec-fetch-site': 'same-origin' };
    const { text } = await rawRequest(gateway.port, { path: '/gateway/status', headers: own });
    expect(JSON.parse(text)).toMatchObject({
      gateway: 'ecs-operations-console',
      account: 'LTAI…9abc',
      readOnly: true,
    });
    expect(text).not.toContain(GATEWAY_KEY.accessKeySecret);
    expect(text).not.toContain(GATEWAY_KEY.accessKeyId);
    const { accountKey, endpoint } = JSON.parse(text) as { accountKey: string; endpoint: string };
    expect(accountKey).toBe(await accountKeyOf(GATEWAY_KEY.accessKeyId, endpoint));
  });

  it('K2: read-only, it reads and refuses to write', async () => {
    gateway = await startGateway({ readOnly: true });
    expect(await refusal({ path: '/gateway/ecs/InvokeCommand' })).toBe('Gateway.ReadOnly 403');
    expect((await call()).status).toBe(200);
  });

  it('K2: takes its key from the environment and nothing from a key that is half there', () => {
    const environment = {
      ALIBABA_CLOUD_ACCESS_KEY_ID: ' id ',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'secret',
      ALIBABA_CLOUD_SECURITY_TOKEN: 'token',
    };
    expect(readGatewayOptions(['--endpoint', 'http://127.0.0.1:4010/'], environment)).toMatchObject({
      endpoint: 'http://127.0.0.1:4010',
      credentials: { accessKeyId: 'id', accessKeySecret: 'secret', securityToken: 'token' },
    });
    expect(() => readGatewayOptions([], { ALIBABA_CLOUD_ACCESS_KEY_ID: 'id' })).toThrow('No key');
    for (const endpoint of ['file:///etc/passwd', 'http://user@host', 'nonsense', 'https://host/?a=1'])
      expect(() => readGatewayOptions(['--endpoint', endpoint], environment)).toThrow('--endpoint');
    expect(readGatewayOptions(['--browser-keys'], {})).toMatchObject({ credentials: null });
  });
});

describe('an attack on the gateway', () => {
  it.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed page', { origin: 'null' }],
    ['no page at all', { origin: '' }],
    ['a page of another site, by its own word', { 'sec-fetch-site': 'cross-site' }],
    ['another service of this machine', { 'sec-fetch-site': 'same-site' }],
    ['a form, which can set no header', { [GATEWAY_HEADER]: '' }],
  ])('K2: from %s is refused', async (_from, headers) => {
    gateway = await startGateway();
    expect(await refusal({ headers })).toBe('Gateway.ForeignOrigin 403');
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost.evil.example'])(
    'K2: by a name that was made to lead here (%s) is refused, for the page itself too',
    async (host) => {
      gateway = await startGateway();
      expect(await refusal({ headers: { host } })).toBe('Gateway.ForeignHost 421');
      expect((await rawRequest(gateway.port, { headers: { host } })).status).toBe(421);
      const path = '/gateway/status';
      expect((await rawRequest(gateway.port, { path, headers: { host } })).status).toBe(421);
    },
  );

  it('K2: a preflight of another site is not granted', async () => {
    gateway = await startGateway();
    const { status, headers } = await call({
      method: 'OPTIONS',
      body: '',
      headers: { origin: 'https://evil.example' },
    });
    expect(status).toBe(405);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each([
    '/gateway/ecs/DescribeUserData',
    '/gateway/ecs/describecommands',
    '/gateway/ram/CreateAccessKey',
    '/gateway/cms/DescribeCommands',
    '/gateway/ecs/DescribeCommands/',
    '/gateway/ecs/DescribeCommands%20',
    '/gateway/ecs/constructor',
    '/gateway/__proto__/read',
    '/gateway/ecs/../ecs/DescribeUserData',
    '/gateway/ecs/DescribeCommands%0d%0aX-Injected:%201',
  ])('K2: through an action that is not the console’s (%s) is refused', async (path) => {
    gateway = await startGateway();
    expect(await refusal({ path })).toBe('Gateway.UnknownAction 404');
  });

  it.each([
    'RegionId=evil.example%2F',
    'RegionId=cn-hangzhou.evil.example',
    'RegionId=cn-hangzhou@evil.example',
    'RegionId=%23',
    'RegionId=',
    '',
    'RegionId=cn-hangzhou&RegionId=evil',
    'RegionId=cn-hangzhou&Action=RunInstances',
    'RegionId=cn-hangzhou&AccessKeyId=other',
    'RegionId=cn-hangzhou&SecurityToken=other',
    'RegionId=cn-hangzhou&Version=2015-01-01',
    'RegionId=cn-hangzhou&__proto__=x',
    'RegionId=cn-hangzhou&a%0d%0ab=x',
  ])('K2: through the parameters %s is refused', async (body) => {
    gateway = await startGateway();
    expect(await refusal({ body })).toBe('Gateway.BadRequest 400');
  });

  it('K2: cannot choose where a call goes', async () => {
    gateway = await startGateway();
    const answer = await call({
      body: 'RegionId=cn-hangzhou&Endpoint=http%3A%2F%2Fevil.example&Host=evil.example',
    });
    expect(answer.status).toBe(200);
    expect(gateway.sent[0]?.headers.host).toMatch(/^127\.0\.0\.1:/);
    const absolute = await rawBytes(
      gateway.port,
      `GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:${gateway.port}\r\nConnection: close\r\n\r\n`,
    );
    expect(absolute).toContain('console');
    expect(gateway.sent).toHaveLength(1);
  });

  it('K2: a cloud that points elsewhere is not followed', async () => {
    gateway = await startGateway();
    gateway.cloudAnswers((response) => response.writeHead(307, { location: 'http://evil.example/' }).end());
    const { status, text } = await call();
    expect([status, (JSON.parse(text) as { Code: string }).Code]).toEqual([502, 'Gateway.Unreachable']);
  });

  it('K2: with a body too large is refused, said or unsaid', async () => {
    gateway = await startGateway();
    const body = `RegionId=cn-hangzhou&Name=${'x'.repeat(300 * 1024)}`;
    expect(await refusal({ body })).toBe('Gateway.TooLarge 413');
    const headers = { 'transfer-encoding': 'chunked' };
    expect(await refusal({ body, headers })).toBe('Gateway.TooLarge 413');
    const many = Array.from({ length: 2_100 }, (_, index) => `&a.${index}=1`).join('');
    expect(await refusal({ body: `RegionId=cn-hangzhou${many}` })).toBe('Gateway.BadRequest 400');
    expect(await refusal({ headers: { 'content-type': 'application/json' } })).toBe('Gateway.BadRequest 415');
  });

  it('K2: with a body or a head that never ends is cut off', async () => {
    gateway = await startGateway({}, 300);
    const { port } = gateway;
    const own = `Host: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n${GATEWAY_HEADER}: 1\r\n`;
    const head = `POST /gateway/ecs/DescribeCommands HTTP/1.1\r\n${own}Content-Type: ${FORM}\r\n`;
    await rawBytes(port, `${head}Content-Length: 100\r\n\r\nRegionId=`);
    await rawBytes(port, head);
    expect(gateway.sent).toEqual([]);
  });

  it('K2: with headers inside headers reaches no cloud and gets none back', async () => {
    gateway = await startGateway();
    const { port } = gateway;
    const own = `Host: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n${GATEWAY_HEADER}: 1\r\n`;
    const head = `POST /gateway/ecs/DescribeCommands HTTP/1.1\r\n${own}Connection: close\r\n`;
    const smuggled = `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n`;
    expect(await rawBytes(port, smuggled)).toMatch(/^HTTP\/1\.1 400/);
    const doubled = `${head}Host: evil.example\r\nContent-Length: 0\r\n\r\n`;
    expect(await rawBytes(port, doubled)).toMatch(/^HTTP\/1\.1 4/);
    expect(gateway.sent).toEqual([]);
    const injected = await call({
      headers: { cookie: 'a=b', authorization: 'x', 'x-acs-action': 'RunInstances' },
    });
    expect(injected.status).toBe(200);
    expect(Object.keys(gateway.sent[0]?.headers ?? {})).not.toEqual(
      expect.arrayContaining(['cookie', 'authorization', 'x-acs-action', 'origin']),
    );
    expect(gateway.sent[0]?.params['Action']).toBe('DescribeCommands');
  });

  it('K2: never makes it tell a secret: not in an answer, not in what it prints', async () => {
    gateway = await startGateway();
    const { accessKeySecret, securityToken } = GATEWAY_KEY;
    gateway.cloudAnswers((response) => {
      const Message = `Specified signature is not matched. server string to sign is:POST&SecurityToken=${securityToken}`;
      response
        .writeHead(400)
        .end(JSON.stringify({ Code: 'SignatureDoesNotMatch', Message, Detail: accessKeySecret }));
    });
    const { text } = await call();
    expect(JSON.parse(text)).toMatchObject({ Code: 'SignatureDoesNotMatch' });
    gateway.cloudAnswers((response) => response.destroy());
    const broken = await call();
    expect(broken.status).toBe(502);
    const seen = text + broken.text + gateway.printed.join('\n');
    for (const secret of [accessKeySecret, securityToken]) expect(seen).not.toContain(secret);
    expect(seen).not.toContain('string to sign');
    expect(gateway.printed.join('\n')).not.toContain('cn-hangzhou');
    expect(gateway.printed).toHaveLength(2);
  });
});
