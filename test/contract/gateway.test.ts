import { randomUUID } from 'node:crypto';
import * as ecs from '@alicloud/ecs20140526';
import { describe, expect, it } from 'vitest';
import { signV1 } from '@/api/signature';
import { emulatorForTests } from '../support/emulator-for-tests';
import { refusal, TEST_KEY, v1Call, v3Client } from '../support/vendor-clients';

const regionId = 'cn-hangzhou';

const emulator = await emulatorForTests();
const { client, post, later } = emulator;

interface Raw {
  params?: Record<string, string | undefined>;
  secret?: string;
  method?: 'GET' | 'POST';
}

/** A signed v1 request made by hand, so that each part of it can be wrong. */
async function raw({ params = {}, secret = TEST_KEY.accessKeySecret, method = 'POST' }: Raw) {
  const all: Record<string, string | undefined> = {
    Action: 'DescribeRegions',
    Version: '2014-05-26',
    Format: 'JSON',
    AccessKeyId: TEST_KEY.accessKeyId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: randomUUID(),
    Timestamp: `${new Date().toISOString().slice(0, 19)}Z`,
    ...params,
  };
  const sent = Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const body = new URLSearchParams({ ...sent, Signature: await signV1(method, sent, secret) });
  const response =
    method === 'POST'
      ? await fetch(emulator.url, { method, body })
      : await fetch(`${emulator.url}/?${body.toString()}`);
  const answer = (await response.json()) as Record<string, string>;
  return { response, answer, said: `${answer['Code'] ?? 'OK'} ${response.status}` };
}

describe('the door', () => {
  it('K3: answers both SDKs, and GET like POST', async () => {
    const { body } = await client.describeRegions(new ecs.DescribeRegionsRequest({}));
    expect(body!.regions!.region).toHaveLength(7);
    for (const method of ['GET', 'POST'] as const) {
      const answer = await v1Call(emulator, method)('DescribeRegions', {});
      expect((answer as { Regions: { Region: unknown[] } }).Regions.Region).toHaveLength(7);
      expect((await raw({ method })).said).toBe('OK 200');
    }
  });

  it('K2: refuses a wrong secret and an unknown key, in every form of signature', async () => {
    const wrong = { accessKeyId: 'testid', accessKeySecret: 'not-it' };
    const unknown = { accessKeyId: 'nobody', accessKeySecret: 'testsecret' };
    const regions = new ecs.DescribeRegionsRequest({});
    for (const [key, expected] of [
      [wrong, 'SignatureDoesNotMatch 400'],
      [unknown, 'InvalidAccessKeyId.NotFound 404'],
    ] as const) {
      expect(await refusal(v3Client(emulator, key).describeRegions(regions))).toBe(expected);
      expect(await refusal(v1Call(emulator, 'GET', { key })('DescribeRegions', {}))).toBe(expected);
      expect(await refusal(v1Call(emulator, 'POST', { key })('DescribeRegions', {}))).toBe(expected);
    }
  });

  it('K3: knows no other actions and versions', async () => {
    expect(await refusal(post('SummonDemon', { RegionId: regionId }))).toBe('InvalidAction.NotFound 404');
    const images = client.describeImages(new ecs.DescribeImagesRequest({ regionId }));
    expect(await refusal(images)).toBe('InvalidAction.NotFound 404');
    expect((await raw({ params: { Version: '1999-12-31' } })).answer['Code']).toBe('InvalidVersion');
  });

  it('K3: checks the timestamp against the machine, within 15 minutes', async () => {
    const shifted = (minutes: number) =>
      `${new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 19)}Z`;
    for (const minutes of [-14, 14])
      expect((await raw({ params: { Timestamp: shifted(minutes) } })).said).toBe('OK 200');
    for (const minutes of [-16, 16]) {
      expect((await raw({ params: { Timestamp: shifted(minutes) } })).said).toBe(
        'InvalidTimeStamp.Expired 400',
      );
    }
    expect((await raw({ params: { Timestamp: 'yesterday' } })).said).toBe('InvalidTimeStamp.Format 400');
  });

  it('K3: takes a nonce once', async () => {
    const params = { SignatureNonce: randomUUID() };
    expect((await raw({ params })).said).toBe('OK 200');
    expect((await raw({ params })).said).toBe('SignatureNonceUsed 400');
  });

  it('K3: refuses a changed parameter and missing common parameters', async () => {
    expect((await raw({ params: { SignatureMethod: 'HMAC-MD5' } })).said).toBe('IncompleteSignature 400');
    expect((await raw({ params: { SignatureNonce: undefined } })).said).toBe('MissingSignatureNonce 400');
    expect((await raw({ params: { AccessKeyId: undefined } })).said).toBe('MissingAccessKeyId 400');
    expect((await raw({ params: { Action: 'DescribeInstances' } })).answer['Code']).toBe(
      'MissingParameter.RegionId',
    );
  });

  it('K4: names the request in body and header, upper case, also when it refuses', async () => {
    for (const params of [{}, { Action: 'SummonDemon' }]) {
      const { response, answer } = await raw({ params });
      expect(answer['RequestId']).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
      expect(response.headers.get('x-acs-request-id')).toBe(answer['RequestId']);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    }
  });

  it('K2: answers a preflight', async () => {
    const response = await fetch(emulator.url, { method: 'OPTIONS' });
    expect(response.ok).toBe(true);
    expect(response.headers.get('access-control-allow-headers')).toMatch(/x-acs-signature-nonce/i);
  });
});

