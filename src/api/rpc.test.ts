import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from './errors';
import type { Pacing } from './pacing';
import {
  createRpc,
  newClientToken,
  type CallEntry,
  type CallOptions,
  type Params,
  type RpcConfig,
} from './rpc';
import { signV1 } from './signature';

const NOW = Date.UTC(2020, 1, 24, 8, 30, 15);
const SECRET = 'a-secret-of-some-length-0123';
const credentials = { accessKeyId: 'testid', accessKeySecret: SECRET };

type Answer = (init: RequestInit) => Promise<Response>;
interface Sent {
  url: string;
  init: RequestInit;
  params: Record<string, string>;
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  async () =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
const failure = (code: string, status: number, message = 'no', headers?: Record<string, string>): Answer =>
  json(status, { RequestId: 'R-1', Code: code, Message: message }, headers);
const lost: Answer = async () => {
  throw new TypeError('Failed to fetch');
};
const never: Answer = (init) =>
  new Promise((_resolve, reject) =>
    init.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
  );
const ok = json(200, { RequestId: 'R-OK' });

/** A cloud that gives these answers, the last one for ever; time stands still and waiting takes none. */
function cloud(answers: Answer[], config: Partial<RpcConfig> = {}) {
  const sent: Sent[] = [];
  const waits: number[] = [];
  const log: CallEntry[] = [];
  const rpc = createRpc({
    credentials,
    now: () => NOW,
    random: () => 1,
    sleep: async (ms) => void waits.push(ms),
    onCall: (entry) => log.push(entry),
    fetch: async (url, init = {}) => {
      const params = Object.fromEntries(new URLSearchParams(String(init.body)));
      sent.push({ url: String(url), init, params });
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      if (!answer) throw new Error('No answer prepared');
      return answer(init);
    },
    ...config,
  });
  const call = (
    params: Params = {},
    options: CallOptions = { kind: 'read' },
    action = 'DescribeCommands',
    product: 'ecs' | 'cms' = 'ecs',
  ) => rpc(product, action, { RegionId: 'cn-beijing', ...params }, options);
  const fails = (...request: Parameters<typeof call>): Promise<ApiError> =>
    call(...request).then(
      () => expect.unreachable('the call should fail'),
      (error: unknown) => {
        expect(error).toBeInstanceOf(ApiError);
        return error as ApiError;
      },
    );
  return { call, fails, sent, waits, log };
}

afterEach(() => vi.useRealTimers());

describe('request', () => {
  it('K2: is a simple cross-origin request, signed over exactly what it carries', async () => {
    const { call, sent } = cloud([ok]);
    await call({ InstanceId: ['i-1', 'i-2'], Name: 'a b*', Empty: '', Gone: undefined });
    const [{ url, init, params } = expect.unreachable()] = sent;
    expect(url).toBe('https://ecs.cn-beijing.aliyuncs.com/');
    expect(init.method).toBe('POST');
    expect(init.credentials).toBe('omit');
    expect(init.redirect).toBe('error');
    expect(init.headers).toEqual({ 'Content-Type': 'application/x-www-form-urlencoded' });
    expect(params).toMatchObject({
      Action: 'DescribeCommands',
      Version: '2014-05-26',
      Format: 'JSON',
      AccessKeyId: 'testid',
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      Timestamp: '2020-02-24T08:30:15Z',
      RegionId: 'cn-beijing',
      'InstanceId.1': 'i-1',
      'InstanceId.2': 'i-2',
      Name: 'a b*',
      Empty: '',
    });
    expect(params).not.toHaveProperty('Gone');
    expect(params).not.toHaveProperty('SecurityToken');
    expect(params['Signature']).toBe(await signV1('POST', params, SECRET));
  });

  it('K2: temporary credentials are sent and signed', async () => {
    const { call, sent } = cloud([ok], { credentials: { ...credentials, securityToken: 'sts-token-1' } });
    await call();
    expect(sent[0]?.params['SecurityToken']).toBe('sts-token-1');
    expect(sent[0]?.params['Signature']).toBe(await signV1('POST', sent[0]?.params ?? {}, SECRET));
  });

  it('K2: CloudMonitor has its own host and version', async () => {
    const { call, sent } = cloud([json(200, { Code: '200', Success: true })]);
    await call({}, { kind: 'read' }, 'DescribeContactList', 'cms');
    expect(sent[0]?.url).toBe('https://metrics.cn-beijing.aliyuncs.com/');
    expect(sent[0]?.params['Version']).toBe('2019-01-01');
  });

  it('K2: another endpoint can take the vendor’s place', async () => {
    const { call, sent } = cloud([ok], { endpoint: () => 'http://127.0.0.1:4010' });
    await call();
    expect(sent[0]?.url).toBe('http://127.0.0.1:4010/');
  });

  it.each(['evil.com/', 'x', 'cn-beijing.evil.com', '../x-y', 'cn-beijing@evil-x', ''])(
    'K2: a region that would lead the signed request elsewhere is refused unsent: %j',
    async (RegionId) => {
      const { fails, sent } = cloud([ok]);
      expect((await fails({ RegionId })).code).toMatch(/RegionId/);
      expect(sent).toEqual([]);
    },
  );

  it('K4: client tokens are unique and within 64 ASCII characters', () => {
    const tokens = new Set(Array.from({ length: 200 }, newClientToken));
    expect(tokens.size).toBe(200);
    for (const token of tokens) expect(token).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('failures', () => {
  const cases: [string, Answer, Partial<ApiError>][] = [
    [
      'an error of the API',
      failure('InvalidCmdId.NotFound', 404, 'The specified command ID does not exist.'),
      {
        code: 'InvalidCmdId.NotFound',
        message: 'The specified command ID does not exist.',
        httpStatus: 404,
        requestId: 'R-1',
      },
    ],
    [
      'CloudMonitor failing inside HTTP 200',
      json(200, { Code: '404', Success: false, Message: 'no rule', RequestId: 'R-2' }),
      { code: '404', message: 'no rule', httpStatus: 200, requestId: 'R-2' },
    ],
    [
      'Success false as text, without a Code',
      json(200, { Success: 'false', Message: 'no' }),
      { code: 'Refused', message: 'no' },
    ],
    ['Success false beside a successful Code', json(200, { Code: 200, Success: false }), { code: 'Refused' }],
    [
      'a Code that is no success inside HTTP 200',
      json(200, { Code: 'ResourceNotFound' }),
      { code: 'ResourceNotFound' },
    ],
    ['a page of HTML', json(200, '<html>Please sign in</html>'), { code: 'BadResponse', httpStatus: 200 }],
    ['an empty body', json(200, ''), { code: 'BadResponse', httpStatus: 200 }],
    ['cut-off JSON', json(200, '{"Commands":{"Comm'), { code: 'BadResponse', httpStatus: 200 }],
    ['a JSON list', json(200, '[]'), { code: 'BadResponse' }],
    ['JSON null', json(200, 'null'), { code: 'BadResponse' }],
    [
      'HTTP 404 with JSON that names no Code',
      json(404, { error: 'x' }),
      { code: 'BadResponse', httpStatus: 404 },
    ],
    [
      'HTTP 404 in HTML, request ID in the header',
      json(404, '<h1>', { 'x-acs-request-id': 'R-3' }),
      { code: 'BadResponse', requestId: 'R-3' },
    ],
  ];
  it.each(cases)('K4: %s', async (_name, answer, expected) => {
    const { fails, sent } = cloud([answer]);
    const error = await fails();
    expect(error).toMatchObject({ ...expected, action: 'DescribeCommands', product: 'ecs', attempts: 1 });
    expect(sent).toHaveLength(1);
  });

  it.each([
    { Code: '200', Success: true },
    { Code: 200 },
    { Code: 'OK' },
    { Code: 'Success', Success: 'true' },
    { Code: '' },
    {},
  ])('K4: %j is a success', async (body) => {
    const { call } = cloud([json(200, body)]);
    expect(await call()).toEqual(body);
  });

  it('K4: tells what the vendor recommends and why access was denied', async () => {
    const { fails } = cloud([
      json(403, {
        Code: 'NoPermission',
        Message: 'no',
        Recommend: 'https://api.example/t?q=1',
        AccessDeniedDetail: { AuthAction: 'ecs:InvokeCommand' },
      }),
    ]);
    expect(await fails()).toMatchObject({
      recommend: 'https://api.example/t?q=1',
      accessDenied: { AuthAction: 'ecs:InvokeCommand' },
    });
  });

  it('K4: a recommendation that is no web address is dropped', async () => {
    const { fails } = cloud([json(403, { Code: 'X', Recommend: 'javascript:alert(1)' })]);
    expect((await fails()).recommend).toBeNull();
  });

  it('K2: nothing secret stays in an error', async () => {
    const message = `Specified signature is not matched with our calculation. server string to sign is:POST&%2F&AccessKeyId%3Dtestid\n${SECRET}`;
    const { fails, log } = cloud([failure('SignatureDoesNotMatch', 400, message)]);
    const error = await fails();
    expect(error.message).toBe('Specified signature is not matched with our calculation.');
    expect(JSON.stringify([error, log])).not.toContain(SECRET);
    const echoed = cloud([failure('X', 400, `bad key ${SECRET}!`)]);
    expect((await echoed.fails()).message).toBe('bad key ***!');
  });

  it('K4: text that is no Unicode becomes Unicode, so that an ID can stand in an address', async () => {
    const { call } = cloud([json(200, '{"RequestId":"R","Id":"i-\\ud800","Smile":"\\ud83d\\ude00"}')]);
    expect(await call()).toEqual({ RequestId: 'R', Id: 'i-\uFFFD', Smile: '😀' });
  });

  it('K4: no answer at all is "network or CORS"', async () => {
    const { fails } = cloud([lost]);
    expect(await fails({}, { kind: 'write' })).toMatchObject({
      code: 'Network',
      httpStatus: null,
      requestId: null,
    });
  });

  it('K4: no answer in time', async () => {
    vi.useFakeTimers();
    const { fails, sent } = cloud([never]);
    const failed = fails({}, { kind: 'read', timeoutMs: 1500 });
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(1500);
    expect((await failed).code).toBe('Timeout');
    expect(sent).toHaveLength(1);
  });

  it('K4: a write without an answer in time is looked for, sent once more, and told when nobody answers', async () => {
    vi.useFakeTimers();
    const { fails, sent } = cloud([never], { lookUp: async () => 'absent' });
    const failed = fails({ ClientToken: 'one' }, { kind: 'write', timeoutMs: 1500 }, 'CreateCommand');
    for (const times of [1, 2]) {
      await vi.waitFor(() => expect(sent).toHaveLength(times));
      await vi.advanceTimersByTimeAsync(1500);
    }
    expect(await failed).toMatchObject({ code: 'Timeout', looked: true });
    expect(sent.map(({ params }) => params['ClientToken'])).toEqual(['one', 'one']);
  });

  it('K4: a call that was given up is never sent again', async () => {
    const controller = new AbortController();
    const { fails, sent } = cloud([
      (init) => {
        controller.abort();
        return Promise.reject(
          init.signal?.aborted ? new DOMException('x', 'AbortError') : new Error('signal not passed'),
        );
      },
    ]);
    expect((await fails({}, { kind: 'read', signal: controller.signal })).code).toBe('Aborted');
    expect(sent).toHaveLength(1);
    expect((await fails({}, { kind: 'read', signal: controller.signal })).code).toBe('Aborted');
    expect(sent).toHaveLength(1);
  });

  it('K4: giving up while waiting for the next try ends the call', async () => {
    const controller = new AbortController();
    const { fails, sent } = cloud([lost], { sleep: async () => controller.abort() });
    expect(await fails({}, { kind: 'read', signal: controller.signal })).toMatchObject({
      code: 'Aborted',
      attempts: 1,
    });
    expect(sent).toHaveLength(1);
  });
});

describe('retries', () => {
  it.each<[string, Answer]>([
    ['Throttling', failure('Throttling', 400)],
    ['Throttling.User', failure('Throttling.User', 400)],
    ['a code that contains Throttling', failure('Flow.Throttling.Api', 403)],
    ['HTTP 429 in HTML', json(429, '<html>')],
    ['InternalError', failure('InternalError', 500)],
    ['ServiceUnavailable', failure('ServiceUnavailable', 503)],
    ['HTTP 502 in HTML', json(502, '<html>Bad gateway</html>')],
    ['an empty HTTP 503', json(503, '')],
    ['the network', lost],
    ['SignatureNonceUsed', failure('SignatureNonceUsed', 400)],
    ['a CloudMonitor 500 inside HTTP 200', json(200, { Code: '500', Success: false })],
  ])('K4: a read is repeated after %s, at most five tries in all', async (_name, answer) => {
    const once = cloud([answer, ok]);
    expect(await once.call()).toEqual({ RequestId: 'R-OK' });
    expect(once.sent).toHaveLength(2);
    const forever = cloud([answer]);
    expect((await forever.fails()).attempts).toBe(5);
    expect(forever.sent).toHaveLength(5);
    expect(forever.waits).toEqual([1000, 2000, 4000, 8000]);
  });

  it.each([
    failure('InvalidParameter', 400),
    failure('Forbidden.RAM', 403),
    failure('SignatureDoesNotMatch', 400),
    failure('IdempotentProcessing', 403),
    json(200, '<html>'),
    json(200, { Code: '404', Success: false }),
  ])('K4: a read is not repeated when it would fail the same way (%#)', async (answer) => {
    const { fails, sent } = cloud([answer]);
    await fails();
    expect(sent).toHaveLength(1);
  });

  it('K4: the jitter spreads over the whole wait', async () => {
    const draws = [0, 0.5, 0.25, 1];
    const { fails, waits } = cloud([lost], { random: () => draws.shift() ?? 0 });
    await fails();
    expect(waits).toEqual([0, 1000, 1000, 8000]);
  });

  it.each([
    ['3000', 3000],
    ['10', 1000],
    ['0', 1000],
    ['90000000', 1000],
    ['soon', 1000],
    ['-5', 1000],
  ])('K4: x-acs-retry-after %j makes the first wait %i ms', async (header, wait) => {
    const { call, waits } = cloud([failure('Throttling', 400, 'no', { 'x-acs-retry-after': header }), ok]);
    await call();
    expect(waits).toEqual([wait]);
  });

  it('K4: each try has its own nonce and signature', async () => {
    const { fails, sent } = cloud([lost]);
    await fails();
    expect(new Set(sent.map(({ params }) => params['SignatureNonce'])).size).toBe(5);
    expect(new Set(sent.map(({ params }) => params['Signature'])).size).toBe(5);
  });

  it.each<[string, Answer]>([
    ['the network', lost],
    ['throttling', failure('Throttling', 400)],
    ['HTTP 500', failure('InternalError', 500)],
    ['IdempotentProcessing', failure('IdempotentProcessing', 403)],
    ['LastTokenProcessing', failure('LastTokenProcessing', 403)],
    ['OperationConflict', failure('OperationConflict', 409)],
  ])('K4: a write is repeated after %s only under its ClientToken, which stays', async (_name, answer) => {
    const bare = cloud([answer, ok]);
    await bare.fails({}, { kind: 'write' });
    expect(bare.sent).toHaveLength(1);
    const safe = cloud([answer, answer, ok]);
    await safe.call({ ClientToken: 'token-1' }, { kind: 'write' });
    expect(safe.sent.map(({ params }) => params['ClientToken'])).toEqual(['token-1', 'token-1', 'token-1']);
    expect(new Set(safe.sent.map(({ params }) => params['SignatureNonce'])).size).toBe(3);
  });

  it('K4: an empty ClientToken protects nothing', async () => {
    const { fails, sent } = cloud([lost]);
    await fails({ ClientToken: '' }, { kind: 'write' });
    expect(sent).toHaveLength(1);
  });
});

describe('clock', () => {
  const expired = 'InvalidTimeStamp.Expired';

  it('K4: a wrong clock is corrected by the Date header, once, and stays corrected', async () => {
    const { call, sent, waits } = cloud([
      failure(expired, 400, 'expired', { date: 'Mon, 24 Feb 2020 10:00:00 GMT' }),
      ok,
    ]);
    await call({}, { kind: 'write' });
    await call();
    expect(sent.map(({ params }) => params['Timestamp'])).toEqual([
      '2020-02-24T08:30:15Z',
      '2020-02-24T10:00:00Z',
      '2020-02-24T10:00:00Z',
    ]);
    expect(waits).toEqual([]);
  });

  it('K4: without a Date header the time in the message serves, not the one we sent', async () => {
    const message =
      'Specified time stamp 2020-02-24T08:30:15Z is expired, server time is 2020-02-24T09:00:00Z.';
    const { call, sent } = cloud([failure(expired, 400, message), ok]);
    await call();
    expect(sent[1]?.params['Timestamp']).toBe('2020-02-24T09:00:00Z');
  });

  it('K4: refused again after the correction, or told no time, it fails', async () => {
    const again = cloud([failure(expired, 400, 'expired', { date: 'Mon, 24 Feb 2020 10:00:00 GMT' })]);
    expect(await again.fails()).toMatchObject({ code: expired, attempts: 2 });
    const mute = cloud([failure(expired, 400)]);
    expect(await mute.fails()).toMatchObject({ code: expired, attempts: 1 });
  });
});

describe('log', () => {
  it('K2: tells of every call, with business parameters only', async () => {
    let now = NOW;
    const { call, fails, log } = cloud([lost, ok, failure('X', 400)], { now: () => (now += 10) });
    await call({ Name: 'n' });
    await fails();
    expect(log).toMatchObject([
      {
        ok: true,
        action: 'DescribeCommands',
        attempts: 2,
        requestId: 'R-OK',
        response: { RequestId: 'R-OK' },
      },
      { ok: false, code: 'X', attempts: 1, requestId: 'R-1' },
    ]);
    expect(log[0]?.params).toEqual({ RegionId: 'cn-beijing', Name: 'n' });
    expect(log[0]?.durationMs).toBeGreaterThan(0);
  });
});

describe('a gateway that signs', () => {
  it('K2: gets the business parameters and nothing of a key, at the page’s own origin', async () => {
    const { call, sent } = cloud([ok], { credentials: null });
    await call({ InstanceId: ['i-1', 'i-2'] });
    expect(sent[0]?.url).toBe('/gateway/ecs/DescribeCommands');
    expect(sent[0]?.params).toEqual({ RegionId: 'cn-beijing', 'InstanceId.1': 'i-1', 'InstanceId.2': 'i-2' });
    expect(new Headers(sent[0]?.init.headers).get('x-console-gateway')).toBe('1');
  });

  it('K2: that is read-only is not even asked to write', async () => {
    const { call, fails, sent } = cloud([ok], { credentials: null, readOnly: true });
    await call();
    expect(await fails({ ClientToken: 't' }, { kind: 'write' }, 'CreateCommand')).toMatchObject({
      code: 'ReadOnly',
    });
    expect(sent).toHaveLength(1);
  });
});

describe('pace', () => {
  it('K4: every try takes its turn, and a throttled one is told', async () => {
    const turns: string[] = [];
    const told: string[] = [];
    const pacing: Pacing = {
      turn: async ({ action }) => void turns.push(action),
      throttled: ({ action }) => void told.push(action),
      slowed: () => [],
      subscribe: () => () => undefined,
    };
    const { call } = cloud([failure('Throttling.User', 400), ok], { pacing });
    await call();
    expect(turns).toEqual(['DescribeCommands', 'DescribeCommands']);
    expect(told).toEqual(['DescribeCommands']);
  });

  it('K4: one who waits for the first failure is told of it at once', async () => {
    const { fails, sent } = cloud([failure('ServiceUnavailable', 503)]);
    expect(await fails({}, { kind: 'read', once: true })).toMatchObject({ attempts: 1 });
    expect(sent).toHaveLength(1);
  });
});
