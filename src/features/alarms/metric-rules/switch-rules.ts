import type { Api } from '@/api/api';
import { isGone } from '@/api/cms/gone';
import { MOST_RULES_AT_ONCE } from '@/api/cms/metric-rules';

export type RuleAct = 'enable' | 'disable' | 'delete';

/** How an act on one rule ended. `gone`: it had been deleted before, and was to be. */
export type RuleOutcome = { kind: 'done' } | { kind: 'gone' } | { kind: 'failed'; error: unknown };

/** One call for all of these. */
export function callFor(
  api: Api,
  region: string,
  act: RuleAct,
): (ids: readonly string[]) => Promise<unknown> {
  const { cms } = api;
  switch (act) {
    case 'enable':
      return (RuleId) => cms.enableMetricRules({ RegionId: region, RuleId });
    case 'disable':
      return (RuleId) => cms.disableMetricRules({ RegionId: region, RuleId });
    case 'delete':
      return (Id) => cms.deleteMetricRules({ RegionId: region, Id });
  }
}

/**
 * Acts on rules, as many in a call as it takes. A call is refused as a whole and names no rule, so those of a refused one are
 * tried one by one. Every ID given has an outcome.
 * @param onProgress with the number of rules dealt with so far
 */
export async function switchRules(
  act: RuleAct,
  ids: readonly string[],
  call: (ids: readonly string[]) => Promise<unknown>,
  onProgress: (done: number) => void = () => undefined,
): Promise<Map<string, RuleOutcome>> {
  const outcomes = new Map<string, RuleOutcome>();
  const tell = (id: string, outcome: RuleOutcome) => {
    outcomes.set(id, outcome);
    onProgress(outcomes.size);
  };
  for (let start = 0; start < ids.length; start += MOST_RULES_AT_ONCE) {
    const part = ids.slice(start, start + MOST_RULES_AT_ONCE);
    try {
      await call(part);
      for (const id of part) tell(id, { kind: 'done' });
    } catch (error) {
      if (part.length === 1) tell(part[0]!, outcomeOf(act, error));
      else for (const id of part) tell(id, await once(act, id, call));
    }
  }
  return outcomes;
}

async function once(
  act: RuleAct,
  id: string,
  call: (ids: readonly string[]) => Promise<unknown>,
): Promise<RuleOutcome> {
  try {
    await call([id]);
    return { kind: 'done' };
  } catch (error) {
    return outcomeOf(act, error);
  }
}

function outcomeOf(act: RuleAct, error: unknown): RuleOutcome {
  return act === 'delete' && isGone(error) ? { kind: 'gone' } : { kind: 'failed', error };
}
