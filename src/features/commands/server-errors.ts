import type { CommandDraft } from '@/domain/command-draft';

/** Refusals of CreateCommand and ModifyCommand that name one field of the form (contract 5, CreateCommand). */
const FIELD_OF: Record<string, keyof CommandDraft> = {
  'CmdName.ExceedLimit': 'name',
  'CmdName.Readonly': 'name',
  'InvalidName.LengthLimitExceeded': 'name',
  'InvalidParameterCharacter.CommandName': 'name',
  'MissingParameter.Name': 'name',
  'CmdDesc.ExceedLimit': 'description',
  'InvalidDescription.LengthLimitExceeded': 'description',
  'InvalidParameterCharacter.CommandDescription': 'description',
  'InvalidCmdType.NotFound': 'type',
  'InvalidCommandType.NotFound': 'type',
  'MissingParameter.Type': 'type',
  'CmdContent.ExceedLimit': 'content',
  'CmdContent.DecodeError': 'content',
  'InvalidCommandContent.LengthLimitExceeded': 'content',
  'InvalidCommandContent.DecodeError': 'content',
  'Invalid.CommandContent': 'content',
  'CmdParam.EmptyKey': 'content',
  'CmdParam.InvalidParamName': 'content',
  'CmdParamCount.ExceedLimit': 'content',
  'CmdParamName.ExceedLimit': 'content',
  'MissingParameter.CommandContent': 'content',
  'InvalidParameter.WorkingDir': 'workingDir',
  'InvalidParameterCharacter.CommandWorkingDir': 'workingDir',
  'InvalidTimeout.ExceedLimit': 'timeout',
};

/** The field a refusal is about, or null when it is about no single field. */
export function fieldOfRefusal(code: string): keyof CommandDraft | null {
  return FIELD_OF[code] ?? null;
}
