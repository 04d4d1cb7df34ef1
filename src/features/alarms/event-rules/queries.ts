import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Api } from '@/api/api';
import { isGone } from '@/api/cms/gone';
import { keys } from '@/api/query-keys';
import { serverNow } from '@/api/server-clock';
import {
  ECS_EVENT_NAMES,
  findCmsEventName,
  type CmsEventName,
  partsOfCmsName,
} from '@/domain/cms-event-names';
import type { EventRule } from '@/domain/event-rule';
import type { SavedRule } from '@/domain/event-rule-draft';
import type { EventRuleTargets } from '@/domain/event-rule-targets';

const DAY_MS = 86_400_000;
/** What a sample of a rule's work looks back on. */
export const SAMPLE_DAYS = 30;
const FRESH_MS = 60_000;

/** Every event rule of the account, by name. */
export function useEventRules(region: string) {
  const api = useApi();
  return useQuery(rulesQuery(api, region));
}

export function rulesQuery(api: Api, region: string) {
  return queryOptions({
    queryKey: keys.eventRules.list(region),
    queryFn: ({ signal }) => api.cms.describeEventRuleListAll({ RegionId: region }, { signal }),
  });
}

export function targetsQuery(api: Api, region: string, name: string) {
  return queryOptions({
    queryKey: keys.eventRules.detail(region, name),
    queryFn: ({ signal }) =>
      api.cms.describeEventRuleTargetList({ RegionId: region, RuleName: name }, { signal }),
    staleTime: FRESH_MS,
  });
}

/** A rule with its targets, as both stand in the account now; undefined: there is none of the name. Rejects with ApiError. */
export async function readSavedRule(
  cache: QueryClient,
  api: Api,
  region: string,
  name: string,
): Promise<SavedRule | undefined> {
  const rules = await cache.fetchQuery({ ...rulesQuery(api, region), staleTime: 0 });
  const rule = rules.find((one) => one.name === name);
  if (!rule) return undefined;
  return { rule, targets: await cache.fetchQuery({ ...targetsQuery(api, region, name), staleTime: 0 }) };
}

/** Where rules send their events, by name; null: could not be read. Absent: not known yet. */
export type TargetsByRule = ReadonlyMap<string, EventRuleTargets | null>;

export function useTargetsOf(region: string, rules: readonly EventRule[]): TargetsByRule {
  const api = useApi();
  const names = useMemo(() => rules.map(({ name }) => name), [rules]);
  const combine = useCallback(
    (results: readonly { data: EventRuleTargets | undefined; isError: boolean }[]): TargetsByRule =>
      new Map(
        results.flatMap(({ data, isError }, index): [string, EventRuleTargets | null][] =>
          data ? [[names[index]!, data]] : isError ? [[names[index]!, null]] : [],
        ),
      ),
    [names],
  );
  return useQueries({ queries: names.map((name) => targetsQuery(api, region, name)), combine });
}

/** What happened in the last thirty days, by name; undefined: not known. */
export function useSampleCounts(region: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.cmsEvents.list(region, { sample: SAMPLE_DAYS }),
    queryFn: ({ signal }) => {
      const now = serverNow();
      const span = { StartTime: now - SAMPLE_DAYS * DAY_MS, EndTime: now };
      return api.cms.describeSystemEventCount({ RegionId: region, ...span }, { signal });
    },
    staleTime: FRESH_MS,
  });
}

/** The names a rule may have: the catalogue's, and those that the account knows beyond it. */
export function useEventNames(region: string): readonly CmsEventName[] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: keys.cmsEvents.detail(region, 'names'),
    queryFn: ({ signal }) => api.cms.describeSystemEventMetaList({ RegionId: region }, { signal }),
    staleTime: Infinity,
  });
  return useMemo(() => {
    const newer = (data ?? []).flatMap(({ Name, EventType, Level, Status }): CmsEventName[] => {
      if (Name === '' || findCmsEventName(Name)) return [];
      return [
        {
          name: Name,
          product: 'ECS',
          kind: partsOfCmsName(Name).kind,
          type: EventType as CmsEventName['type'],
          level: Level.toUpperCase() as CmsEventName['level'],
          status: Status,
        },
      ];
    });
    return newer.length > 0 ? [...ECS_EVENT_NAMES, ...newer] : ECS_EVENT_NAMES;
  }, [data]);
}

/** Forgets what was read of rules. */
export function useRereadRules(region: string) {
  const cache = useQueryClient();
  return useCallback(
    () => cache.invalidateQueries({ queryKey: keys.eventRules.all(region) }),
    [cache, region],
  );
}

/** What is done to rules by name. */
export type RuleAct = 'enable' | 'disable' | 'delete';

export const RULE_ACTIONS = {
  enable: 'EnableEventRules',
  disable: 'DisableEventRules',
  delete: 'DeleteEventRules',
} as const satisfies Record<RuleAct, string>;

export function useRuleAct(region: string, act: RuleAct) {
  const api = useApi();
  const reread = useRereadRules(region);
  const cache = useQueryClient();
  const call = (RuleNames: readonly string[]) => {
    const request = { RegionId: region, RuleNames };
    if (act === 'enable') return api.cms.enableEventRules(request);
    return act === 'disable' ? api.cms.disableEventRules(request) : api.cms.deleteEventRules(request);
  };
  return useMutation({
    mutationFn: async (names: readonly string[]): Promise<void> => {
      try {
        await call(names);
      } catch (error) {
        if (act !== 'delete' || !isGone(error)) throw error;
        // All or none: those that are gone already keep the others from being deleted.
        const there = await cache.fetchQuery({ ...rulesQuery(api, region), staleTime: 0 });
        const left = names.filter((name) => there.some((rule) => rule.name === name));
        if (left.length === names.length) throw error;
        if (left.length > 0) await call(left);
      }
    },
    onSettled: () => reread(),
  });
}
