import { queryOptions } from '@tanstack/react-query';
import type { Api } from '@/api/api';
import { keys } from '@/api/query-keys';
import { eventGate } from './event-gate';

/** What the pages say of an instance beside its events. */
export interface InstanceFact {
  name: string;
  /** Lifecycle state as on the wire. */
  status: string;
}

/** Instances of a region by ID; those it does not list are not in it. */
export interface RegionFacts {
  facts: ReadonlyMap<string, InstanceFact>;
  /** When all of them were read, by this device's clock, epoch ms. */
  wholeAt: number;
}

const PAGE_SIZE = 100;
const CHANGING_MS = 3_000;
const SETTLED_MS = 60_000;

const isChanging = ({ status }: InstanceFact) => /^(Pending|Starting|Stopping)$/.test(status);

/**
 * Name and state of instances of a region. All are read slowly; in between only those that start or stop, often, unless the
 * answer was said to be out of date.
 */
export function factsQuery(api: Api, region: string, ids: readonly string[]) {
  const queryKey = keys.instances.list(region, { facts: ids });
  return queryOptions({
    queryKey,
    queryFn: ({ signal, client }) =>
      eventGate(async (): Promise<RegionFacts> => {
        const state = client.getQueryState<RegionFacts>(queryKey);
        const known = state?.isInvalidated ? undefined : state?.data;
        const isFresh = known !== undefined && Date.now() - known.wholeAt < SETTLED_MS;
        return isFresh
          ? { ...known, facts: await readChanging(api, region, known.facts, signal) }
          : {
              facts: merged(state?.data?.facts, await readFacts(api, region, ids, signal)),
              wholeAt: Date.now(),
            };
      }),
    staleTime: SETTLED_MS,
    refetchInterval: ({ state }) =>
      [...(state.data?.facts.values() ?? [])].some(isChanging) ? CHANGING_MS : SETTLED_MS,
  });
}

/** The facts with those that change read again; the very same ones when nothing did. */
async function readChanging(
  api: Api,
  region: string,
  known: RegionFacts['facts'],
  signal: AbortSignal,
): Promise<RegionFacts['facts']> {
  const changing = [...known].filter(([, fact]) => isChanging(fact)).map(([id]) => id);
  const read = await readFacts(api, region, changing, signal);
  const others = [...known].filter(([, fact]) => !isChanging(fact));
  return merged(known, new Map([...others, ...read]));
}

/** What was read, with the objects of before for what is as before: cells render only for what changed. */
function merged(before: RegionFacts['facts'] | undefined, read: RegionFacts['facts']): RegionFacts['facts'] {
  if (!before) return read;
  const facts = new Map([...read].map(([id, fact]) => [id, same(before.get(id), fact)] as const));
  const isSame = facts.size === before.size && [...facts].every(([id, fact]) => before.get(id) === fact);
  return isSame ? before : facts;
}

const same = (before: InstanceFact | undefined, fact: InstanceFact): InstanceFact =>
  before?.name === fact.name && before.status === fact.status ? before : fact;

async function readFacts(
  api: Api,
  region: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<RegionFacts['facts']> {
  const facts = new Map<string, InstanceFact>();
  for (let first = 0; first < ids.length; first += PAGE_SIZE) {
    const page = await api.ecs.describeInstances(
      { RegionId: region, InstanceIds: ids.slice(first, first + PAGE_SIZE) },
      { signal },
    );
    for (const { InstanceId, InstanceName, Status } of page.items)
      facts.set(InstanceId, { name: InstanceName, status: Status });
  }
  return facts;
}
