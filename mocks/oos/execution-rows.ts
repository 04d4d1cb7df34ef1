import { LOOP_TASK, PUBLIC_TEMPLATE, SELECT_TASK } from '@/domain/oos-template';
import type { ItemState } from '@/domain/rate-control';
import { formatWireTime } from '@/api/wire-times';
import type { EngineRun } from './book';
import type { EngineLife, ExecutionStatus, ItemLife } from './life';
import { PUBLIC_TEMPLATE_ID, PUBLIC_TEMPLATE_VERSION } from './public-template';
import { readObject } from './values';

/** Account of the demo, as answers name who asked. */
export const ACCOUNT = '100000000000';

export const wireTime = (at: number | null): string => (at === null ? '' : formatWireTime(at));

export const selectId = ({ executionId }: EngineRun) => `${executionId}.t0001`;
export const loopId = ({ executionId }: EngineRun) => `${executionId}.t0002`;
export const itemId = (run: EngineRun, place: number) =>
  `${loopId(run)}.i${String(place + 1).padStart(4, '0')}`;

export type TaskStatus = ExecutionStatus | 'Pending' | 'Skipped';

const STATUS_OF: Readonly<Record<ItemState, TaskStatus>> = {
  pending: 'Pending',
  running: 'Running',
  succeeded: 'Success',
  failed: 'Failed',
  skipped: 'Skipped',
  cancelled: 'Cancelled',
};

export function itemStatus({ state }: ItemLife): TaskStatus {
  return STATUS_OF[state];
}

/** Of the two tasks; null: its row is not there yet. */
export function taskStatuses({ status, selectedAt, loop }: EngineLife): {
  select: TaskStatus | null;
  loop: TaskStatus | null;
} {
  if (selectedAt === null) return { select: null, loop: null };
  if (loop === null) return { select: status, loop: null };
  return { select: 'Success', loop: status };
}

/** How many of each, without those there are none of. */
function tally(statuses: readonly TaskStatus[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** Members that StartExecution and ListExecutions have in common (contract OOS 7). */
export async function executionRow(
  run: EngineRun,
  life: EngineLife,
  textOf: (item: ItemLife) => Promise<string>,
) {
  const { request, order, at } = run;
  const tasks = taskStatuses(life);
  const statuses = [tasks.select, tasks.loop].filter((status) => status !== null);
  const isPublic = request.templateName !== undefined;
  return {
    ExecutionId: run.executionId,
    Status: life.status,
    StatusMessage: life.message,
    TemplateId: isPublic ? PUBLIC_TEMPLATE_ID : `t-${run.executionId.slice(-10)}`,
    TemplateName: isPublic ? PUBLIC_TEMPLATE : '',
    TemplateVersion: isPublic ? PUBLIC_TEMPLATE_VERSION : 'v1',
    Mode: request.mode,
    SafetyCheck: request.safetyCheck,
    Outputs: await outputsOf(life, textOf),
    Counters: life.selectedAt === null ? {} : { Total: 2, ...tally(statuses) },
    CurrentTasks: currentTasks(run, life),
    CreateDate: wireTime(at),
    StartDate: wireTime(at),
    EndDate: wireTime(life.endedAt),
    UpdateDate: wireTime(updatedAt(run, life)),
    ExecutedBy: `root(${ACCOUNT})`,
    IsParent: false,
    ParentExecutionId: '',
    RamRole: order.role,
    ResourceGroupId: '',
    Description: request.description,
    Tags: readObject(request.tags, 'Tags'),
  };
}

/** What ListExecutions says beyond that: a list has `Parameters` as an object. */
export function listedMembers({ order }: EngineRun, { loop, waitingFor, message }: EngineLife) {
  return {
    Parameters: order.parameters,
    Category: 'Other',
    Targets: JSON.stringify({ ResourceType: 'ALIYUN::ECS::Instance', Filters: [order.targets.sent] }),
    ResourceStatus: loop ? JSON.stringify(tally(loop.items.map(itemStatus))) : '',
    WaitingStatus: waitingFor ?? '',
    StatusReason: message,
    LastTriggerTime: '',
    LastTriggerStatus: '',
    LastSuccessfulTriggerTime: '',
    NextScheduleTime: '',
  };
}

async function outputsOf(
  { endedAt, loop }: EngineLife,
  textOf: (item: ItemLife) => Promise<string>,
): Promise<string> {
  if (endedAt === null || loop === null) return '';
  const done = loop.items.filter(({ state }) => state === 'succeeded');
  return JSON.stringify({ commandOutputs: await Promise.all(done.map(textOf)) });
}

function currentTasks(run: EngineRun, { status, selectedAt, loop }: EngineLife) {
  if (selectedAt === null || (status !== 'Running' && status !== 'Waiting')) return [];
  return loop === null
    ? [{ TaskName: SELECT_TASK, TaskAction: 'ACS::SelectTargets', TaskExecutionId: selectId(run) }]
    : [{ TaskName: LOOP_TASK, TaskAction: run.order.action, TaskExecutionId: loopId(run) }];
}

function updatedAt({ at, approvals }: EngineRun, { selectedAt, loop, endedAt }: EngineLife): number {
  const items = (loop?.items ?? []).map(({ beganAt, endedAt: end }) => end ?? beganAt ?? 0);
  return Math.max(at, selectedAt ?? 0, loop?.startedAt ?? 0, endedAt ?? 0, ...approvals, ...items);
}
