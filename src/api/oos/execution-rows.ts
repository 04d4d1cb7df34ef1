import { readJson } from '@/domain/json-text';
import { readerOf, type Reader } from '../decode';
import { parseWireTime } from '../wire-times';

/** One execution (contract OOS 7). Times in epoch ms, null while not known. */
export interface Execution {
  executionId: string;
  /** As it came: `Started`, `Running`, `Waiting`, `Success`, `Failed`, `Cancelled`, or newer. */
  status: string;
  /** Why it failed or waits; empty when nothing is said. */
  message: string;
  templateName: string;
  templateVersion: string;
  mode: string;
  description: string;
  role: string;
  executedBy: string;
  startedAt: number | null;
  endedAt: number | null;
  updatedAt: number | null;
  parameters: Readonly<Record<string, unknown>>;
  /** Instances it was asked for by their IDs; empty when it was by other means. */
  instanceIds: readonly string[];
  /** Resources by status, as far as it is told. */
  resources: Readonly<Record<string, number>>;
  /** Plain list of what the items printed; the last resort (contract OOS 6). */
  outputs: readonly string[];
  currentTasks: readonly { name: string; taskExecutionId: string }[];
  tags: Readonly<Record<string, string>>;
}

/** One row of ListTaskExecutions (contract OOS 7). */
export interface TaskExecution {
  taskExecutionId: string;
  parentId: string;
  childExecutionId: string;
  name: string;
  status: string;
  message: string;
  /** Of a child of a loop: the instance. */
  item: string;
  batch: number | null;
  /** What the item printed, if told. */
  output: string | null;
  startedAt: number | null;
  endedAt: number | null;
}

/**
 * A member that is an object, or JSON text inside a string: the same member differs by action (contract OOS 1).
 * Anything else reads as an empty object.
 */
function objectOf(reader: Reader, name: string): Readonly<Record<string, unknown>> {
  const value = Object.hasOwn(reader.raw, name) ? reader.raw[name] : undefined;
  const read = typeof value === 'string' ? readJson(value) : value;
  return readerOf(read).raw;
}

function countsOf(reader: Reader, name: string): Record<string, number> {
  const counts = Object.entries(objectOf(reader, name)).map(
    ([status, count]) => [status, Number(count)] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => Number.isFinite(count)));
}

function firstText(reader: Reader, ...names: string[]): string {
  return names.map((name) => reader.text(name)).find((text) => text !== '') ?? '';
}

export function executionOf(row: Reader): Execution {
  const parameters = objectOf(row, 'Parameters');
  const targets = readerOf(parameters).object('targets');
  const filters = readerOf(objectOf(row, 'Targets')).list('Filters', 'Filter', (filter) => filter);
  const asked = [targets, ...filters].map((filter) => filter.texts('ResourceIds', 'ResourceId'));
  return {
    executionId: row.text('ExecutionId'),
    status: row.text('Status'),
    message: firstText(row, 'StatusMessage', 'StatusReason', 'WaitingStatus'),
    templateName: row.text('TemplateName'),
    templateVersion: row.text('TemplateVersion'),
    mode: row.text('Mode'),
    description: row.text('Description'),
    role: row.text('RamRole'),
    executedBy: row.text('ExecutedBy'),
    startedAt: parseWireTime(row.text('StartDate')) ?? parseWireTime(row.text('CreateDate')),
    endedAt: parseWireTime(row.text('EndDate')),
    updatedAt: parseWireTime(row.text('UpdateDate')),
    parameters,
    instanceIds: asked.find((ids) => ids.length > 0) ?? [],
    resources: countsOf(row, 'ResourceStatus'),
    outputs: readerOf(objectOf(row, 'Outputs')).texts('commandOutputs', 'commandOutput'),
    currentTasks: row.list('CurrentTasks', 'CurrentTask', (task) => ({
      name: task.text('TaskName'),
      taskExecutionId: task.text('TaskExecutionId'),
    })),
    tags: readerOf({ tags: objectOf(row, 'Tags') }).map('tags'),
  };
}

export function taskOf(row: Reader): TaskExecution {
  const outputs = readerOf(objectOf(row, 'Outputs'));
  const printed = ['commandOutput', 'out', 'invocationOutput'].find((name) =>
    Object.hasOwn(outputs.raw, name),
  );
  return {
    taskExecutionId: row.text('TaskExecutionId'),
    parentId: row.text('ParentTaskExecutionId'),
    childExecutionId: row.text('ChildExecutionId'),
    name: row.text('TaskName'),
    status: row.text('Status'),
    message: firstText(row, 'StatusMessage', 'StatusReason'),
    item: row.text('LoopItem'),
    batch: row.number('LoopBatchNumber') ?? null,
    output: printed === undefined ? null : outputs.text(printed),
    startedAt: parseWireTime(row.text('StartDate')),
    endedAt: parseWireTime(row.text('EndDate')),
  };
}
