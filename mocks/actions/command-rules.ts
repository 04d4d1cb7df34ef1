import { decodeBase64 } from '@/domain/base64';
import { draftProblems } from '@/domain/command-draft';
import type { CommandDraft, DraftProblem } from '@/domain/command-draft';
import { isCommandType } from '@/domain/command-type';
import type { CommandType } from '@/domain/command-type';
import { Fault } from '../fault';
import type { ActionContext } from './action';
import type { ParamReader } from './params';
import { readEncoding, statusBy } from './request-rules';

/** Throws the first of a draft's problems as the code CreateCommand and ModifyCommand document (contract 5). */
export function refuseBadDraft(
  draft: CommandDraft,
  context: Pick<ActionContext, 'limits' | 'profile'>,
  fields?: readonly (keyof CommandDraft)[],
): void {
  const problem = draftProblems(draft, context.limits).find(({ field }) => !fields || fields.includes(field));
  if (problem) throw faultOf(problem, context);
}

const WIRE_NAMES: Readonly<Record<keyof CommandDraft, string>> = {
  name: 'Name',
  description: 'Description',
  type: 'Type',
  content: 'CommandContent',
  workingDir: 'WorkingDir',
  timeout: 'Timeout',
  enableParameter: 'EnableParameter',
};

function faultOf({ field, kind, at }: DraftProblem, context: Pick<ActionContext, 'profile'>): Fault {
  switch (kind) {
    case 'required':
      return new Fault(`MissingParameter.${WIRE_NAMES[field]}`, 400);
    case 'tooLong':
      if (field === 'workingDir') return new Fault('InvalidParameter.WorkingDir', 400);
      return new Fault(field === 'name' ? 'CmdName.ExceedLimit' : 'CmdDesc.ExceedLimit', 403);
    case 'characters': {
      const what =
        { name: 'CommandName', description: 'CommandDescription' }[field as string] ?? 'CommandWorkingDir';
      return new Fault(`InvalidParameterCharacter.${what}`, 403);
    }
    case 'notANumber':
      return new Fault('InvalidParameter.Timeout', 400);
    case 'tooSmall':
    case 'tooLarge':
      return new Fault('InvalidTimeout.ExceedLimit', 403);
    case 'contentTooLarge':
      return new Fault('CmdContent.ExceedLimit', 403);
    case 'tooManyParameters':
      return new Fault('CmdParamCount.ExceedLimit', 403);
    case 'parameterName':
      if (at?.kind === 'tooLong') return new Fault('CmdParamName.ExceedLimit', 403);
      return new Fault(
        at?.kind === 'empty' ? 'CmdParam.EmptyKey' : 'CmdParam.InvalidParamName',
        statusBy(context, 403, 400),
      );
  }
}

export function readCommandType(context: Pick<ActionContext, 'params' | 'profile'>): CommandType {
  const type = context.params.required('Type');
  if (!isCommandType(type)) throw new Fault('InvalidCmdType.NotFound', statusBy(context, 403, 404));
  return type;
}

/** The script's text. Line breaks inside the Base64 are allowed; anything that is not UTF-8 is CmdContent.DecodeError. */
export function readContent(params: ParamReader, byDefault?: 'Base64' | 'PlainText'): string {
  const sent = params.required('CommandContent');
  if (readEncoding(params, byDefault) === 'PlainText') return sent;
  try {
    const bytes = decodeBase64(sent.replace(/[\r\n]/g, ''));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Fault('CmdContent.DecodeError', 400);
  }
}
