import { LOOP_TASK, SELECT_TASK } from '@/domain/oos-template';
import type { EngineRun } from './book';
import {
  itemId,
  itemStatus,
  loopId,
  selectId,
  type TaskStatus,
  taskStatuses,
  wireTime,
} from './execution-rows';
import type { EngineLife, ItemLife, LoopLife } from './life';

/** A row of ListTaskExecutions, before its outputs are read. Times in epoch ms. */
export interface TaskRow {
  taskExecutionId: string;
  parentId: string;
  run: EngineRun;
  name: string;
  action: string;
  status: TaskStatus;
  message: string;
  /** Of a child of the loop. */
  item: ItemLife | null;
  /** Of the loop's own row. */
  loop: LoopLife | null;
  createdAt: number;
  startedAt: number | null;
  endedAt: number | null;
}

/** Every row of an execution: the tasks in their order, each with its children behind it (contract OOS 11.5). */
export function taskRows(run: EngineRun, life: EngineLife): TaskRow[] {
  const { selectedAt, loop, endedAt } = life;
  const status = taskStatuses(life);
  const message = life.status === 'Failed' ? life.message : '';
  const nobody = { run, parentId: '', item: null, loop: null, message: '' };
  if (selectedAt === null || status.select === null) return [];
  const select: TaskRow = {
    ...nobody,
    taskExecutionId: selectId(run),
    name: SELECT_TASK,
    action: 'ACS::SelectTargets',
    status: status.select,
    message: loop === null ? message : '',
    createdAt: selectedAt,
    startedAt: selectedAt,
    endedAt: loop?.startedAt ?? endedAt,
  };
  if (loop === null || status.loop === null) return [select];
  const parent: TaskRow = {
    ...nobody,
    taskExecutionId: loopId(run),
    name: LOOP_TASK,
    action: run.order.action,
    status: status.loop,
    message,
    loop,
    createdAt: loop.startedAt,
    startedAt: loop.startedAt,
    endedAt,
  };
  const children = loop.items.map((item, place): TaskRow => ({
    ...nobody,
    taskExecutionId: itemId(run, place),
    parentId: parent.taskExecutionId,
    name: LOOP_TASK,
    action: run.order.action,
    status: itemStatus(item),
    message: item.message,
    item,
    createdAt: loop.startedAt,
    startedAt: item.beganAt,
    endedAt: item.endedAt,
  }));
  return [select, parent, ...children];
}

export function taskRow(row: TaskRow, outputs: string) {
  const { run, item, loop, createdAt, startedAt, endedAt } = row;
  return {
    TaskExecutionId: row.taskExecutionId,
    ParentTaskExecutionId: row.parentId,
    ExecutionId: run.executionId,
    ChildExecutionId: '',
    TaskName: row.name,
    TaskAction: row.action,
    Status: row.status,
    StatusMessage: row.message,
    LoopItem: item?.item ?? '',
    ...(item ? { LoopBatchNumber: item.batch } : {}),
    Loop: loop ? { RateControl: run.order.parameters['rateControl'] ?? {}, Items: loop.items.length } : {},
    Properties: '',
    Outputs: outputs,
    ExtraData: {},
    TemplateId: '',
    CreateDate: wireTime(createdAt),
    StartDate: wireTime(startedAt),
    EndDate: wireTime(endedAt),
    UpdateDate: wireTime(endedAt ?? startedAt ?? createdAt),
  };
}
