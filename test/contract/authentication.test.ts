import Ecs, * as ecs from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import RpcClient from '@alicloud/pop-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { emulatorForTests } from '../support/emulator-for-tests';
import { refusal, TEST_KEY } from '../support/vendor-clients';

const emulator = await emulatorForTests(['--seed', '1'], { keep: true });
afterEach(() => vi.useRealTimers());

interface Key {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken?: string;
}
type Ask = (key: Key) => Promise<unknown>;

/** DescribeRegions by each of the vendor's SDKs, in each form they send. */
const SDKS: [string, Ask][] = [
  ...(['GET', 'POST'] as const).map((method): [string, Ask] => [
    `pop-core ${method}`,
    (key) =>
      new RpcClient({ ...key, endpoint: emulator.url, apiVersion: '2014-05-26' }).request(
        'DescribeRegions',
        {},
        { method },
      ),
  ]),
  [
    'openapi-core',
    (key) => {
      const config = { ...key, endpoint: emulator.host, protocol: 'http', regionId: 'cn-hangzhou' };
      return new Ecs(new $OpenApiUtil.Config(config)).describeRegions(new ecs.DescribeRegionsRequest({}));
    },
  ],
];

const until = (ms: number) => `sts-${new Date(Date.now() + ms).toISOString().slice(0, 19)}Z`;
const HOUR = 3_600_000;
const STS = { accessKeyId: 'STS.testid', accessKeySecret: 'ststestsecret' };

describe.each(SDKS)('authentication of %s', (_name, ask) => {
  it('K3: temporary credentials are answered until they expire', async () => {
    expect(await ask({ ...STS, securityToken: until(HOUR) })).toBeTruthy();
    const expired = { ...STS, securityToken: until(-60_000) };
    expect(await refusal(ask(expired))).toBe('InvalidSecurityToken.Expired 400');
  });

  it('K3: a token that is none, is missing, or belongs to no temporary key is refused', async () => {
    expect(await refusal(ask({ ...STS, securityToken: 'made up' }))).toBe(
      'InvalidSecurityToken.Malformed 400',
    );
    expect(await refusal(ask(STS))).toBe('InvalidSecurityToken.Malformed 400');
    expect(await refusal(ask({ ...TEST_KEY, securityToken: until(HOUR) }))).toBe(
      'InvalidSecurityToken.MismatchWithAccessKey 400',
    );
  });

  it('K3: a wrong secret is refused, with temporary credentials too', async () => {
    const wrong = { accessKeySecret: 'not-it' };
    expect(await refusal(ask({ ...TEST_KEY, ...wrong }))).toBe('SignatureDoesNotMatch 400');
    expect(await refusal(ask({ ...STS, ...wrong, securityToken: until(HOUR) }))).toBe(
      'SignatureDoesNotMatch 400',
    );
  });

  it.each([-16, 16])('K3: a clock %i minutes off is refused', async (minutes) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
    expect(await refusal(ask(TEST_KEY))).toBe('InvalidTimeStamp.Expired 400');
  });
});

describe('a replayed request', () => {
  it('K3: is refused whichever signature it bears', async () => {
    const sent: [string, RequestInit][] = [];
    const { signedRequest } = await import('../support/signed-request');
    for (const style of ['v1', 'v3'] as const) {
      const request = await signedRequest('DescribeRegions', {}, { style, host: emulator.host });
      const { search } = new URL(request.url);
      const headers = Object.fromEntries(request.headers);
      delete headers['host'];
      const body = style === 'v1' ? await request.text() : null;
      sent.push([`${emulator.url}/${search}`, { method: 'POST', headers, body }]);
    }
    for (const [url, init] of sent) {
      expect((await fetch(url, init)).status).toBe(200);
      const again = await fetch(url, init);
      expect([again.status, ((await again.json()) as { Code: string }).Code]).toEqual([
        400,
        'SignatureNonceUsed',
      ]);
    }
  });
});
