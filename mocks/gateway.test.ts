import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeRunner } from '../test/support/fake-runner';
import { signedRequest } from '../test/support/signed-request';
import type { SigningOptions } from '../test/support/signed-request';
import { createActionRegistry } from './actions';
import { createClock } from './clock';
import { OutOfReach } from './fault';
import { createFaultBoard } from './faults';
import { createGateway } from './gateway';
import { createTestEmulator } from './node';
import type { TestEmulator } from './node';
import { createWorld } from './world/world';

/** A gateway whose every action ends so. */
function gatewayThatFails(failure: unknown) {
  const defects: unknown[] = [];
  const handle = createGateway({
    registry: createActionRegistry(),
    secrets: { testid: 'testsecret' },
    clock: createClock(),
    faults: createFaultBoard(),
    world: () => createWorld({ seed: 1, fleetSize: 60, bornAt: 0 }),
    run: () => Promise.reject(failure),
    wait: () => Promise.resolve(),
    onDefect: (defect) => void defects.push(defect),
  });
  return { handle, defects };
}

const regions = { RegionId: 'cn-hangzhou' };
const open = () => createTestEmulator({ runner: createFakeRunner() });

async function call(
  test: TestEmulator,
  action: string,
  params: Record<string, string> = regions,
  options: SigningOptions = {},
) {
  const response = await test.emulator.handle(await signedRequest(action, params, options));
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

describe('forms of a call (contract 1.1)', () => {
  it.each<[string, SigningOptions]>([
    ['v1 GET', { method: 'GET' }],
    ['v1 POST', { method: 'POST' }],
    ['v3 POST', { style: 'v3' }],
    ['v3 GET', { style: 'v3', method: 'GET' }],
  ])('K3: accepts %s', async (_form, options) => {
    const test = await open();
    const { status, body } = await call(test, 'DescribeCommands', regions, options);
    expect(status).toBe(200);
    expect(body).toMatchObject({ PageNumber: 1, PageSize: 10, NextToken: expect.any(String) });
    expect(body).not.toHaveProperty('Code');
  });

  it('K3: answers the documented v1 vector, whatever the query leaves unescaped', async () => {
    const test = await createTestEmulator({
      runner: createFakeRunner(),
      clock: {
        now: () => 0,
        set: () => undefined,
        advance: () => undefined,
        machine: () => Date.parse('2020-02-24T08:30:15Z'),
      },
    });
    const canonical =
      "AccessKeyId=testid&Action=InvokeCommand&CommandId=c-0123456789abcdef&Format=JSON&Frequency=0%200%2F5%2014%20*%20*%20%3F&InstanceId.1=i-bp1aaaaaaaaaaaaaaaaa&InstanceId.2=i-bp1bbbbbbbbbbbbbbbbb&Parameters=%7B%22name%22%3A%22O'Neil%20~%20%E6%B8%AC%E8%A9%A6%22%7D&RegionId=cn-hangzhou&SignatureMethod=HMAC-SHA1&SignatureNonce=9b7a44b0-3be1-11e5-8c73-08002700c460&SignatureVersion=1.0&Timed=true&Timestamp=2020-02-24T08%3A30%3A15Z&Version=2014-05-26&Signature=faXwnTr6BGnU%2BTGsM5ap1UgFRfE%3D";
    const response = await test.emulator.handle(
      new Request('https://ecs.aliyuncs.com/', {
        method: 'POST',
        body: canonical,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    );
    expect(await response.json()).toMatchObject({ Code: 'InvalidCmdId.NotFound' });
  });

  it('K3: answers a preflight with the captured CORS headers and those of version 3', async () => {
    const { emulator } = await open();
    const response = await emulator.handle(new Request('https://ecs.aliyuncs.com/', { method: 'OPTIONS' }));
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-headers')).toContain('x-acs-signature-nonce');
  });

  it('K3: says that it answers JSON when JSON was not asked for', async () => {
    const { headers, body } = await call(
      await open(),
      'DescribeRegions',
      {},
      { common: { Format: undefined } },
    );
    expect(headers.get('x-emulator-format')).toContain('JSON');
    expect(body).toHaveProperty('Regions');
  });
});

describe('refusals of the gateway (contract 1.7, 10.2)', () => {
  it.each<[string, string, number, string, Record<string, string>, SigningOptions]>([
    ['an unknown action', 'InvalidAction.NotFound', 404, 'DescribeNothing', regions, {}],
    ['an action of the prototype', 'InvalidAction.NotFound', 404, 'constructor', regions, {}],
    [
      'an action of another product',
      'InvalidAction.NotFound',
      404,
      'DescribeCommands',
      regions,
      { version: '2019-01-01' },
    ],
    ['an unknown version', 'InvalidVersion', 400, 'DescribeCommands', regions, { version: '2012-01-01' }],
    ['no action', 'MissingAction', 400, 'x', regions, { common: { Action: undefined } }],
    [
      'no key',
      'MissingAccessKeyId',
      400,
      'DescribeCommands',
      regions,
      { common: { AccessKeyId: undefined } },
    ],
    [
      'no nonce',
      'MissingSignatureNonce',
      400,
      'DescribeCommands',
      regions,
      { common: { SignatureNonce: undefined } },
    ],
    [
      'no timestamp',
      'MissingTimestamp',
      400,
      'DescribeCommands',
      regions,
      { common: { Timestamp: undefined } },
    ],
    [
      'another signature method',
      'IncompleteSignature',
      400,
      'DescribeCommands',
      regions,
      { common: { SignatureMethod: 'MD5' } },
    ],
    [
      'an unknown key',
      'InvalidAccessKeyId.NotFound',
      404,
      'DescribeCommands',
      regions,
      { accessKeyId: 'stranger' },
    ],
    [
      'a key of the prototype',
      'InvalidAccessKeyId.NotFound',
      404,
      'DescribeCommands',
      regions,
      { accessKeyId: 'toString' },
    ],
    [
      'a malformed timestamp',
      'InvalidTimeStamp.Format',
      400,
      'DescribeCommands',
      regions,
      { common: { Timestamp: '2026-11-23 00:00' } },
    ],
    [
      'a timestamp 16 minutes old',
      'InvalidTimeStamp.Expired',
      400,
      'DescribeCommands',
      regions,
      { at: Date.now() - 16 * 60_000 },
    ],
    [
      'a timestamp 16 minutes ahead',
      'InvalidTimeStamp.Expired',
      400,
      'DescribeCommands',
      regions,
      { at: Date.now() + 16 * 60_000 },
    ],
    ['a wrong secret', 'SignatureDoesNotMatch', 400, 'DescribeCommands', regions, { secret: 'wrong' }],
    [
      'a wrong secret in version 3',
      'SignatureDoesNotMatch',
      400,
      'DescribeCommands',
      regions,
      { style: 'v3', secret: 'wrong' },
    ],
    ['no region', 'MissingParameter.RegionId', 400, 'DescribeCommands', {}, {}],
    [
      'an unknown region',
      'InvalidRegionId.NotFound',
      404,
      'DescribeCommands',
      { RegionId: 'cn-atlantis' },
      {},
    ],
  ])('K4: refuses %s with %s', async (_what, code, status, action, params, options) => {
    const test = await open();
    const answer = await call(test, action, params, options);
    expect(answer.body).toMatchObject({
      Code: code,
      HostId: 'ecs.cn-beijing.aliyuncs.com',
      Message: expect.any(String),
    });
    expect(answer.status).toBe(status);
    expect(answer.body['RequestId']).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
    expect(answer.headers.get('x-acs-request-id')).toBe(answer.body['RequestId']);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(test.defects).toEqual([]);
  });

  it('K4: a wrong signature is answered with the string the server signed', async () => {
    const { body } = await call(await open(), 'DescribeCommands', regions, { secret: 'wrong' });
    expect(body['Message']).toMatch(/server string to sign is:POST&%2F&AccessKeyId%3Dtestid/);
  });

  it('K4: refuses a nonce seen before, and takes it again after half an hour', async () => {
    let machine = Date.now();
    const clock = {
      now: () => machine,
      set: () => undefined,
      advance: () => undefined,
      machine: () => machine,
    };
    const test = await createTestEmulator({ runner: createFakeRunner(), clock });
    const options = { nonce: 'same', at: machine };
    expect((await call(test, 'DescribeCommands', regions, options)).status).toBe(200);
    expect((await call(test, 'DescribeCommands', regions, options)).body).toMatchObject({
      Code: 'SignatureNonceUsed',
    });
    machine += 31 * 60_000;
    expect((await call(test, 'DescribeCommands', regions, { nonce: 'same', at: machine })).status).toBe(200);
  });

  it('K4: a moved world does not make a request look stale', async () => {
    const test = await open();
    test.clock.advance(40 * 86_400_000);
    expect((await call(test, 'DescribeCommands')).status).toBe(200);
  });

  it('K4: refuses a body changed after signing in version 3', async () => {
    const { emulator } = await open();
    const signed = await signedRequest('DescribeCommands', regions, { style: 'v3' });
    const changed = new Request(signed.url, { method: 'POST', headers: signed.headers, body: 'PageSize=50' });
    expect(await (await emulator.handle(changed)).json()).toMatchObject({ Code: 'SignatureDoesNotMatch' });
  });
});

describe('injected faults', () => {
  it('K4: answers an injected code as often as asked, after authentication', async () => {
    const test = await open();
    test.emulator.faults.set([
      { action: 'DescribeCommands', code: 'Throttling.User', status: 400, times: 1 },
    ]);
    expect((await call(test, 'DescribeRegions')).status).toBe(200);
    expect((await call(test, 'DescribeCommands', regions, { secret: 'wrong' })).body).toMatchObject({
      Code: 'SignatureDoesNotMatch',
    });
    expect((await call(test, 'DescribeCommands')).body).toMatchObject({ Code: 'Throttling.User' });
    expect((await call(test, 'DescribeCommands')).status).toBe(200);
  });

  it('K4: sends a raw body and breaks the network when told to', async () => {
    const { emulator, fetch } = await open();
    emulator.faults.set([
      { action: 'DescribeCommands', body: '<html>', contentType: 'text/html', status: 502, times: 1 },
      { action: 'DescribeCommands', network: true, times: 1 },
    ]);
    const html = await fetch(await signedRequest('DescribeCommands', regions));
    expect([html.status, html.headers.get('content-type'), await html.text()]).toEqual([
      502,
      'text/html',
      '<html>',
    ]);
    await expect(fetch(await signedRequest('DescribeCommands', regions))).rejects.toThrow(TypeError);
  });
});

describe('random input', () => {
  const names = fc.constantFrom(
    'Name',
    'Type',
    'CommandContent',
    'CommandId',
    'InstanceId.1',
    'InstanceId.02',
    'InstanceId.x',
    'PageSize',
    'PageNumber',
    'MaxResults',
    'NextToken',
    'Parameters',
    'Timed',
    'Frequency',
    'RepeatMode',
    'Timeout',
    'InvokeId',
    'InvokeStatus',
    'Tag.1.Key',
    'Tag.1.Value',
    'ClientToken',
    'ContentEncoding',
    'EnableParameter',
    'IncludeOutput',
    'Filter.1.Key',
    'Filter.1.Value',
    'InstanceIds',
    '__proto__',
    'AttributeName.1',
    'Description',
    'ResourceType',
    'ResourceId.1',
  );
  const values = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      '0',
      '-1',
      '1e9',
      'true',
      'null',
      '{}',
      '[]',
      '[1]',
      '["a"]',
      '{"a":1}',
      'RunShellScript',
      'bHM=',
      '****',
      'WzEsImEiXQ==',
    ),
  );
  const actions = fc.constantFrom(
    'CreateCommand',
    'DescribeCommands',
    'ModifyCommand',
    'DeleteCommand',
    'InvokeCommand',
    'DescribeInvocations',
    'DescribeInvocationResults',
    'StopInvocation',
    'DescribeAccountAttributes',
    'DescribeInstances',
    'DescribeInstanceStatus',
    'DescribeInstancesFullStatus',
    'DescribeCloudAssistantStatus',
    'DescribeRegions',
    'DescribeZones',
    'DescribeTags',
    'ListTagResources',
  );

  it('K1: no parameters make it answer anything but JSON, or fail itself', async () => {
    const test = await open();
    await fc.assert(
      fc.asyncProperty(actions, fc.dictionary(names, values), async (action, params) => {
        const { status, body } = await call(test, action, { ...params, ...regions });
        expect(body['RequestId']).toEqual(expect.any(String));
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 400 },
    );
    expect(test.defects).toEqual([]);
  });
});

describe('an action that comes to no answer', () => {
  it('J5: without its code, as the connection is gone, the call is lost', async () => {
    const { handle, defects } = gatewayThatFails(new OutOfReach());
    const response = await handle(await signedRequest('DescribeDisks', regions));
    expect(response.type).toBe('error');
    expect(defects).toEqual([]);
  });

  it('K4: by a defect it is an InternalError that gives nothing away, and the defect is told', async () => {
    const defect = new Error('the secret place');
    const { handle, defects } = gatewayThatFails(defect);
    const response = await handle(await signedRequest('DescribeDisks', regions));
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ Code: 'InternalError' });
    expect(text).not.toContain('secret place');
    expect(defects).toEqual([defect]);
  });
});
