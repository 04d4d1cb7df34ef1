import { describe, expect, it } from 'vitest';
import { preflight, type PreflightInput } from './preflight';
import { runRequest, RUN_LIMITS } from './run-request';
import { scheduleFacts } from './schedule-facts';

const NOW = Date.UTC(2026, 10, 23, 2, 0, 0);
const input = (cron: string, over: Partial<PreflightInput> = {}): PreflightInput => ({
  command: {
    commandId: 'c-1',
    name: 'disk-clean',
    type: 'RunShellScript',
    content: 'df -h',
    enableParameter: false,
    parameterNames: [],
    workingDir: '',
    timeoutSeconds: 600,
  },
  exists: true,
  instanceIds: ['i-1'],
  unfit: new Map(),
  checking: false,
  parameters: {},
  limits: RUN_LIMITS,
  quota: { used: 0, limit: 5000 },
  sameRuns: [],
  unanswered: null,
  schedule: scheduleFacts(cron, NOW),
  ...over,
});
const kinds = (cron: string) =>
  preflight(input(cron)).filter((check) => /^(?:schedule|fires|overlap)$/.test(check.kind));

describe('a schedule before it is sent', () => {
  it('B9: tells that a sound one fires, and how far apart', () => {
    expect(kinds('0 0 18 ? * MON-FRI')).toEqual([
      {
        kind: 'fires',
        next: Date.UTC(2026, 10, 23, 18),
        shortestSeconds: 86_400,
        tone: 'ok',
        blocks: false,
      },
    ]);
  });

  it.each([
    ['an expression with an error', '0 0 25 ? * *', 'cron', 'danger'],
    ['one that never fires', '0 0 0 31 2 ?', 'never', 'danger'],
    ['one whose years are over', '0 15 10 * * ? 2005', 'past', 'danger'],
    ['fires under 10 s apart', '0/5 * * * * ?', 'tooOften', 'danger'],
    ['nothing written yet', ' ', 'cron', 'open'],
  ])('D5: %s blocks', (_, cron, problem, tone) => {
    const [check, ...others] = kinds(cron);
    expect(check).toMatchObject({
      kind: 'schedule',
      tone,
      blocks: true,
      schedule: { problem: { kind: problem } },
    });
    expect(others).toEqual([]);
  });

  it('B9: warns when a run may last longer than the interval', () => {
    expect(kinds('0 0/5 * * * ?')).toContainEqual({
      kind: 'overlap',
      shortestSeconds: 300,
      timeoutSeconds: 600,
      tone: 'warn',
      blocks: false,
    });
    expect(kinds('0 0/10 * * * ?').map(({ kind }) => kind)).toEqual(['fires']);
  });

  it('B9: counts the fires of a day against the quota', () => {
    const quotaOf = (cron: string, used: number) =>
      preflight(input(cron, { quota: { used, limit: 5000 } })).find(({ kind }) => kind === 'quota');
    expect(quotaOf('0 0/10 * * * ?', 0)).toMatchObject({ fires: 144, tone: 'ok' });
    expect(quotaOf('0/10 * * * * ?', 0)).toMatchObject({ fires: 8640, tone: 'warn', blocks: false });
    expect(quotaOf('0 0/10 * * * ?', 5000)).toMatchObject({ blocks: true });
  });

  it('B1: is sent so that the manual’s service and today’s both understand it', () => {
    expect(runRequest('r', 'c', ['i-1'], {}, '0 0 2 * * ?')).toMatchObject({
      Timed: true,
      RepeatMode: 'Period',
      Frequency: '0 0 2 * * ?',
    });
    expect(runRequest('r', 'c', ['i-1'], {})).not.toHaveProperty('Timed');
  });

  it('D1: today’s forms count where they are in force only', () => {
    expect(scheduleFacts('rate(10m)', NOW, 'today')).toMatchObject({
      problem: null,
      next: NOW + 600_000,
      shortestSeconds: 600,
      firesInDay: 144,
    });
    expect(scheduleFacts('at(2026-11-24 08:00:00 Asia/Shanghai)', NOW, 'today')).toMatchObject({
      problem: null,
      next: Date.UTC(2026, 10, 24),
      shortestSeconds: null,
    });
    expect(scheduleFacts('rate(10m)', NOW, 'manual').problem).toMatchObject({ kind: 'cron' });
  });
});
