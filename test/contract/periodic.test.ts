import * as ecsSdk from '@alicloud/ecs20140526';
import { describe, expect, it } from 'vitest';
import { emulatorForTests } from '../support/emulator-for-tests';
import { idOf, POLL, regionId, RUN_EMULATOR, textOf } from '../support/run-client';
import { refusal } from '../support/vendor-clients';

const HOURLY = '0 0 * * * ?';
const SCRIPT = 'echo "$(hostname) at $(date -u +%FT%TZ)"';
const names = ['web-prod-01', 'web-prod-02'];

const { client, ecs, post, later } = await emulatorForTests();

const schedule = async (frequency: string, on: readonly string[] = names) =>
  ecs.invoke(await ecs.create(SCRIPT), on, { timed: true, repeatMode: 'Period', frequency });

const history = (invokeId: string, members: Partial<ecsSdk.DescribeInvocationResultsRequest> = {}) =>
  ecs.results(invokeId, { includeHistory: true, ...members });

describe('periodic runs, asked by the vendor SDK of today (v3)', () => {
  it('C5: fires by the clock; each record has its own time, output and status; the latest stands for its instance', async () => {
    const invokeId = await schedule(HOURLY);
    expect(await ecs.overall(invokeId)).toMatchObject({
      timed: true,
      frequency: HOURLY,
      repeatMode: 'Period',
      invokeStatus: 'Running',
      invocationStatus: 'Scheduled',
    });
    await later(3 * 3600 + 60);
    const done = async () =>
      (await history(invokeId)).rows.filter((row) => row.invocationStatus === 'Success');
    await expect.poll(async () => (await done()).length, POLL).toBe(6);
    const { rows, totalCount } = await history(invokeId);
    expect(totalCount).toBe(6);
    expect(rows.map((row) => [row.repeats, row.startTime])).toEqual([
      [3, '2026-11-22T03:00:00Z'],
      [3, '2026-11-22T03:00:00Z'],
      [2, '2026-11-22T02:00:00Z'],
      [2, '2026-11-22T02:00:00Z'],
      [1, '2026-11-22T01:00:00Z'],
      [1, '2026-11-22T01:00:00Z'],
    ]);
    expect(rows.map(textOf)).toEqual(
      [3, 2, 1].flatMap((hour) => names.map((name) => `${name} at 2026-11-22T0${hour}:00:00Z\n`)),
    );
    expect((await ecs.results(invokeId, { includeHistory: false })).rows.map((row) => row.repeats)).toEqual([
      3, 3,
    ]);
    const { invokeInstances } = await ecs.overall(invokeId);
    expect(invokeInstances!.invokeInstance!.map((row) => [row.repeats, row.instanceInvokeStatus])).toEqual([
      [3, 'Running'],
      [3, 'Running'],
    ]);
  });

  it('C6: fires no more where it was stopped; overall Stopped only when it was stopped everywhere', async () => {
    const invokeId = await schedule(HOURLY);
    await later(3660);
    await ecs.stop({ invokeId, instanceId: [idOf(names[0]!)] });
    await later(3600);
    expect((await history(invokeId)).totalCount).toBe(3);
    expect(await ecs.overall(invokeId)).toMatchObject({ invokeStatus: 'Running' });
    await ecs.stop({ invokeId });
    await later(3600);
    expect((await history(invokeId)).totalCount).toBe(3);
    await expect.poll(async () => (await ecs.overall(invokeId)).invokeStatus, POLL).toBe('Stopped');
  });

  it('C5: pages 90 days of a 10-minute schedule by number and by token', async () => {
    const invokeId = await schedule('0 0/10 * * * ?');
    await later(90 * 86_400);
    const first = await history(invokeId, { pageSize: 3, pageNumber: 2 });
    expect(first).toMatchObject({ totalCount: 2 * 90 * 144, pageNumber: 2, pageSize: 3 });
    expect(first.rows.map((row) => row.repeats)).toEqual([12_959, 12_958, 12_958]);
    const request = (nextToken?: string) =>
      new ecsSdk.DescribeInvocationResultsRequest({
        regionId,
        invokeId,
        includeHistory: true,
        maxResults: 3,
        ...(nextToken && { nextToken }),
      });
    const page = async (nextToken?: string) =>
      (await client.describeInvocationResults(request(nextToken))).body!.invocation!;
    const one = await page();
    await later(600);
    const two = await page(one.nextToken!);
    expect(two.invocationResults!.invocationResult!.map((row) => row.repeats)).toEqual([
      12_959, 12_958, 12_958,
    ]);
  });

  it('C1: tells runs that may fire again from the others', async () => {
    const periodic = await schedule(HOURLY);
    const last = await schedule('0 0 1 22 11 ? 2026');
    const once = await ecs.run('true', ['web-prod-01']);
    const found = async (timed: boolean) => {
      const { runs } = await ecs.list({ timed, pageSize: 3 });
      return runs.map((run) => run.invokeId).filter((id) => [periodic, last, once].includes(id!));
    };
    expect(await found(true)).toEqual([last, periodic]);
    await later(3660);
    expect((await found(true)).filter((id) => id === last)).toEqual([]);
    expect(await found(false)).toEqual([once, last]);
    await expect.poll(async () => (await ecs.overall(last)).invocationStatus, POLL).toBe('Success');
  });

  it('D5: refuses what is no schedule, by the codes of the manual', async () => {
    const commandId = await ecs.create(SCRIPT);
    const refused = (members: Partial<ecsSdk.InvokeCommandRequest>) =>
      refusal(ecs.invoke(commandId, names, members));
    const as = (frequency: string) => refused({ timed: true, frequency });
    expect(await refused({ timed: true })).toBe('MissingParam.Frequency 403');
    expect(await refused({ repeatMode: 'Period' })).toBe('MissingParam.Frequency 403');
    for (const bad of [
      '0 0 24 * * ?',
      '0 0 1 * * *',
      '* * * * *',
      'rate(5m)',
      '0/9 * * * * ?',
      '0 0 0 30 2 ?',
    ])
      expect(await as(bad), bad).toBe('InvalidParam.Frequency 403');
    expect(await refused({ repeatMode: 'EveryReboot' })).toBe('UnsupportedParameter 400');
    const missing = client.describeInvocationResults(
      new ecsSdk.DescribeInvocationResultsRequest({ regionId, includeHistory: true }),
    );
    expect(await refusal(missing)).toBe('MissingParameter.InvokeId 400');
  });

  it('C5: the older SDK (v1) gets all rows without asking for the history, as the manual describes', async () => {
    const invokeId = await schedule(HOURLY);
    await later(2 * 3600 + 60);
    const answer = await post('DescribeInvocationResults', {
      RegionId: regionId,
      InvokeId: invokeId,
    });
    expect(answer['Invocation']).toMatchObject({ TotalCount: 4 });
  });

  it('K1: an account begins with schedules that have a history and go on', async () => {
    const { runs } = await ecs.list({ timed: true });
    expect(runs.map((run) => run.commandName).sort()).toEqual([
      'backup-etc',
      'disk-check',
      'failed-units',
      'users-audit',
    ]);
    const disks = runs.find((run) => run.commandName === 'disk-check')!;
    const { rows } = await history(disks.invokeId!);
    const printed = rows.filter((row) => row.invocationStatus !== 'Aborted');
    expect(printed.length).toBeGreaterThan(20);
    expect(printed.filter((row) => !textOf(row).includes('% full'))).toEqual([]);
    const before = (await history(disks.invokeId!)).totalCount!;
    await later(3600);
    expect((await history(disks.invokeId!)).totalCount).toBe(before + 8);
  });
});

