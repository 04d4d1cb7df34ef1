import type { Invocation, InvocationResult } from '@/api/ecs/invocations';
import { parseWireTime } from '@/api/wire-times';
import { decodeBase64, isBase64 } from '@/domain/base64';
import type { CsvCell } from '@/domain/csv';
import { decodeOutput, isUtf8 } from '@/ui/output/decode-output';
import type { InstanceRun } from '../run-progress';

/** What is told of each instance, in the order of the columns. Names are the API's where it has one. */
export const EXPORT_COLUMNS = [
  'RunId',
  'Batch',
  'BatchState',
  'InvokeId',
  'CommandId',
  'CommandName',
  'InstanceId',
  'InstanceName',
  'Repeats',
  'InvocationStatus',
  'InvokeRecordStatus',
  'ExitCode',
  'StartTime',
  'FinishedTime',
  'StopTime',
  'DurationMs',
  'ErrorCode',
  'ErrorInfo',
  'Username',
  'Dropped',
  'Output',
  'OutputBase64',
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];
export type ExportRow = Record<ExportColumn, CsvCell>;

/** The part of a run in several calls that an instance belongs to. */
export interface ExportBatch {
  RunId: string;
  /** From 1. */
  Batch: number;
  /** `sent`: its record tells the rest; `noRecord`: it was sent, and its record is gone or could not be read. */
  BatchState: 'sent' | 'noRecord' | 'refused' | 'notSent' | 'leftOut';
}

/** One instance of a run, and what it answered if anything. */
export interface ExportSource {
  invocation: Invocation;
  run: InstanceRun;
  /** The instance's name; its ID when it has none. */
  name: string;
  row: InvocationResult | null;
  /** Which fire of a schedule, from 1. */
  fire?: number;
  batch?: ExportBatch | undefined;
}

/** An instance of a run in batches that no record at hand names. */
export interface UnsentInstance {
  instanceId: string;
  /** Of the record that would; null if nothing was accepted. */
  invokeId: string | null;
  name: string;
  batch: ExportBatch;
  /** Why its batch was refused; empty if it was not. */
  errorCode: string;
  errorInfo: string;
}

const NO_CELLS = Object.fromEntries(EXPORT_COLUMNS.map((column) => [column, undefined])) as ExportRow;

const orNothing = (text: string | undefined): string | undefined => text || undefined;

/**
 * One instance as a row. Times are UTC texts as the service sent them. Output is text when it is UTF-8, with its terminal
 * sequences; otherwise its bytes as Base64, so that nothing is lost.
 */
export function exportRow({ invocation, run, name, row, fire, batch }: ExportSource): ExportRow {
  const hasOutput = row !== null && row.Output !== '' && isBase64(row.Output);
  const bytes = hasOutput ? decodeBase64(row.Output) : null;
  const text = bytes && isUtf8(bytes) ? decodeOutput(bytes, 'utf-8') : undefined;
  const start = parseWireTime(row?.StartTime ?? '');
  const end = parseWireTime(row?.FinishedTime || row?.StopTime || '');
  return {
    ...NO_CELLS,
    ...batch,
    InvokeId: invocation.InvokeId,
    CommandId: invocation.CommandId,
    CommandName: orNothing(invocation.CommandName),
    InstanceId: run.instanceId,
    InstanceName: name === run.instanceId ? undefined : name,
    Repeats: fire,
    InvocationStatus: orNothing(row?.InvocationStatus),
    InvokeRecordStatus: orNothing(row?.InvokeRecordStatus) ?? run.wireStatus,
    ExitCode: run.exitCode,
    StartTime: orNothing(row?.StartTime),
    FinishedTime: orNothing(row?.FinishedTime),
    StopTime: orNothing(row?.StopTime),
    DurationMs: start !== null && end !== null ? end - start : undefined,
    ErrorCode: orNothing(row?.ErrorCode) ?? orNothing(run.errorCode),
    ErrorInfo: orNothing(row?.ErrorInfo) ?? orNothing(run.errorInfo),
    Username: orNothing(row?.Username) ?? orNothing(invocation.Username),
    Dropped: row ? row.Dropped : run.dropped,
    Output: text,
    OutputBase64: bytes && text === undefined ? row?.Output : undefined,
  };
}

/** The row of an instance of which no answer is known: its name, its batch and why. */
export function unsentRow(instance: UnsentInstance): ExportRow {
  const { instanceId, invokeId, name, batch, errorCode, errorInfo } = instance;
  return {
    ...NO_CELLS,
    ...batch,
    InvokeId: invokeId,
    InstanceId: instanceId,
    InstanceName: name === instanceId ? undefined : name,
    ErrorCode: orNothing(errorCode),
    ErrorInfo: orNothing(errorInfo),
  };
}
