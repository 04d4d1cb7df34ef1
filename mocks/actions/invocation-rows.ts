import { bytesToBase64, encodeBase64 } from '@/domain/base64';
import type { Profile } from '@/domain/limits';
import { oldStatusOf, statusOf } from '../run-record';
import type { Execution, Invocation, Overall } from '../run-record';
import { type InstanceView, repeatsOf } from '../periodic';
import type { ActionContext } from './action';
import { tagRows } from './resource-tags';
import { wireTime } from './wire-time';

export type Encoding = 'Base64' | 'PlainText';

/** An entry of DescribeInvocations, both vocabularies in it. */
export function invocationRow(
  invocation: Invocation,
  instanceRows: unknown[],
  encoding: Encoding,
  overall: Overall,
) {
  const { periodic } = invocation;
  return {
    InvokeId: invocation.invokeId,
    CommandId: invocation.commandId,
    CommandName: invocation.commandName,
    CommandType: invocation.commandType,
    CommandDescription: invocation.commandDescription,
    CommandContent: encoding === 'Base64' ? encodeBase64(invocation.content) : invocation.content,
    Timed: periodic !== null,
    Frequency: periodic?.frequency ?? '',
    RepeatMode: periodic ? 'Period' : 'Once',
    Parameters: JSON.stringify(invocation.parameters),
    Username: usernameOf(invocation),
    WorkingDir: invocation.workingDir,
    Timeout: invocation.timeoutSeconds,
    CreationTime: wireTime(invocation.createdAt),
    InvokeStatus: overall.old,
    InvocationStatus: overall.today,
    Tags: tagRows(invocation.tags ?? {}),
    InvokeInstances: { InvokeInstance: instanceRows },
  };
}

/** One instance of an invocation; `ExitCode` is absent until there is one. `output` already encoded, empty when not asked for. */
export function invokeInstanceRow(execution: Execution, output: string, profile: Profile) {
  const { finished, startedAt, stoppedAt, invocation } = execution;
  const status = statusOf(execution);
  return {
    InstanceId: execution.instanceId,
    InstanceInvokeStatus: oldStatusOf(status, profile),
    InvocationStatus: status,
    ...exitCode(execution),
    Repeats: startedAt === null ? 0 : 1,
    Dropped: finished?.dropped ?? 0,
    Output: output,
    ErrorCode: finished?.errorCode ?? '',
    ErrorInfo: finished?.errorInfo ?? '',
    Timed: false,
    CreationTime: wireTime(invocation.createdAt),
    StartTime: wireTime(startedAt),
    FinishTime: wireTime(finished?.at ?? null),
    StopTime: wireTime(stoppedAt),
    UpdateTime: wireTime(Math.max(invocation.createdAt, startedAt ?? 0, stoppedAt ?? 0, finished?.at ?? 0)),
  };
}

/** One instance of a periodic run: its status, its latest record's outcome, and how many records there are. */
export function periodicInstanceRow(invocation: Invocation, view: InstanceView, output: string) {
  const { latest, stoppedAt } = view;
  const finished = latest?.finished ?? null;
  const changedAt = [invocation.createdAt, latest?.startedAt ?? 0, stoppedAt ?? 0, finished?.at ?? 0];
  return {
    InstanceId: view.instanceId,
    InstanceInvokeStatus: view.old,
    InvocationStatus: view.status,
    ...(latest ? exitCode(latest) : {}),
    Repeats: view.repeats,
    Dropped: finished?.dropped ?? 0,
    Output: output,
    ErrorCode: finished?.errorCode ?? '',
    ErrorInfo: finished?.errorInfo ?? '',
    Timed: true,
    CreationTime: wireTime(invocation.createdAt),
    StartTime: wireTime(latest && startOf(latest)),
    FinishTime: wireTime(finished?.at ?? null),
    StopTime: wireTime(stoppedAt),
    UpdateTime: wireTime(Math.max(...changedAt)),
  };
}

/** When a record began; a firing whose script has not been run says when it was due: its place in the history. */
function startOf({ invocation, startedAt, dueAt }: Execution): number | null {
  return invocation.periodic ? dueAt : startedAt;
}

/** A row of DescribeInvocationResults; here the end is called `FinishedTime`. */
export function resultRow(execution: Execution, output: string, profile: Profile) {
  const { finished, invocation } = execution;
  const status = statusOf(execution);
  return {
    InvokeId: execution.invokeId,
    CommandId: invocation.commandId,
    InstanceId: execution.instanceId,
    InvokeRecordStatus: oldStatusOf(status, profile),
    InvocationStatus: status,
    ...exitCode(execution),
    Output: output,
    Dropped: finished?.dropped ?? 0,
    Repeats: execution.startedAt === null && !invocation.periodic ? 0 : repeatsOf(execution),
    StartTime: wireTime(startOf(execution)),
    FinishedTime: wireTime(finished?.at ?? null),
    StopTime: wireTime(execution.stoppedAt),
    ErrorCode: finished?.errorCode ?? '',
    ErrorInfo: finished?.errorInfo ?? '',
    Username: usernameOf(invocation),
    Tags: tagRows(invocation.tags ?? {}),
  };
}

/** The kept output as the answer carries it (contract 4.6); PlainText of bytes that are not UTF-8 has U+FFFD in it. */
export async function outputOf(
  { finished }: Execution,
  encoding: Encoding,
  readBlob: ActionContext['readBlob'],
): Promise<string> {
  const output = finished?.output;
  if (!output) return '';
  if ('text' in output) return encoding === 'Base64' ? encodeBase64(output.text) : output.text;
  const bytes = (await readBlob(output.blob)) ?? new Uint8Array();
  return encoding === 'Base64' ? bytesToBase64(bytes) : new TextDecoder().decode(bytes);
}

function exitCode({ finished }: Execution): { ExitCode?: number } {
  const code = finished?.exitCode ?? null;
  return code === null ? {} : { ExitCode: code };
}

function usernameOf({ username, commandType }: Invocation): string {
  return username || (commandType === 'RunShellScript' ? 'root' : 'System');
}