const today = await emulatorForTests([...RUN_EMULATOR, '--profile', 'today']);

describe('periodic runs in the profile of today', () => {
  it('B1: a Frequency alone makes a run periodic, also as a rate and with a zone', async () => {
    const commandId = await today.ecs.create(SCRIPT);
    const run = (frequency: string) => today.ecs.invoke(commandId, ['web-prod-01'], { frequency });
    const rate = await run('rate(30m)');
    const zoned = await run('0 30 8 * * ? Asia/Shanghai');
    await today.later(3660);
    expect(await today.ecs.overall(rate)).toMatchObject({
      timed: true,
      repeatMode: 'Period',
      frequency: 'rate(30m)',
    });
    expect((await today.ecs.results(rate, { includeHistory: true })).totalCount).toBe(2);
    expect((await today.ecs.results(zoned, { includeHistory: true })).rows[0]).toMatchObject({
      startTime: '2026-11-22T00:30:00Z',
    });
    // Nothing said means the latest of each instance here.
    expect((await today.ecs.results(rate)).totalCount).toBe(1);
    expect(await refusal(run('0 0 24 * * ?'))).toBe('InvalidParam.Frequency 400');
    expect(await refusal(run('rate(30s)'))).toBe('InvalidParam.Frequency 400');
    expect(await refusal(today.ecs.remove(commandId))).toBe('OperationConflict 409');
  });
});
