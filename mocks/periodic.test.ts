import { describe, expect, it } from 'vitest';
import { decodeBase64 } from '@/domain/base64';
import { createFakeRunner } from '../test/support/fake-runner';
import { DAY, HOUR, MINUTE, PERIODIC_START, periodicAccount } from '../test/support/periodic-account';

const HOURLY = '0 0 * * * ?';
const RegionId = 'cn-hangzhou';
const wire = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
const textOf = (row: { Output: string }) => new TextDecoder().decode(decodeBase64(row.Output));
const FIRST = Date.parse('2026-11-22T10:00:00Z');

describe('a periodic run', () => {
  it('C2: waits, fires, runs and waits again; the manual calls all of that Running', async () => {
    const runner = createFakeRunner();
    const account = await periodicAccount({ runner });
    const invokeId = await account.schedule(HOURLY, account.ids.slice(0, 2));
    const statuses = async () => {
      const { InvokeStatus, InvocationStatus, InvokeInstances } = await account.overall(invokeId);
      const each = InvokeInstances.map(
        (row) => `${row.InstanceInvokeStatus}/${row.InvocationStatus}/${row.Repeats}`,
      );
      return [`${InvokeStatus}/${InvocationStatus}`, ...each];
    };
    expect(await statuses()).toEqual(['Running/Scheduled', 'Running/Scheduled/0', 'Running/Scheduled/0']);
    expect((await account.history(invokeId)).items).toEqual([]);
    account.clock.advance(31_000);
    await account.emulator.pump();
    await runner.started(2);
    expect(await statuses()).toEqual(['Running/Running', 'Running/Running/1', 'Running/Running/1']);
    for (const job of runner.jobs) runner.finish(job);
    await account.emulator.idle();
    expect(await statuses()).toEqual(['Running/Scheduled', 'Running/Scheduled/1', 'Running/Scheduled/1']);
    expect(await account.overall(invokeId)).toMatchObject({
      Timed: true,
      Frequency: HOURLY,
      RepeatMode: 'Period',
    });
  });

  it('C5: has a record for every firing of every instance, newest first, with the time and output of its own', async () => {
    const account = await periodicAccount();
    const [a, b] = account.ids.slice(0, 2) as [string, string];
    const invokeId = await account.schedule(HOURLY, [a, b]);
    for (let hour = 0; hour < 3; hour += 1) await account.pass(HOUR);
    const { items, totalCount } = await account.history(invokeId);
    expect(totalCount).toBe(6);
    expect(items.map((row) => [row.Repeats, row.InstanceId, row.StartTime])).toEqual(
      [3, 2, 1].flatMap((repeat) => [a, b].map((id) => [repeat, id, wire(FIRST + (repeat - 1) * HOUR)])),
    );
    // Each script saw the clock of its own firing.
    expect(items.map(textOf)).toEqual(items.map((row) => `ran at ${row.StartTime}`));
    expect((await account.latest(invokeId)).items.map((row) => [row.Repeats, row.InstanceId])).toEqual([
      [3, a],
      [3, b],
    ]);
  });

  it('C5: catches up on the latest firing of a time nobody looked, and runs the others for whoever looks', async () => {
    const account = await periodicAccount();
    const [id] = account.ids as [string];
    const invokeId = await account.schedule(HOURLY, [id]);
    await account.pass(5 * HOUR);
    expect(account.runner.jobs.map((job) => job.id)).toEqual([`${invokeId}/${id}/5`]);
    const before = await account.history(invokeId);
    expect(before.items.map((row) => [row.Repeats, row.InvocationStatus, row.InvokeRecordStatus])).toEqual([
      [5, 'Success', 'Finished'],
      ...[4, 3, 2, 1].map((repeat) => [repeat, 'Pending', 'Running']),
    ]);
    expect(before.items.map((row) => row.StartTime)).toEqual(
      [4, 3, 2, 1, 0].map((hours) => wire(FIRST + hours * HOUR)),
    );
    await account.emulator.idle();
    const after = await account.history(invokeId);
    expect(after.items.map((row) => row.InvocationStatus)).toEqual(Array(5).fill('Success'));
    expect(after.items.map(textOf)).toEqual(after.items.map((row) => `ran at ${row.StartTime}`));
    expect(account.runner.jobs).toHaveLength(5);
    expect(account.defects).toEqual([]);
  });

  it('C5: what a firing of the past writes does not come onto the disk of today', async () => {
    const files = (path: string) => [{ path, kind: 'file' as const, content: new Uint8Array() }];
    const runner = createFakeRunner((job) => ({
      outcome: 'exited',
      exitCode: 0,
      output: new Uint8Array(),
      dropped: 0,
      errorCode: '',
      errorInfo: '',
      files: files(`/${job.id.split('/')[2]}`),
    }));
    const account = await periodicAccount({ runner });
    const invokeId = await account.schedule(HOURLY, account.ids.slice(0, 1));
    await account.pass(2 * HOUR);
    await account.history(invokeId);
    await account.emulator.idle();
    await account.pass(HOUR);
    expect(runner.jobs.map((job) => [job.id.split('/')[2], job.files.map((file) => file.path)])).toEqual([
      ['2', []],
      ['1', ['/2']],
      ['3', ['/2']],
    ]);
  });

  it('C5: pages 30 days of a 10-minute schedule on 50 instances without making its 216 000 records', async () => {
    const account = await periodicAccount({ fleetSize: 1000 });
    const ids = account.ids.slice(0, 50);
    const invokeId = await account.schedule('0 0/10 * * * ?', ids);
    await account.pass(30 * DAY);
    const last = 30 * 24 * 6;
    const { items, totalCount, nextToken } = await account.history(invokeId, { MaxResults: 50 });
    expect(totalCount).toBe(216_000);
    expect(new Set(items.map((row) => row.Repeats))).toEqual(new Set([last]));
    const next = await account.history(invokeId, { MaxResults: 50, NextToken: nextToken });
    expect(new Set(next.items.map((row) => row.Repeats))).toEqual(new Set([last - 1]));
    // The same page by number; a later firing moves numbers on, tokens not.
    const [first] = (await account.history(invokeId, { PageNumber: 2, PageSize: 50 })).items;
    expect([first?.InstanceId, first?.Repeats]).toEqual([ids[0], last - 1]);
    await account.emulator.idle();
    account.clock.advance(10 * MINUTE);
    const again = await account.history(invokeId, { MaxResults: 50, NextToken: nextToken });
    expect(again.items.map((row) => [row.InstanceId, row.Repeats])).toEqual(
      next.items.map((row) => [row.InstanceId, row.Repeats]),
    );
    const oldest = await account.history(invokeId, { PageNumber: 4320, PageSize: 50, InstanceId: ids[0]! });
    expect(oldest).toMatchObject({ totalCount: last + 1, items: [] });
    await account.emulator.idle();
    // Two pages of 50 were looked at besides the latest firings.
    expect(account.runner.jobs.length).toBeLessThanOrEqual(200);
  });

  it('C4: gives up the firings of an agent that does not answer, a minute after each', async () => {
    const account = await periodicAccount();
    const [id] = account.ids as [string];
    const silent = account.idOf('db-replica-02');
    const invokeId = await account.schedule(HOURLY, [id, silent]);
    await account.pass(31_000);
    const row = async () =>
      (await account.latest(invokeId)).items.find((item) => item.InstanceId === silent)!;
    expect((await row()).InvocationStatus).toBe('Pending');
    await account.pass(MINUTE);
    expect(await row()).toMatchObject({
      InvocationStatus: 'Aborted',
      InvokeRecordStatus: 'Failed',
      ErrorCode: 'ClientNotResponse',
      FinishedTime: wire(FIRST + MINUTE),
    });
    expect((await account.overall(invokeId)).InvocationStatus).toBe('Scheduled');
  });

  it('C6: stops on some instances, then on all; a record that runs goes on to its end', async () => {
    const runner = createFakeRunner();
    const account = await periodicAccount({ runner });
    const [a, b] = account.ids.slice(0, 2) as [string, string];
    const invokeId = await account.schedule(HOURLY, [a, b]);
    const words = async () => {
      const { InvokeStatus, InvocationStatus, InvokeInstances } = await account.overall(invokeId);
      const each = InvokeInstances.map((row) => `${row.InstanceInvokeStatus}/${row.InvocationStatus}`);
      return [`${InvokeStatus}/${InvocationStatus}`, ...each];
    };
    account.clock.advance(31_000);
    await account.emulator.pump();
    await runner.started(2);
    await account.api.ecs.stopInvocation({ RegionId, InvokeId: invokeId, InstanceId: [a] });
    expect(await words()).toEqual(['Running/Running', 'Running/Stopping', 'Running/Running']);
    for (const job of runner.jobs) runner.finish(job);
    await account.emulator.idle();
    expect(await words()).toEqual(['Running/Scheduled', 'Stopped/Terminated', 'Running/Scheduled']);
    expect((await account.latest(invokeId)).items.map((row) => row.InvocationStatus)).toEqual([
      'Success',
      'Success',
    ]);
    await account.api.ecs.stopInvocation({ RegionId, InvokeId: invokeId });
    expect(await words()).toEqual(['Stopped/Stopped', 'Stopped/Terminated', 'Stopped/Terminated']);
    account.clock.advance(DAY);
    await account.emulator.pump();
    expect((await account.history(invokeId)).totalCount).toBe(2);
    expect(runner.jobs).toHaveLength(2);
  });

  it('C6: an instance stopped early keeps its records and gets no more', async () => {
    const account = await periodicAccount();
    const [a, b] = account.ids.slice(0, 2) as [string, string];
    const invokeId = await account.schedule(HOURLY, [a, b]);
    await account.pass(2 * HOUR);
    await account.api.ecs.stopInvocation({ RegionId, InvokeId: invokeId, InstanceId: [a] });
    await account.pass(2 * HOUR);
    const { items } = await account.history(invokeId, { PageSize: 50 });
    expect(items.map((row) => [row.Repeats, row.InstanceId])).toEqual([
      [4, b],
      [3, b],
      [2, a],
      [2, b],
      [1, a],
      [1, b],
    ]);
    const seen: string[] = [];
    for (let NextToken = ''; seen.length < 6;) {
      const page = await account.history(invokeId, { MaxResults: 4, ...(NextToken ? { NextToken } : {}) });
      seen.push(...page.items.map((row) => `${row.Repeats} ${row.InstanceId}`));
      NextToken = page.nextToken;
      if (NextToken === '') break;
    }
    expect(seen).toEqual(items.map((row) => `${row.Repeats} ${row.InstanceId}`));
  });

  it.each([
    ['manual', 'Running', true],
    ['today', 'Finished', false],
  ] as const)(
    'C2: after its last firing, in the %s profile, is %s by the old word',
    async (profile, old, stoppable) => {
      const account = await periodicAccount({ profile });
      const invokeId = await account.schedule('0 0 10 22 11 ? 2026', account.ids.slice(0, 1));
      const timed = async (Timed: boolean) =>
        (await account.api.ecs.describeInvocations({ RegionId, Timed })).items.map((item) => item.InvokeId);
      expect([await timed(true), await timed(false)]).toEqual([[invokeId], []]);
      await account.pass(HOUR);
      expect(await account.overall(invokeId)).toMatchObject({
        InvokeStatus: old,
        InvocationStatus: 'Success',
        InvokeInstances: [
          { InstanceInvokeStatus: old, InvocationStatus: 'Success', Repeats: 1, ExitCode: 0 },
        ],
      });
      expect([await timed(true), await timed(false)]).toEqual([[], [invokeId]]);
      await account.api.ecs.stopInvocation({ RegionId, InvokeId: invokeId });
      expect((await account.overall(invokeId)).InvokeStatus === 'Stopped').toBe(stoppable);
    },
  );

  it('C5: a clock set back hides what has not been yet, and shows it again', async () => {
    const account = await periodicAccount();
    const invokeId = await account.schedule(HOURLY, account.ids.slice(0, 1));
    await account.pass(3 * HOUR);
    account.clock.set(PERIODIC_START + MINUTE);
    expect((await account.history(invokeId)).items.map((row) => row.Repeats)).toEqual([1]);
    account.clock.set(PERIODIC_START - DAY);
    expect((await account.history(invokeId)).items).toEqual([]);
    account.clock.set(PERIODIC_START + 3 * HOUR);
    expect((await account.history(invokeId)).items[0]).toMatchObject({
      Repeats: 3,
      InvocationStatus: 'Success',
    });
    expect(account.defects).toEqual([]);
  });

  it("D8: a deleted command goes on by its schedule in the manual's profile and is kept in today's", async () => {
    const account = await periodicAccount();
    const invokeId = await account.schedule(HOURLY, account.ids.slice(0, 1));
    await account.api.ecs.deleteCommand({ RegionId, CommandId: account.commandId });
    await account.pass(HOUR);
    expect((await account.history(invokeId)).items[0]).toMatchObject({ InvocationStatus: 'Success' });
    const today = await periodicAccount({ profile: 'today' });
    const other = await today.schedule(HOURLY, today.ids.slice(0, 1));
    const remove = () => today.api.ecs.deleteCommand({ RegionId, CommandId: today.commandId });
    await expect(remove()).rejects.toMatchObject({ code: 'OperationConflict', httpStatus: 409 });
    await today.api.ecs.stopInvocation({ RegionId, InvokeId: other });
    await remove();
  });

  it('C5: filters the records of a history by their status', async () => {
    const account = await periodicAccount();
    const invokeId = await account.schedule(HOURLY, account.ids.slice(0, 1));
    await account.pass(3 * HOUR);
    const repeats = async (InvokeRecordStatus: string) =>
      (await account.history(invokeId, { InvokeRecordStatus })).items.map((row) => row.Repeats);
    expect(await repeats('Finished')).toEqual([3]);
    expect(await repeats('Running')).toEqual([2, 1]);
    expect(await repeats('Failed')).toEqual([]);
  });
});
