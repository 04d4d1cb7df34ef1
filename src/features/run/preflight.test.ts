import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Invocation } from '@/api/ecs/invocations';
import { type Check, preflight, type PreflightInput, runsOnSame, type Unfit } from './preflight';
import { RUN_LIMITS } from './run-request';
import type { Runnable } from './runnable';

const command: Runnable = {
  commandId: 'c-1',
  name: 'disk-clean',
  type: 'RunShellScript',
  content: 'find "{{path}}" -mtime +{{days}}',
  enableParameter: true,
  parameterNames: ['path', 'days'],
  workingDir: '',
  timeoutSeconds: 60,
};
const fine: PreflightInput = {
  command,
  exists: true,
  instanceIds: ['i-1', 'i-2'],
  unfit: new Map(),
  checking: false,
  parameters: { path: '/data', days: '14' },
  limits: RUN_LIMITS,
  quota: { used: 10, limit: 5000 },
  sameRuns: [],
  unanswered: null,
};
const find = <Kind extends Check['kind']>(input: Partial<PreflightInput>, kind: Kind) =>
  preflight({ ...fine, ...input }).find(
    (check): check is Extract<Check, { kind: Kind }> => check.kind === kind,
  );
const blockers = (input: Partial<PreflightInput>) =>
  preflight({ ...fine, ...input }).flatMap((check) => (check.blocks ? [check.kind] : []));
const many = (count: number) => Array.from({ length: count }, (_, index) => `i-${index}`);

