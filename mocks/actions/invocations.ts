import { Fault } from '../fault';
import { oldStatusOf, statusOf } from '../run-record';
import type { Execution, Invocation } from '../run-record';
import { firingsOn, mayFireAgain, overallOf, recordOf, viewOf } from '../periodic';
import { historyOf, joined, listOf } from '../record-history';
import type { RecordList } from '../record-history';
import { fittingFirings } from '../record-history-fitting';
import type { Action, ActionContext } from './action';
import {
  invocationRow,
  invokeInstanceRow,
  outputOf,
  periodicInstanceRow,
  resultRow,
} from './invocation-rows';
import { namePattern } from './name-pattern';
import { pageOf, readPaging } from './paging';
import type { PageRequest } from './paging';
import type { ParamReader } from './params';
import { readEncoding } from './request-rules';
import { hasTags, readTags } from './resource-tags';

type Test<T> = (item: T) => boolean;

/** What the manual's pages list; a status among them means the manual's, unless today's profile is asked. */
const OLD_STATUSES: ReadonlySet<string> = new Set([
  'Running',
  'Stopping',
  'Finished',
  'Failed',
  'PartialFailed',
  'Stopped',
]);

/** Compares with either vocabulary: the manual's words mean its own status; in today's profile its today's meaning too. */
function statusFits(wanted: string, { profile }: ActionContext): (old: string, today: string) => boolean {
  const byOld = OLD_STATUSES.has(wanted);
  const byToday = !byOld || profile === 'today';
  return (old, today) => (byOld && old === wanted) || (byToday && today === wanted);
}

function cloudAssistantPaging({ params, profile }: ActionContext): PageRequest {
  return readPaging(params, { defaultSize: 10, maxSize: 50, status: profile === 'manual' ? 403 : 400 });
}

/** The shortest list that holds every invocation asked for, newest first. */
function candidates({ params, ledger, regionId }: ActionContext): Invocation[] {
  const invokeId = params.text('InvokeId');
  const instanceId = params.text('InstanceId');
  const commandId = params.text('CommandId');
  const inRegion: Test<Invocation> = (invocation) => invocation.regionId === regionId;
  if (invokeId !== undefined) {
    const invocation = ledger.invocations.get(invokeId);
    return invocation && inRegion(invocation) ? [invocation] : [];
  }
  if (instanceId !== undefined) {
    return ledger.invocationsOn(instanceId).filter(inRegion).reverse();
  }
  if (commandId !== undefined) return ledger.invocationsOf(commandId).filter(inRegion).reverse();
  return ledger.invocationsIn(regionId).toReversed();
}

function invocationTests(context: ActionContext): Test<Invocation>[] {
  const { params } = context;
  const tests: Test<Invocation>[] = [];
  const add = (name: string, test: (value: string) => Test<Invocation>) => {
    const value = params.text(name);
    if (value !== undefined) tests.push(test(value));
  };
  const byInstance = params.text('InstanceId') !== undefined;
  add('CommandId', (value) => (invocation) => invocation.commandId === value);
  add('InstanceId', (value) => (invocation) => invocation.instanceIds.includes(value));
  add('CommandType', (value) => (invocation) => invocation.commandType === value);
  // With an instance given, the name, the repeat mode and PartialFailed have no effect (contract 5).
  if (!byInstance) {
    add('CommandName', (value) => {
      const fits = namePattern(value);
      return (invocation) => fits(invocation.commandName);
    });
    add('RepeatMode', (value) => (invocation) => value === (invocation.periodic ? 'Period' : 'Once'));
  }
  const timed = params.boolean('Timed');
  if (timed !== undefined) tests.push((invocation) => mayFireAgain(invocation, context.now) === timed);
  add('InvokeStatus', (value) => {
    if (byInstance && value === 'PartialFailed') return () => true;
    const fits = statusFits(value, context);
    return (invocation) => {
      const overall = overallOf(invocation, context.profile, context);
      return fits(overall.old, overall.today);
    };
  });
  const tags = readTags(params);
  if (Object.keys(tags).length > 0) tests.push((invocation) => hasTags(invocation.tags ?? {}, tags));
  return tests;
}

/** DescribeInvocations (contract 5): newest first; statuses are computed for the page only, unless they are filtered by. */
export const describeInvocations: Action = async (context) => {
  const { params } = context;
  const request = cloudAssistantPaging(context);
  const encoding = readEncoding(params);
  const withOutput = params.boolean('IncludeOutput') ?? false;
  if (withOutput) requireEither(params, 'InvokeId', 'InstanceId');
  const tests = invocationTests(context);
  const found = candidates(context).filter((invocation) => tests.every((test) => test(invocation)));
  const page = pageOf(found, request, (invocation) => invocation.invokeId);
  const rows = page.items.map(async (invocation) => {
    const { periodic } = invocation;
    const output = async (execution: Execution | null) =>
      withOutput && execution ? outputOf(execution, encoding, context.readBlob) : '';
    const instances = periodic
      ? invocation.instanceIds.map(async (instanceId) => {
          const view = viewOf(invocation, periodic, instanceId, context.profile, context);
          return periodicInstanceRow(invocation, view, await output(view.latest));
        })
      : invocation.executions.map(async (execution) =>
          invokeInstanceRow(execution, await output(execution), context.profile),
        );
    const overall = overallOf(invocation, context.profile, context);
    return invocationRow(invocation, await Promise.all(instances), encoding, overall);
  });
  return { ...page.fields, Invocations: { Invocation: await Promise.all(rows) } };
};

