import { pageOf, type Page } from '../decode';
import { ApiError } from '../errors';
import { jsonText, type Params } from '../params';
import type { Rpc } from '../rpc';
import {
  ecsReads,
  ecsWrites,
  type Done,
  type PageRequest,
  type RegionRequest,
  type RequestOptions,
} from './call';
import { invocationOf, resultOf, type Invocation, type InvocationResult } from './invocation-rows';

export type { Invocation, InvocationResult, InvokeInstance } from './invocation-rows';

/** What InvokeCommand and RunCommand have in common. */
export interface RunMembers extends RegionRequest {
  /** At most 50 (manual) or 100 (today) per call. */
  InstanceId: readonly string[];
  /** Values by parameter name; sent as one JSON text. */
  Parameters?: Readonly<Record<string, string>>;
  /** A schedule is right for old and new servers with `Timed`, `RepeatMode: 'Period'` and `Frequency` together (contract 3). */
  Timed?: boolean;
  /** Cron in UTC; today's service also takes `rate(…)`, `at(…)` and a zone after the cron. */
  Frequency?: string;
  RepeatMode?: string;
  Username?: string;
  WindowsPasswordName?: string;
  /** Seconds, for this run only. */
  Timeout?: number;
  /** For this run only. */
  WorkingDir?: string;
  ClientToken?: string;
}

export interface InvokeCommandRequest extends RunMembers {
  CommandId: string;
}

/** A script run without being saved first (contract 5, RunCommand). */
export interface RunCommandRequest extends RunMembers {
  /** `RunShellScript`, `RunBatScript`, `RunPowerShellScript`. */
  Type: string;
  /** Base64, as in CreateCommand; said so on the wire. */
  CommandContent: string;
  Name?: string;
  Description?: string;
  EnableParameter?: boolean;
  /** Save it as a command too: it counts against the quota. Default: no. */
  KeepCommand?: boolean;
}

export interface DescribeInvocationsRequest extends PageRequest {
  InvokeId?: string;
  CommandId?: string;
  CommandName?: string;
  CommandType?: string;
  /** Either vocabulary. */
  InvokeStatus?: string;
  InstanceId?: string;
  /** true: runs that may still fire; false: one-off or ended ones; absent: both. */
  Timed?: boolean;
  RepeatMode?: string;
  /** Needs InvokeId or InstanceId. */
  IncludeOutput?: boolean;
}

export interface DescribeInvocationResultsRequest extends PageRequest {
  InvokeId?: string;
  CommandId?: string;
  InstanceId?: string;
  InvokeRecordStatus?: string;
  /** Every firing of a periodic run, newest first; needs InvokeId. Absent: the latest one of each instance. */
  IncludeHistory?: boolean;
}

export interface StopInvocationRequest extends RegionRequest {
  InvokeId: string;
  /** At most 50; absent: every instance. */
  InstanceId?: readonly string[];
}

export interface StartedInvocation {
  InvokeId: string;
  RequestId: string;
}

export interface StartedRun extends StartedInvocation {
  /** Also when the command was not kept: no list shows it then. */
  CommandId: string;
}

/** What RunCommand sends; the same parameters make the CLI line. */
export function runCommandParams(request: RunCommandRequest): Params {
  const { Parameters, ClientToken, ...rest } = request;
  return { ...rest, ContentEncoding: 'Base64', Parameters: jsonText(Parameters), ClientToken };
}

/** What InvokeCommand sends; the same parameters make the CLI line. */
export function invokeCommandParams(request: InvokeCommandRequest): Params {
  const { Parameters, ClientToken, ...rest } = request;
  return { ...rest, Parameters: jsonText(Parameters), ClientToken };
}

/** Largest page of the invocation lists (contract 5). */
const LARGEST_PAGE = 50;
/** Stops a server that never stops giving pages: ten times the instances of the largest run. */
const MOST_PAGES = 100;