describe('preflight', () => {
  it('B9: nothing is in the way of a sound run', () => {
    expect(blockers({})).toEqual([]);
    expect(find({}, 'fit')).toMatchObject({ tone: 'ok', count: 2 });
  });

  it.each<[string, Partial<PreflightInput>, Check['kind']]>([
    ['no instance', { instanceIds: [] }, 'noInstances'],
    ['51 instances', { instanceIds: many(51) }, 'calls'],
    ['an unfit instance', { unfit: new Map<string, Unfit>([['i-2', 'notRunning']]) }, 'unfit'],
    ['a deleted command', { exists: false }, 'commandGone'],
    ['a quota that is used up', { quota: { used: 5000, limit: 5000 } }, 'quota'],
    ['more used than the limit, after it was lowered', { quota: { used: 5001, limit: 5000 } }, 'quota'],
    ['values over 16 KB', { parameters: { path: 'x'.repeat(12_300) } }, 'size'],
    ['a parameter the command does not have', { parameters: { nope: '1' } }, 'parameters'],
  ])('B9: %s is in the way, and comes first', (_, input, kind) => {
    expect(blockers(input)).toEqual([kind]);
    expect(preflight({ ...fine, ...input })[0]?.kind).toBe(kind);
  });

  it('B1: an empty choice is still open, not wrong', () => {
    expect(find({ instanceIds: [] }, 'noInstances')).toMatchObject({ tone: 'open', blocks: true });
    expect(find({ instanceIds: [] }, 'calls')).toBeUndefined();
  });

  it('B3: fifty instances fit one call', () => {
    expect(find({ instanceIds: many(50) }, 'calls')).toMatchObject({ tone: 'ok', count: 50, limit: 50 });
  });

  it('B2: only chosen instances count as unfit', () => {
    expect(find({ unfit: new Map<string, Unfit>([['i-9', 'notVpc']]) }, 'unfit')).toBeUndefined();
    expect(find({ unfit: new Map<string, Unfit>([['i-2', 'gone']]) }, 'unfit')).toMatchObject({
      instances: [['i-2', 'gone']],
      of: 2,
    });
  });

  it.each([
    [5000, 100, 'ok', 4900],
    [5000, 4760, 'warn', 240],
    [5000, 5000, 'danger', 0],
  ])('B5: of %i runs %i used: %s, %i left', (limit, used, tone, left) => {
    expect(find({ quota: { used, limit } }, 'quota')).toMatchObject({ tone, left, limit });
  });

  it.each([
    [{ calls: 3, canary: 0, limit: 50 }, 3, 'warn'],
    [{ calls: 3, canary: 5, limit: 50 }, 1000, 'ok'],
  ] as const)('B3: of %o calls with %i left the quota is %s', (batches, left, tone) => {
    const quota = { used: 5000 - left, limit: 5000 };
    expect(find({ quota, batches }, 'quota')).toMatchObject({ tone, left, calls: 3, blocks: false });
    expect(find({ quota, batches }, 'batches')).toMatchObject({ tone: 'ok', ...batches });
  });

  it('B3: batches that are not clear block', () => {
    expect(find({ batches: 'bad' }, 'badBatches')).toMatchObject({ blocks: true });
  });

  it('B9: names the restarts in the window, without blocking', () => {
    const restarts = [{ instanceId: 'i-1', at: 0 }];
    expect(find({ restarts }, 'restarts')).toMatchObject({ tone: 'warn', blocks: false, restarts });
    expect(find({ restarts: [] }, 'restarts')).toBeUndefined();
  });

  it('B5: an unknown quota does not stop anyone', () => {
    expect(find({ quota: { used: null, limit: 5000 } }, 'quotaUnknown')).toMatchObject({ blocks: false });
  });

  it('B9: flags what a shell script does not quote, and says when the value would really be split', () => {
    expect(find({}, 'unquoted')).toMatchObject({ tone: 'warn', names: ['days'], harmful: [] });
    expect(find({ parameters: { days: '14; rm -rf /' } }, 'unquoted')?.harmful).toEqual(['days']);
    expect(find({ command: { ...command, type: 'RunBatScript' } }, 'unquoted')).toBeUndefined();
    expect(
      find({ command: { ...command, enableParameter: false }, parameters: {} }, 'unquoted'),
    ).toBeUndefined();
  });

  it('K4: warns of an attempt without an answer, and of a changed one', () => {
    expect(find({ unanswered: 'same' }, 'unanswered')).toMatchObject({ tone: 'warn', changed: false });
    expect(find({ unanswered: 'changed' }, 'unanswered')).toMatchObject({ tone: 'warn', changed: true });
  });

  it('B9: what is in the way always stands before what is only worth knowing', () => {
    const input = fc.record({
      exists: fc.boolean(),
      instanceIds: fc.nat({ max: 60 }).map(many),
      unanswered: fc.constantFrom(null, 'same' as const, 'changed' as const),
      quota: fc.record({ used: fc.option(fc.nat(100)), limit: fc.option(fc.nat(100)) }),
      parameters: fc.dictionary(fc.constantFrom('path', 'days', 'nope'), fc.string()),
    });
    const rank = { danger: 0, open: 1, warn: 2, ok: 3 };
    fc.assert(
      fc.property(input, (some) => {
        const ranks = preflight({ ...fine, ...some }).map(({ tone }) => rank[tone]);
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('runs on the same instances', () => {
  const run = (InvokeId: string, InvocationStatus: string, rows: [id: string, status: string][]) =>
    ({
      InvokeId,
      InvocationStatus,
      InvokeStatus: '',
      InvokeInstances: rows.map(([InstanceId, status]) => ({
        InstanceId,
        InvocationStatus: status,
        InstanceInvokeStatus: '',
      })),
    }) as Invocation;

  it('B9: counts the chosen instances another run still works on', () => {
    const runs = [
      run('t-1', 'Running', [
        ['i-1', 'Running'],
        ['i-2', 'Success'],
        ['i-3', 'Running'],
      ]),
      run('t-2', 'Running', [
        ['i-1', 'Pending'],
        ['i-2', 'Running'],
      ]),
      run('t-3', 'Running', [['i-3', 'Running']]),
      run('t-4', 'Success', [['i-1', 'Success']]),
    ];
    expect(runsOnSame(runs, ['i-1', 'i-2'])).toEqual([
      { invokeId: 't-2', instances: 2 },
      { invokeId: 't-1', instances: 1 },
    ]);
  });
});