function requireEither(params: ParamReader, ...names: string[]): void {
  if (names.every((name) => params.text(name) === undefined)) {
    throw new Fault(`MissingParameter.${names[0]}`, 400, `Either ${names.join(' or ')} is required.`);
  }
}

/**
 * DescribeInvocationResults (contract 4.2, 5): the paging fields lie inside `Invocation`. Of a periodic run, newest first,
 * the latest record of each instance, or with `IncludeHistory=true` (which needs an InvokeId) all of them. The manual's
 * profile gives all of them when IncludeHistory is not sent: its API did not know it and answered with several rows.
 * The scripts of firings nobody looked at are run when their records are on a page somebody asks for; until then they are Pending.
 */
export const describeInvocationResults: Action = async (context) => {
  const { params } = context;
  const request = cloudAssistantPaging(context);
  const encoding = readEncoding(params);
  const history = params.boolean('IncludeHistory');
  if (history) params.required('InvokeId');
  const withHistory = history ?? (context.profile === 'manual' && params.text('InvokeId') !== undefined);
  const commandId = params.text('CommandId');
  const instanceId = params.text('InstanceId');
  const status = params.text('InvokeRecordStatus');
  const fits = statusFits(status ?? '', context);
  const tags = readTags(params);
  const recordFits: Test<Execution> | null =
    status === undefined
      ? null
      : (record) => fits(oldStatusOf(statusOf(record), context.profile), statusOf(record));
  const lists = candidates(context)
    .filter((invocation) => commandId === undefined || invocation.commandId === commandId)
    .filter((invocation) => hasTags(invocation.tags ?? {}, tags))
    .map((invocation) => ({
      ...recordsOf(invocation, instanceId, withHistory, recordFits, context),
      invokeId: invocation.invokeId,
    }));
  const found = joined(lists);
  const { items, fields } = pageOf(found, request, recordName, (name) => {
    const [invokeId = '', on = '', repeat] = name.split('/');
    return found.indexOf(invokeId, on, Number(repeat));
  });
  context.lookAt(items);
  const rows = items.map(async (execution) =>
    resultRow(execution, await outputOf(execution, encoding, context.readBlob), context.profile),
  );
  return { Invocation: { ...fields, InvocationResults: { InvocationResult: await Promise.all(rows) } } };
};

/** The records of one run, on one instance if one is named, and of those the ones that pass a test of their status. */
function recordsOf(
  invocation: Invocation,
  instanceId: string | undefined,
  withHistory: boolean,
  fits: Test<Execution> | null,
  context: ActionContext,
): RecordList {
  const { periodic } = invocation;
  const isNamed = (id: string) => instanceId === undefined || id === instanceId;
  const only = (records: readonly Execution[]) => listOf(fits ? records.filter(fits) : records);
  if (!periodic) return only(invocation.executions.filter((execution) => isNamed(execution.instanceId)));
  const instanceIds = invocation.instanceIds.filter(isNamed);
  if (withHistory) {
    return fits
      ? historyOf(invocation, periodic, instanceIds, context, (id) =>
          fittingFirings(invocation, periodic, id, context, fits),
        )
      : historyOf(invocation, periodic, instanceIds, context);
  }
  return only(
    instanceIds.flatMap((id) => {
      const { first, last } = firingsOn(periodic, id, context.now);
      return last < first ? [] : [recordOf(invocation, periodic, id, last, context)];
    }),
  );
}

function recordName({ invokeId, instanceId, repeat }: Execution): string {
  return `${invokeId}/${instanceId}/${repeat}`;
}

const MAX_STOPPED_AT_ONCE = 50;

/**
 * StopInvocation (contract 4.4, 5): on the instances named or on all. What has ended stays as it is, without an error. A
 * periodic run fires no more there; a record that is running goes on to its own end.
 */
export const stopInvocation: Action = (context) => {
  const { params, ledger, regionId } = context;
  const invocation = ledger.invocations.get(params.required('InvokeId'));
  if (invocation?.regionId !== regionId) throw new Fault('InvalidInvokeId.NotFound', 404);
  const named = params.list('InstanceId');
  if (named.length > MAX_STOPPED_AT_ONCE) throw new Fault('InstanceIds.ExceedLimit', 403);
  if (named.some((id) => !invocation.instanceIds.includes(id)))
    throw new Fault('InvalidInstanceId.NotFound', 404);
  const instanceIds = stoppable(invocation, context).filter(
    (instanceId) => named.length === 0 || named.includes(instanceId),
  );
  if (instanceIds.length > 0) {
    context.act({ kind: 'InvocationStopped', at: context.now, invokeId: invocation.invokeId, instanceIds });
  }
  return {};
};

/** Where a stop has an effect. The manual's schedules run until they are stopped, even when no firing is left. */
function stoppable(invocation: Invocation, { ledger, now, profile }: ActionContext): string[] {
  const { periodic, executions, instanceIds } = invocation;
  if (!periodic) {
    return executions
      .filter((execution) => ledger.open.has(execution) && execution.stoppedAt === null)
      .map((execution) => execution.instanceId);
  }
  if (profile === 'today' && !mayFireAgain(invocation, now)) return [];
  return instanceIds.filter((instanceId) => !periodic.stops.has(instanceId));
}
