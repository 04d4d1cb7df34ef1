import { encodeBase64 } from '@/domain/base64';
import { isCommandType } from '@/domain/command-type';
import { scanParameters } from '@/domain/parameters';
import { Fault } from '../fault';
import type { CommandRecord, Ledger } from '../ledger';
import { mayFireAgain } from '../periodic';
import type { Action, ActionContext } from './action';
import { readCommandType, readContent, refuseBadDraft } from './command-rules';
import { namePattern } from './name-pattern';
import { pageOf, readPaging } from './paging';
import { readEncoding, refuseLauncher } from './request-rules';
import { hasTags, readTags, tagRows } from './resource-tags';
import { wireMinute } from './wire-time';

/** CreateCommand (contract 5). The quota counts the region's commands. */
export const createCommand: Action = (context) => {
  const { params, limits, regionId, ledger } = context;
  const name = params.required('Name');
  const type = readCommandType(context);
  const content = readContent(params);
  refuseLauncher(params);
  const draft = {
    name,
    description: params.text('Description') ?? '',
    type,
    content,
    workingDir: params.text('WorkingDir') ?? '',
    timeout: params.text('Timeout') ?? String(limits.defaultTimeoutSeconds),
    enableParameter: params.boolean('EnableParameter') ?? false,
  };
  refuseBadDraft(draft, context);
  const tags = readTags(params);
  if (ledger.commandsIn(regionId).length >= limits.commandQuota) throw new Fault('CmdCount.ExceedQuota', 403);
  const commandId = context.newId('c');
  const { timeout, ...rest } = draft;
  context.act({
    kind: 'CommandCreated',
    at: context.now,
    regionId,
    commandId,
    ...rest,
    timeoutSeconds: Number(timeout),
    tags,
  });
  return { CommandId: commandId };
};

/** DescribeCommands (contract 5): newest first; an unknown id finds nothing; there are no public commands here. */
export const describeCommands: Action = (context) => {
  const { params, ledger, regionId, limits } = context;
  const request = readPaging(params, {
    defaultSize: 10,
    maxSize: 50,
    status: context.profile === 'manual' ? 403 : 400,
  });
  const encoding = readEncoding(params);
  const name = params.text('Name');
  const description = params.text('Description');
  const type = params.text('Type');
  const commandId = params.text('CommandId');
  const tags = readTags(params);
  if ((name?.length ?? 0) > limits.nameLength) throw new Fault('InvalidName.LengthLimitExceeded', 403);
  if ((description?.length ?? 0) > limits.descriptionLength)
    throw new Fault('InvalidDescription.LengthLimitExceeded', 403);
  if (type !== undefined && !isCommandType(type)) throw new Fault('InvalidCommandType.NotFound', 404);
  const nameFits = name === undefined ? () => true : namePattern(name);
  const descriptionFits = description === undefined ? () => true : namePattern(description);
  const found = ledger
    .commandsIn(regionId)
    .filter(
      (command) =>
        (commandId === undefined || command.commandId === commandId) &&
        (type === undefined || command.type === type) &&
        nameFits(command.name) &&
        descriptionFits(command.description) &&
        hasTags(command.tags, tags),
    )
    .reverse();
  const own = params.text('Provider') === undefined;
  const page = pageOf(own ? found : [], request, (command) => command.commandId);
  return {
    ...page.fields,
    Commands: { Command: page.items.map((command) => commandRow(command, ledger, encoding)) },
  };
};

function commandRow(command: CommandRecord, ledger: Ledger, encoding: 'Base64' | 'PlainText') {
  const names = command.enableParameter ? scanParameters(command.content).names : [];
  return {
    CommandId: command.commandId,
    Name: command.name,
    Type: command.type,
    Description: command.description,
    CommandContent: encoding === 'Base64' ? encodeBase64(command.content) : command.content,
    WorkingDir: command.workingDir,
    Timeout: command.timeoutSeconds,
    EnableParameter: command.enableParameter,
    ParameterNames: { ParameterName: names },
    CreationTime: wireMinute(command.createdAt),
    InvokeTimes: ledger.invocationsOf(command.commandId).length,
    Category: '',
    Provider: '',
    Version: 1,
    Latest: true,
    Launcher: '',
    ResourceGroupId: '',
    Tags: tagRows(command.tags),
  };
}

function ownCommand({ params, ledger, regionId }: ActionContext): CommandRecord {
  const command = ledger.commands.get(params.required('CommandId'));
  if (command?.regionId !== regionId) throw new Fault('InvalidCmdId.NotFound', 404);
  return command;
}

/**
 * ModifyCommand (contract 3 and 5): name and description; in today's profile also `WorkingDir` and `Timeout`, which the
 * manual's does not know. `CommandContent` has no effect, as with the service.
 */
export const modifyCommand: Action = (context) => {
  const { params } = context;
  const command = ownCommand(context);
  const today = context.profile === 'today';
  if (today) refuseLauncher(params);
  const name = params.text('Name');
  const description = params.raw('Description');
  const workingDir = today ? params.raw('WorkingDir') : undefined;
  const timeout = today ? params.text('Timeout') : undefined;
  const draft = {
    ...command,
    name: name ?? command.name,
    description: description ?? command.description,
    workingDir: workingDir ?? command.workingDir,
    timeout: timeout ?? String(command.timeoutSeconds),
  };
  // Only what this call sets is judged: the rest may be older than the limits.
  refuseBadDraft(draft, context, [
    'name',
    'description',
    ...(workingDir === undefined ? [] : (['workingDir'] as const)),
    ...(timeout === undefined ? [] : (['timeout'] as const)),
  ]);
  context.act({
    kind: 'CommandModified',
    at: context.now,
    commandId: command.commandId,
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(workingDir === undefined ? {} : { workingDir }),
    ...(timeout === undefined ? {} : { timeoutSeconds: Number(timeout) }),
  });
  return {};
};

/**
 * DeleteCommand (contract 5). Records keep their data. Today's service refuses a command that is being executed, by a code
 * that is not published: OperationConflict here; a schedule that may fire again counts. The manual knows no such rule, so its
 * profile deletes, and what runs goes on, schedules too: a run keeps its own copy of the command.
 */
export const deleteCommand: Action = (context) => {
  const command = ownCommand(context);
  const running = context.ledger
    .invocationsOf(command.commandId)
    .some((invocation) => invocation.openCount > 0 || mayFireAgain(invocation, context.now));
  if (running && context.profile === 'today') throw new Fault('OperationConflict', 409);
  context.act({ kind: 'CommandDeleted', at: context.now, commandId: command.commandId });
  return {};
};
