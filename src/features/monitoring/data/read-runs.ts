import type { Api } from '@/api/api';
import type { RequestOptions } from '@/api/ecs/call';
import type { Invocation } from '@/api/ecs/invocations';
import { parseWireTime } from '@/api/wire-times';
import { monitorGate } from './gate';

/** One execution on an instance. */
export interface RunMark {
  id: string;
  invokeId: string;
  /** Of the command. */
  name: string;
  /** Epoch ms. */
  at: number;
}

/** The most the API gives a page (contract 5). */
const PAGE_SIZE = 50;
/** Beyond that the marks would hide the chart. */
const MOST_PAGES = 4;
/** Fires of schedules are read for so many of them, the newest fifty of each. */
const MOST_SCHEDULES = 6;

/** The executions on an instance since a time, newest first; of a schedule, its latest fires. */
export async function readRuns(
  api: Api,
  region: string,
  InstanceId: string,
  since: number,
  options: RequestOptions & { signal: AbortSignal },
): Promise<RunMark[]> {
  const invocations: Invocation[] = [];
  for (let PageNumber = 1; PageNumber <= MOST_PAGES; PageNumber++) {
    const request = { RegionId: region, InstanceId, PageNumber, PageSize: PAGE_SIZE };
    const page = await monitorGate(() => api.ecs.describeInvocations(request, options), options.signal);
    invocations.push(...page.items);
    const oldest = page.items.at(-1);
    if (!oldest || page.items.length < PAGE_SIZE || startOf(oldest) < since) break;
  }
  const isSchedule = ({ Frequency }: Invocation) => Frequency !== '';
  const once = invocations
    .filter((invocation) => !isSchedule(invocation))
    .map((invocation) => ({
      id: invocation.InvokeId,
      invokeId: invocation.InvokeId,
      name: nameOf(invocation),
      at: startOf(invocation),
    }));
  const schedules = invocations.filter(isSchedule).slice(0, MOST_SCHEDULES);
  const fires = await Promise.all(
    schedules.map((schedule) => firesOf(api, region, InstanceId, schedule, options)),
  );
  return [...once, ...fires.flat()].filter(({ at }) => at >= since).toSorted((a, b) => b.at - a.at);
}

async function firesOf(
  api: Api,
  region: string,
  InstanceId: string,
  schedule: Invocation,
  options: RequestOptions & { signal: AbortSignal },
): Promise<RunMark[]> {
  const { InvokeId } = schedule;
  const request = { RegionId: region, InvokeId, InstanceId, IncludeHistory: true, PageSize: PAGE_SIZE };
  const page = await monitorGate(() => api.ecs.describeInvocationResults(request, options), options.signal);
  return page.items.flatMap(({ StartTime }) => {
    const at = parseWireTime(StartTime);
    return at === null ? [] : { id: `${InvokeId} ${at}`, invokeId: InvokeId, name: nameOf(schedule), at };
  });
}

function startOf({ CreationTime }: Invocation): number {
  return parseWireTime(CreationTime) ?? 0;
}

function nameOf({ CommandName, CommandId }: Invocation): string {
  return CommandName || CommandId;
}