/** Runs and their records (contract 5). Every function rejects with ApiError. */
export function invocationActions(rpc: Rpc) {
  const read = ecsReads(rpc);
  const write = ecsWrites(rpc);

  async function describeInvocationResults(
    request: DescribeInvocationResultsRequest,
    options?: RequestOptions,
  ): Promise<Page<InvocationResult>> {
    // Said outright: a server of the manual's time sends every firing when nothing is said (contract 4.2).
    const IncludeHistory = request.IncludeHistory ?? false;
    const params = { ...request, IncludeHistory, ContentEncoding: 'Base64' };
    const reply = await read('DescribeInvocationResults', params, options);
    const invocation = reply.object('Invocation');
    const items = invocation.list('InvocationResults', 'InvocationResult', resultOf);
    return pageOf(invocation, items, reply.text('RequestId'));
  }

  return {
    /** All or nothing on its conditions: if one instance does not qualify, nothing runs. */
    async invokeCommand(request: InvokeCommandRequest, options?: RequestOptions): Promise<StartedInvocation> {
      const reply = await write('InvokeCommand', invokeCommandParams(request), options);
      return { InvokeId: reply.text('InvokeId'), RequestId: reply.text('RequestId') };
    },

    /** As invokeCommand, for a script that is not saved, or saved by the same call. */
    async runCommand(request: RunCommandRequest, options?: RequestOptions): Promise<StartedRun> {
      const reply = await write('RunCommand', runCommandParams(request), options);
      const [CommandId, InvokeId] = [reply.text('CommandId'), reply.text('InvokeId')];
      return { CommandId, InvokeId, RequestId: reply.text('RequestId') };
    },

    async describeInvocations(
      request: DescribeInvocationsRequest,
      options?: RequestOptions,
    ): Promise<Page<Invocation>> {
      const reply = await read('DescribeInvocations', { ...request, ContentEncoding: 'Base64' }, options);
      return pageOf(reply, reply.list('Invocations', 'Invocation', invocationOf));
    },

    describeInvocationResults,

    /**
     * Every result of one run, over all pages: one row per instance of a one-off run, some hundred at most.
     * A row that moved to a later page while the run went on appears once. `onPage` is told how many of how many rows
     * are here after each page.
     */
    async describeInvocationResultsAll(
      request: Omit<DescribeInvocationResultsRequest, keyof PageRequest> &
        RegionRequest & { InvokeId: string },
      options?: RequestOptions,
      onPage?: (read: number, total: number) => void,
    ): Promise<InvocationResult[]> {
      const rows = new Map<string, InvocationResult>();
      let fetched = 0;
      for (let PageNumber = 1; PageNumber <= MOST_PAGES; PageNumber++) {
        const page = await describeInvocationResults(
          { ...request, PageNumber, PageSize: LARGEST_PAGE },
          options,
        );
        for (const row of page.items) rows.set(`${row.InstanceId} ${row.Repeats} ${row.StartTime}`, row);
        fetched += page.items.length;
        onPage?.(fetched, Math.max(fetched, page.totalCount));
        if (page.items.length === 0 || fetched >= page.totalCount) break;
      }
      return [...rows.values()];
    },

    /**
     * Stopping a run that has ended succeeds without effect. More instances than one call takes go in several, one after the
     * other (contract 5, StopInvocation); the RequestId is the last one's.
     */
    async stopInvocation(request: StopInvocationRequest, options?: RequestOptions): Promise<Done> {
      const { InstanceId } = request;
      if (InstanceId?.length === 0) throw nothingToStop();
      let reply = await write('StopInvocation', { ...request, ...part(InstanceId, 0) }, options);
      for (let from = MOST_STOPPED; from < (InstanceId?.length ?? 0); from += MOST_STOPPED)
        reply = await write('StopInvocation', { ...request, ...part(InstanceId, from) }, options);
      return { RequestId: reply.text('RequestId') };
    },
  };
}

/** Instances that one StopInvocation takes. */
const MOST_STOPPED = 50;

function part(ids: readonly string[] | undefined, from: number): { InstanceId?: readonly string[] } {
  return ids ? { InstanceId: ids.slice(from, from + MOST_STOPPED) } : {};
}

/** Sent to the server, an empty list would stop the run on every instance. */
function nothingToStop(): ApiError {
  const message = 'No instance to stop the run on.';
  return new ApiError({ code: 'MissingParam.InstanceId', message, product: 'ecs', action: 'StopInvocation' });
}
