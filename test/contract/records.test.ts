import { describe, expect, it } from 'vitest';
import { emulatorForTests } from '../support/emulator-for-tests';
import { idOf, textOf } from '../support/run-client';
import { refusal } from '../support/vendor-clients';

const { ecs } = await emulatorForTests();

describe('the records an account begins with', () => {
  it('C1: are of every overall status, newest first', async () => {
    const { runs, totalCount } = await ecs.list({ pageSize: 50 });
    expect(totalCount).toBeGreaterThanOrEqual(18);
    const overall = new Set(runs.map((run) => run.invokeStatus));
    // Running: the schedules.
    expect(overall).toEqual(new Set(['Finished', 'Failed', 'PartialFailed', 'Stopped', 'Running']));
    const created = runs.map((run) => run.creationTime!);
    expect(created).toEqual([...created].sort().reverse());
    const hello = runs.find((run) => run.commandName === 'hello')!;
    const [row] = (await ecs.results(hello.invokeId!)).rows;
    expect(textOf(row!)).toBe('Hello, storefront! This is web-prod-01.\n');
  });

  it('C1: are found by status, name, type and instance', async () => {
    const all = (await ecs.list({ pageSize: 50 })).runs;
    type Run = (typeof all)[number];
    const cases: [Parameters<typeof ecs.list>[0], (run: Run) => boolean][] = [
      [{ invokeStatus: 'Stopped' }, (run) => run.invokeStatus === 'Stopped'],
      [{ invokeStatus: 'PartialFailed' }, (run) => run.invokeStatus === 'PartialFailed'],
      [{ commandName: 'deploy-web' }, (run) => run.commandName === 'deploy-web'],
      [{ commandType: 'RunPowerShellScript' }, (run) => run.commandType === 'RunPowerShellScript'],
      [{ timed: true }, (run) => run.timed === true],
      [
        { instanceId: idOf('cache-02') },
        (run) => run.invokeInstances!.invokeInstance!.some((row) => row.instanceId === idOf('cache-02')),
      ],
    ];
    for (const [filter, fits] of cases) {
      const { runs } = await ecs.list({ pageSize: 50, ...filter });
      expect(runs.map((run) => run.invokeId)).toEqual(all.filter(fits).map((run) => run.invokeId));
    }
  });

  it('C1: page by number and by token', async () => {
    const all = (await ecs.list({ pageSize: 50 })).runs.map((run) => run.invokeId);
    const second = await ecs.list({ pageSize: 5, pageNumber: 2 });
    expect(second.runs.map((run) => run.invokeId)).toEqual(all.slice(5, 10));
    const { nextToken } = await ecs.list({ maxResults: 7 });
    const next = await ecs.list({ maxResults: 7, nextToken: nextToken! });
    expect(next.runs.map((run) => run.invokeId)).toEqual(all.slice(7, 14));
  });

  it('C4: page their results inside Invocation, in either encoding, and send outputs along when asked', async () => {
    const [run] = (await ecs.list({ commandName: 'users-audit' })).runs;
    const invokeId = run!.invokeId!;
    const page = await ecs.results(invokeId, { pageSize: 10, pageNumber: 2, contentEncoding: 'PlainText' });
    expect(page).toMatchObject({ pageSize: 10, pageNumber: 2, totalCount: 21 });
    expect(page.rows).toHaveLength(10);
    expect(page.rows[0]!.output).toContain('== Accounts with a login shell\n');
    const [withOutput] = (await ecs.list({ invokeId, includeOutput: true })).runs;
    expect(textOf(withOutput!.invokeInstances!.invokeInstance![0]!)).toContain('root');
    expect(run!.invokeInstances!.invokeInstance![0]!.output).toBe('');
  });
});

describe('what the record actions refuse', () => {
  it('C6: StopInvocation names what it does not know', async () => {
    expect(await refusal(ecs.stop({ invokeId: 't-0' }))).toBe('InvalidInvokeId.NotFound 404');
    const { invokeId } = (await ecs.list({ pageSize: 1 })).runs[0]!;
    const stop = (instanceId: string[]) => refusal(ecs.stop({ invokeId: invokeId!, instanceId }));
    expect(await stop(['i-nowhere'])).toBe('InvalidInstanceId.NotFound 404');
    expect(await stop(Array.from({ length: 51 }, (_, index) => `i-${index}`))).toBe(
      'InstanceIds.ExceedLimit 403',
    );
  });

  it('C1: pages out of range, foreign tokens, and the outputs of everything at once', async () => {
    expect(await refusal(ecs.list({ pageSize: 51 }))).toBe('InvalidParam.PageSize 403');
    expect(await refusal(ecs.list({ pageNumber: 0 }))).toBe('InvalidParam.PageNumber 403');
    expect(await refusal(ecs.list({ nextToken: '%%%' }))).toBe('InvalidParameter.NextToken 400');
    expect(await refusal(ecs.list({ includeOutput: true }))).toBe('MissingParameter.InvokeId 400');
    expect(await refusal(ecs.results('t-0', { pageSize: 51 }))).toBe('InvalidParam.PageSize 403');
  });
});
