import type { Command, CreateCommandRequest } from '@/api/ecs/commands';
import { parseWireTime } from '@/api/wire-times';
import { encodeBase64 } from '@/domain/base64';
import type { FileCommand, FileEntry } from '@/domain/command-file';
import type { SavedForm } from '@/domain/command-import';
import { contentOf, createRequest } from '../command-form';

/** A saved command as a file holds it. */
export function fileCommandOf(command: Command): FileCommand {
  const { text, exact } = contentOf(command);
  const created = parseWireTime(command.CreationTime);
  return {
    name: command.Name,
    description: command.Description,
    type: command.Type,
    content: text,
    ...(exact ? {} : { contentBase64: command.CommandContent }),
    workingDir: command.WorkingDir,
    timeoutSeconds: command.Timeout,
    enableParameter: command.EnableParameter,
    createdAt: created === null ? '' : new Date(created).toISOString(),
  };
}

/** A saved command, to be compared with those of a file. */
export function formOfSaved(command: Command): SavedForm {
  return {
    name: command.Name,
    description: command.Description,
    type: command.Type,
    contentBase64: command.CommandContent,
    workingDir: command.WorkingDir,
    timeoutSeconds: command.Timeout,
    enableParameter: command.EnableParameter,
  };
}

type Usable = Extract<FileEntry, { ok: true }>;

/** A command of a file, as it would be saved: blanks around its texts are not kept. */
export function formOfEntry({ command, draft }: Usable): SavedForm {
  return {
    ...command,
    name: draft.name.trim(),
    description: draft.description.trim(),
    workingDir: draft.workingDir.trim(),
    contentBase64: command.contentBase64 ?? encodeBase64(command.content),
  };
}

/** The CreateCommand request that saves a command of a file under a name, without ClientToken. */
export function requestOfEntry(
  region: string,
  { command, draft }: Usable,
  name: string,
): CreateCommandRequest {
  const request = createRequest(region, { ...draft, name });
  return command.contentBase64 === undefined
    ? request
    : { ...request, CommandContent: command.contentBase64 };
}
