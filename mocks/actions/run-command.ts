import { Fault } from '../fault';
import type { Action } from './action';
import { readCommandType, readContent, refuseBadDraft } from './command-rules';
import { refuseLauncher } from './request-rules';
import { readTags } from './resource-tags';
import { readRun } from './start-run';

/** RunCommand's own default in seconds, whatever a saved command's is (contract 5). */
const DEFAULT_TIMEOUT = '60';

/**
 * RunCommand (contract 5): a script run without a saved command, refused as CreateCommand and InvokeCommand refuse. Its
 * content is plain text unless said otherwise. With `KeepCommand=true` it is saved too and counts against the quota;
 * otherwise no list ever shows its command, though the answer and the record name an ID. Without a name it is called by it.
 */
export const runCommand: Action = (context) => {
  const { params, limits, regionId, ledger, now } = context;
  const type = readCommandType(context);
  const content = readContent(params, 'PlainText');
  refuseLauncher(params);
  const commandId = context.newId('c');
  const draft = {
    name: params.text('Name') ?? commandId,
    description: params.text('Description') ?? '',
    type,
    content,
    workingDir: params.text('WorkingDir') ?? '',
    timeout: params.text('Timeout') ?? DEFAULT_TIMEOUT,
    enableParameter: params.boolean('EnableParameter') ?? false,
  };
  refuseBadDraft(draft, context);
  const tags = readTags(params);
  const keep = params.boolean('KeepCommand') ?? false;
  if (keep && ledger.commandsIn(regionId).length >= limits.commandQuota)
    throw new Fault('CmdCount.ExceedQuota', 403);
  const { timeout, ...rest } = draft;
  const command = { regionId, commandId, ...rest, timeoutSeconds: Number(timeout), tags };
  const run = readRun(context, { ...command, createdAt: now });
  if (keep) context.act({ kind: 'CommandCreated', at: now, ...command });
  context.act(run);
  return { CommandId: commandId, InvokeId: run.invokeId };
};
