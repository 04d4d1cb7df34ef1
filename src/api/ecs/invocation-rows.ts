import { tagsOf, type Reader, type Tag } from '../decode';

/** One run of a command (contract 5, DescribeInvocations). Times are UTC texts, `''` while not known. */
export interface Invocation {
  InvokeId: string;
  CommandId: string;
  CommandName: string;
  CommandType: string;
  /** Base64. */
  CommandContent: string;
  CommandDescription: string;
  Parameters: Record<string, string>;
  Timed: boolean;
  Frequency: string;
  RepeatMode: string;
  /** Old vocabulary. */
  InvokeStatus: string;
  /** New vocabulary; `''` from a server that has only the old one. */
  InvocationStatus: string;
  CreationTime: string;
  /** Seconds. */
  Timeout: number;
  WorkingDir: string;
  Username: string;
  InvokeInstances: InvokeInstance[];
  Tags: Tag[];
}

/** One instance of a run. */
export interface InvokeInstance {
  InstanceId: string;
  /** Old vocabulary. */
  InstanceInvokeStatus: string;
  /** New vocabulary. */
  InvocationStatus: string;
  CreationTime: string;
  StartTime: string;
  FinishTime: string;
  StopTime: string;
  UpdateTime: string;
  /** undefined while unknown. */
  ExitCode: number | undefined;
  /** Base64; only when asked for with IncludeOutput. */
  Output: string;
  /** Bytes cut off the output. */
  Dropped: number;
  Repeats: number;
  ErrorCode: string;
  ErrorInfo: string;
}

/** What one instance answered (contract 5, DescribeInvocationResults). */
export interface InvocationResult {
  InvokeId: string;
  CommandId: string;
  InstanceId: string;
  /** Old vocabulary. */
  InvokeRecordStatus: string;
  /** New vocabulary. */
  InvocationStatus: string;
  /** undefined while unknown. */
  ExitCode: number | undefined;
  /** Base64 of raw bytes, which need not be UTF-8 (contract 4.6). */
  Output: string;
  /** Bytes cut off the output. */
  Dropped: number;
  StartTime: string;
  FinishedTime: string;
  StopTime: string;
  ErrorCode: string;
  ErrorInfo: string;
  Repeats: number;
  Username: string;
}

export function invocationOf(row: Reader): Invocation {
  return {
    InvokeId: row.text('InvokeId'),
    CommandId: row.text('CommandId'),
    CommandName: row.text('CommandName'),
    CommandType: row.text('CommandType'),
    CommandContent: row.text('CommandContent'),
    CommandDescription: row.text('CommandDescription'),
    Parameters: row.map('Parameters'),
    Timed: row.flag('Timed'),
    Frequency: row.text('Frequency'),
    RepeatMode: row.text('RepeatMode'),
    InvokeStatus: row.text('InvokeStatus'),
    InvocationStatus: row.text('InvocationStatus'),
    CreationTime: row.text('CreationTime'),
    Timeout: row.count('Timeout'),
    WorkingDir: row.text('WorkingDir'),
    Username: row.text('Username'),
    InvokeInstances: row.list('InvokeInstances', 'InvokeInstance', invokeInstanceOf),
    Tags: tagsOf(row),
  };
}

function invokeInstanceOf(row: Reader): InvokeInstance {
  return {
    InstanceId: row.text('InstanceId'),
    InstanceInvokeStatus: row.text('InstanceInvokeStatus'),
    InvocationStatus: row.text('InvocationStatus'),
    CreationTime: row.text('CreationTime'),
    StartTime: row.text('StartTime'),
    FinishTime: row.text('FinishTime') || row.text('FinishedTime'),
    StopTime: row.text('StopTime'),
    UpdateTime: row.text('UpdateTime'),
    ExitCode: row.number('ExitCode'),
    Output: row.text('Output'),
    Dropped: row.count('Dropped'),
    Repeats: row.count('Repeats'),
    ErrorCode: row.text('ErrorCode'),
    ErrorInfo: row.text('ErrorInfo'),
  };
}

export function resultOf(row: Reader): InvocationResult {
  return {
    InvokeId: row.text('InvokeId'),
    CommandId: row.text('CommandId'),
    InstanceId: row.text('InstanceId'),
    InvokeRecordStatus: row.text('InvokeRecordStatus'),
    InvocationStatus: row.text('InvocationStatus'),
    ExitCode: row.number('ExitCode'),
    Output: row.text('Output'),
    Dropped: row.count('Dropped'),
    StartTime: row.text('StartTime'),
    FinishedTime: row.text('FinishedTime') || row.text('FinishTime'),
    StopTime: row.text('StopTime'),
    ErrorCode: row.text('ErrorCode'),
    ErrorInfo: row.text('ErrorInfo'),
    Repeats: row.count('Repeats'),
    Username: row.text('Username'),
  };
}
