import { describe, expect, it } from 'vitest';
import { BORN_AT, demoWorld } from '../../test/support/call-action';
import { createLedger } from '../ledger';
import { readNotes } from './alarm-log';
import { watch } from './alarm-runs';
import { metricRuleBook } from './metric-rule-book';
import type { MetricRuleChange } from './metric-rule-changes';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function account(changes: readonly unknown[] = []) {
  const ledger = createLedger();
  for (const change of changes)
    ledger.reduce({ kind: 'AlarmChanged', at: BORN_AT + HOUR, change: change as MetricRuleChange });
  const scene = { ledger, world: demoWorld, worldAt: () => demoWorld, now: BORN_AT + 8 * HOUR };
  return { scene, ledger, book: () => metricRuleBook(scene) };
}
const namesOf = ({ book }: ReturnType<typeof account>) =>
  [...book().rules.values()].map(({ settings }) => settings.ruleName);

describe('the rules of an account', () => {
  it('I3: a change that is malformed or unknown changes nothing', () => {
    const born = namesOf(account());
    const [first] = account().book().rules.values();
    const odd = [
      null,
      { what: 'SomethingElse' },
      { what: 'MetricRulePut' },
      { what: 'MetricRulePut', rule: { ...first!.settings, ruleId: 'x', terms: { levels: {} } } },
      { what: 'MetricRulePut', rule: { ...first!.settings, ruleId: 7 } },
      { what: 'MetricRulesDeleted' },
      { what: 'MetricRulesDeleted', ids: ['none'] },
    ];
    expect(namesOf(account(odd))).toEqual(born);
    expect(born).toHaveLength(4);
  });

  it('I3: those it is born with are changed and deleted like any', () => {
    const [id, ...others] = account().book().rules.keys();
    const { book } = account([
      { what: 'MetricRulesDeleted', ids: [id] },
      { what: 'MetricRulesDisabled', ids: others },
    ]);
    expect([...book().rules.values()].map(({ enabled }) => enabled)).toEqual([false, false, false]);
    expect(book().terms.every(({ to }) => to === BORN_AT + HOUR)).toBe(true);
  });

  it('I3: what they told does not depend on when it is asked for, nor on what was asked before', async () => {
    const span = { from: BORN_AT - 2 * DAY, to: BORN_AT + 2 * HOUR };
    const told = async (moments: readonly number[]) => {
      const { scene, book } = account();
      let notes: Awaited<ReturnType<typeof readNotes>> = [];
      for (const now of moments) notes = await readNotes(book().terms, { ...scene, now }, span);
      return notes.map(({ note, instance }) => ({ ...note, on: instance.instanceId }));
    };
    const once = await told([BORN_AT + 8 * HOUR]);
    expect(once.length).toBeGreaterThan(10);
    expect(await told([BORN_AT - DAY, BORN_AT + 90_000, BORN_AT + 8 * HOUR])).toEqual(once);
    // A clock that is put back shows nothing that is not yet.
    const back = await told([BORN_AT + 8 * HOUR, BORN_AT]);
    expect(back).toEqual(once.filter(({ at }) => at <= BORN_AT));
  });
});

describe('hours in which nothing can come up', () => {
  it('I3: are left out, and what is told and what is in alarm is the same', async () => {
    const [first] = account().book().rules.values();
    const levels = {
      Critical: { statistic: 'Maximum', operator: 'GreaterThanThreshold', threshold: 92, times: 1 },
      Warn: { statistic: 'Average', operator: 'GreaterThanOrEqualToThreshold', threshold: 74, times: 3 },
    };
    const terms = { ...first!.settings.terms, periodSeconds: 60, silenceSeconds: 3600, levels };
    const rule = { ...first!.settings, ruleId: 'all', metricName: 'CPUUtilization', resources: null, terms };
    const span = { since: BORN_AT + HOUR, until: BORN_AT + 30 * HOUR };
    const told = async (sparing: boolean) => {
      const { scene, book } = account([{ what: 'MetricRulePut', rule }]);
      const term = book().terms.find(({ settings }) => settings.ruleId === 'all')!;
      const lines = await watch(term, { ...scene, now: span.until }, { ...span, sparing });
      return lines.flatMap(({ instance, outcome: { notes, level } }) =>
        notes.map((note) => ({ ...note, on: instance.instanceId, now: level })),
      );
    };
    const exactly = await told(false);
    expect(exactly.length).toBeGreaterThan(20);
    expect(await told(true)).toEqual(exactly);
  });
});
