import { decodeBase64, encodeBase64 } from '@/domain/base64';
import type { SentFile } from '../acts';
import { Fault } from '../fault';
import { overallOfOnce, statusOf } from '../run-record';
import type { Execution, Invocation } from '../run-record';
import type { Action, ActionContext } from './action';
import { fileScript, sendFault } from './file-script';
import { pageOf, readPaging } from './paging';
import type { ParamReader } from './params';
import { statusBy } from './request-rules';
import { hasTags, readTags, tagRows } from './resource-tags';
import { wireTime } from './wire-time';

const MOST_INSTANCES = 50;
const MOST_CONTENT = 32 * 1024;
const LONGEST_NAME = 255;
const LONGEST_DESCRIPTION = 512;
const SHORTEST_TIMEOUT = 10;
const DEFAULT_TIMEOUT = 60;
/** For how long results are kept (contract 3). */
const KEPT_MS = 24 * 3_600_000;

/**
 * SendFile (contract 5). The agent writes the file as it runs a script, so it is there for every script that runs later
 * on the instance, waits for its turn and ends in the same ways.
 */
export const sendFile: Action = (context) => {
  const { params, now } = context;
  const file = readFile(context);
  const instanceIds = readInstances(context);
  const timeout = params.integer('Timeout', 'InvalidTimeout.ExceedLimit') ?? DEFAULT_TIMEOUT;
  const tags = readTags(params);
  const invokeId = context.newId('f');
  context.act({
    kind: 'InvocationCreated',
    at: now,
    regionId: context.regionId,
    invokeId,
    commandId: '',
    commandName: file.name,
    commandDescription: file.description,
    commandType: 'RunShellScript',
    content: fileScript(file),
    enableParameter: false,
    parameters: {},
    workingDir: '/',
    timeoutSeconds: Math.max(SHORTEST_TIMEOUT, timeout),
    username: '',
    instanceIds,
    tags,
    file,
  });
  return { InvokeId: invokeId };
};

function readFile(context: ActionContext): SentFile {
  const { params } = context;
  const [name, targetDir, content] = ['Name', 'TargetDir', 'Content'].map((one) => params.required(one)) as [
    string,
    string,
    string,
  ];
  const description = params.text('Description') ?? '';
  if (name.length > LONGEST_NAME || name.includes('/')) throw new Fault('FileName.ExceedLimit', 403);
  if (!targetDir.startsWith('/') || targetDir.length > LONGEST_NAME)
    throw new Fault('FileTargetDir.Invalid', statusBy(context, 403, 400));
  if (description.length > LONGEST_DESCRIPTION) throw new Fault('FileDesc.ExceedLimit', 403);
  const fileMode = params.text('FileMode') ?? '0644';
  if (!/^[0-7]{3,4}$/.test(fileMode)) throw new Fault('FileMode.Invalid', statusBy(context, 403, 400));
  return {
    name,
    targetDir,
    content,
    contentType: readContentType(context, content),
    description,
    fileOwner: account(params, 'FileOwner'),
    fileGroup: account(params, 'FileGroup'),
    fileMode,
    overwrite: params.boolean('Overwrite') ?? false,
  };
}

function readContentType(context: ActionContext, content: string): SentFile['contentType'] {
  const type = context.params.text('ContentType') ?? 'PlainText';
  if (type !== 'PlainText' && type !== 'Base64')
    throw new Fault('FileContentType.Invalid', statusBy(context, 403, 400));
  if ((type === 'Base64' ? content : encodeBase64(content)).length > MOST_CONTENT)
    throw new Fault('FileSize.ExceedLimit', 403);
  if (type === 'Base64') {
    try {
      decodeBase64(content);
    } catch {
      throw new Fault('FileContent.DecodeError', statusBy(context, 403, 400));
    }
  }
  return type;
}

function account(params: ParamReader, name: 'FileOwner' | 'FileGroup'): string {
  const value = params.text(name) ?? 'root';
  if (!/^[\w.-]{1,64}$/.test(value)) throw new Fault(`InvalidParameter.${name}`, 400);
  return value;
}

function readInstances({ params, world, regionId }: ActionContext): string[] {
  const ids = [...new Set(params.list('InstanceId'))];
  if (ids.length === 0) throw new Fault('MissingParam.InstanceId', 400);
  if (ids.length > MOST_INSTANCES) throw new Fault('InstanceIds.ExceedLimit', 403);
  if (ids.some((id) => !world.find(regionId, id))) throw new Fault('InvalidInstance.NotFound', 404);
  return ids;
}

/** DescribeSendFileResults (contract 5): newest first, of the last day. */
export const describeSendFileResults: Action = (context) => {
  const { params, ledger, regionId, now, profile } = context;
  const request = readPaging(params, {
    defaultSize: 10,
    maxSize: 50,
    status: profile === 'manual' ? 403 : 400,
  });
  const tags = readTags(params);
  const instanceId = params.text('InstanceId');
  const is = (name: string, value: string) => (params.text(name) ?? value) === value;
  const found = [...ledger.sentFiles.values()]
    .filter(
      (sent) =>
        sent.regionId === regionId &&
        sent.createdAt > now - KEPT_MS &&
        is('InvokeId', sent.invokeId) &&
        is('Name', sent.commandName) &&
        (instanceId === undefined || sent.instanceIds.includes(instanceId)) &&
        is('InvocationStatus', overallOfOnce(sent, profile).today) &&
        hasTags(sent.tags ?? {}, tags),
    )
    .reverse();
  const { items, fields } = pageOf(found, request, (sent) => sent.invokeId);
  return {
    ...fields,
    Invocations: {
      Invocation: items.flatMap((sent) =>
        sent.file ? [fileRow(sent, sent.file, overallOfOnce(sent, profile).today)] : [],
      ),
    },
  };
};

function fileRow(sent: Invocation, file: SentFile, status: string) {
  return {
    InvokeId: sent.invokeId,
    Name: file.name,
    TargetDir: file.targetDir,
    Content: file.content,
    ContentType: file.contentType,
    Description: file.description,
    FileOwner: file.fileOwner,
    FileGroup: file.fileGroup,
    FileMode: file.fileMode,
    Overwrite: String(file.overwrite),
    VmCount: sent.instanceIds.length,
    CreationTime: wireTime(sent.createdAt),
    InvocationStatus: status,
    Tags: tagRows(sent.tags ?? {}),
    InvokeInstances: { InvokeInstance: sent.executions.map((execution) => instanceRowOf(sent, execution)) },
  };
}

function instanceRowOf(sent: Invocation, execution: Execution) {
  const { finished, startedAt } = execution;
  return {
    InstanceId: execution.instanceId,
    InvocationStatus: statusOf(execution),
    CreationTime: wireTime(sent.createdAt),
    StartTime: wireTime(startedAt),
    FinishTime: wireTime(finished?.at ?? null),
    UpdateTime: wireTime(finished?.at ?? startedAt ?? sent.createdAt),
    ...sendFault(finished),
  };
}
