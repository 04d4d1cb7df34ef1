import { LIMITS_IN_FORCE } from '@/api/limits-in-force';
import { decodeBase64, encodeBase64 } from '@/domain/base64';
import type { CommandDraft } from '@/domain/command-draft';
import { type CommandType, isCommandType } from '@/domain/command-type';
import type { Limits } from '@/domain/limits';

/** The limits the console holds commands to. */
export const FORM_LIMITS: Limits = LIMITS_IN_FORCE;

/** The members of a saved command that a form starts from, as DescribeCommands sends them. */
export interface SavedCommand {
  Name: string;
  Description: string;
  Type: string;
  /** Base64. */
  CommandContent: string;
  WorkingDir: string;
  /** Seconds. */
  Timeout: number;
  EnableParameter: boolean;
}

/** An untouched form for a new command (defaults of manual 1.2.1). */
export function emptyDraft(limits: Limits = FORM_LIMITS): CommandDraft {
  return {
    name: '',
    description: '',
    type: 'RunShellScript',
    content: '',
    workingDir: '',
    timeout: String(limits.defaultTimeoutSeconds),
    enableParameter: false,
  };
}

/** The form filled with every field of a saved command (manual 1.2.4, copy); only the name is the caller's. */
export function draftOf(command: SavedCommand, name: string): CommandDraft {
  return {
    name,
    description: command.Description,
    type: commandTypeOf(command),
    content: contentOf(command).text,
    workingDir: command.WorkingDir,
    timeout: String(command.Timeout),
    enableParameter: command.EnableParameter,
  };
}

/** The type to edit a command as; a type we do not know is edited as Shell, the plainest. */
export function commandTypeOf(command: Pick<SavedCommand, 'Type'>): CommandType {
  return isCommandType(command.Type) ? command.Type : 'RunShellScript';
}

/**
 * A command's script as text. `exact` is false if the bytes are not UTF-8 (a script saved by another tool, e.g. GBK):
 * then the text has U+FFFD in their place and saving it would change the script.
 */
export function contentOf(command: Pick<SavedCommand, 'CommandContent'>): { text: string; exact: boolean } {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = decodeBase64(command.CommandContent);
  } catch {
    return { text: command.CommandContent, exact: false };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), exact: true };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), exact: false };
  }
}

/** A name for a copy that fits the limit: the old one cut, with the ending kept whole. */
export function copyName(name: string, ending: string, limits: Limits = FORM_LIMITS): string {
  const letters = [...name].slice(0, limits.nameLength - [...ending].length);
  return letters.join('') + ending;
}

export interface CreateRequest {
  RegionId: string;
  Name: string;
  Description?: string;
  Type: CommandType;
  /** Base64. */
  CommandContent: string;
  WorkingDir?: string;
  Timeout: number;
  EnableParameter: boolean;
}

/**
 * The CreateCommand request of a filled form, without ClientToken (contract 5). Empty optional fields are not sent,
 * so that the service's own defaults hold.
 */
export function createRequest(regionId: string, draft: CommandDraft): CreateRequest {
  const description = draft.description.trim();
  const workingDir = draft.workingDir.trim();
  return {
    RegionId: regionId,
    Name: draft.name.trim(),
    ...(description === '' ? {} : { Description: description }),
    Type: draft.type,
    CommandContent: encodeBase64(draft.content),
    ...(workingDir === '' ? {} : { WorkingDir: workingDir }),
    Timeout: Number(draft.timeout.trim()),
    EnableParameter: draft.enableParameter,
  };
}

/** The ModifyCommand request: name and description, the only two that may change (manual 1.2.4, FAQ). */
export function modifyRequest(
  regionId: string,
  commandId: string,
  change: { name: string; description: string },
): { RegionId: string; CommandId: string; Name: string; Description: string } {
  return {
    RegionId: regionId,
    CommandId: commandId,
    Name: change.name.trim(),
    Description: change.description.trim(),
  };
}