describe('the controls', () => {
  const heartbeat = async () => {
    const found = (await post('DescribeInstances', { RegionId: regionId, InstanceName: 'web-prod-01' })) as {
      Instances: { Instance: { InstanceId: string }[] };
    };
    const { InstanceId } = found.Instances.Instance[0]!;
    const answer = (await post('DescribeCloudAssistantStatus', {
      RegionId: regionId,
      InstanceId: [InstanceId],
    })) as {
      InstanceCloudAssistantStatusSet: { InstanceCloudAssistantStatus: { LastHeartbeatTime: string }[] };
    };
    return Date.parse(
      answer.InstanceCloudAssistantStatusSet.InstanceCloudAssistantStatus[0]!.LastHeartbeatTime,
    );
  };

  it('K3: move the clock of the world, not that of the signatures', async () => {
    const before = await heartbeat();
    await later(7 * 86_400);
    expect(await heartbeat()).toBeGreaterThanOrEqual(before + 7 * 86_400_000 - 60_000);
    await emulator.control('clock', { now: '2027-02-24T08:00:00Z' });
    const [, there] = [await raw({}), await heartbeat()];
    expect(Math.abs(there - Date.parse('2027-02-24T08:00:00Z'))).toBeLessThan(120_000);
  });

  it('K4: inject a fault for an action, so many times', async () => {
    await emulator.control('faults', [
      { action: 'DescribeZones', code: 'Throttling.User', status: 400, times: 2 },
    ]);
    const zones = () => post('DescribeZones', { RegionId: regionId });
    expect(await refusal(zones())).toBe('Throttling.User 400');
    expect((await raw({})).said).toBe('OK 200');
    expect(await refusal(zones())).toBe('Throttling.User 400');
    expect(await zones()).toHaveProperty('Zones');
  });

  it('K4: inject a delay and a broken server', async () => {
    await emulator.control('faults', [{ action: 'DescribeRegions', latencyMs: 300, times: 1 }]);
    const started = Date.now();
    expect((await raw({})).said).toBe('OK 200');
    expect(Date.now() - started).toBeGreaterThanOrEqual(295);
    await emulator.control('faults', [
      { action: 'DescribeRegions', code: 'InternalError', status: 500, times: 1 },
    ]);
    expect((await raw({})).said).toBe('InternalError 500');
  });

  it('K3: cannot be driven by a web page: only JSON is heard', async () => {
    const response = await fetch(`${emulator.url}/__emulator/reset`, { method: 'POST', body: '{}' });
    expect(response.ok).toBe(false);
    await expect(emulator.control('clock', { now: 'tomorrow' })).rejects.toThrow('refused');
  });

  it('K1: reset makes the account anew', async () => {
    const count = async () => (await post('DescribeCommands', { RegionId: regionId }))['TotalCount'];
    const before = await count();
    await post('CreateCommand', {
      RegionId: regionId,
      Name: 'new',
      Type: 'RunShellScript',
      CommandContent: 'dHJ1ZQ==',
    });
    expect(await count()).toBe(Number(before) + 1);
    await emulator.control('reset');
    expect(await count()).toBe(before);
  });
});
