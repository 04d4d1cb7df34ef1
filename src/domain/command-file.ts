import { decodeBase64, isBase64 } from './base64';
import { type CommandDraft, type DraftProblem, draftProblems } from './command-draft';
import { isCommandType } from './command-type';
import type { Limits } from './limits';

/** What tells a file of commands from any other JSON. */
export const COMMAND_FILE_FORMAT = 'ecs-operations-console-commands';
/** The version written, and the only one there has been. */
const COMMAND_FILE_VERSION = 1;
/** Larger files are refused unread, in bytes: 10 000 commands, the most an account can have, of 3 KB each. */
export const COMMAND_FILE_BYTES = 32 * 1024 * 1024;

/** A command as a file holds it: without its ID, which means nothing in another region or account. */
export interface FileCommand {
  name: string;
  description: string;
  /** As the service names it; a file may hold types this console does not know. */
  type: string;
  /** The script as text. Where `contentBase64` is given, bytes that are no UTF-8 stand as U+FFFD. */
  content: string;
  /** The script's bytes, only if they are not UTF-8: as text they could not be kept. */
  contentBase64?: string;
  /** `''` for the type's default. */
  workingDir: string;
  timeoutSeconds: number;
  enableParameter: boolean;
  /** When it was created where it came from, ISO 8601 in UTC; `''` if that is not known. For people only. */
  createdAt: string;
}

/** Why a file as a whole cannot be imported. */
export type FileProblem =
  | { kind: 'empty' | 'notJson' | 'notCommands' | 'demoData' | 'noCommands' | 'noVersion' }
  | { kind: 'tooLarge'; bytes: number; limit: number }
  | { kind: 'olderVersion' | 'newerVersion'; version: number; known: number };

type Field = Exclude<keyof FileCommand, 'createdAt'>;

/** What is wrong with one command of a file. */
export type EntryProblem =
  | { kind: 'notAnObject' }
  | { kind: 'missing' | 'notText' | 'notANumber' | 'notABoolean'; field: Field }
  | { kind: 'unknownType'; type: string }
  | { kind: 'notBase64' }
  | { kind: 'draft'; problem: DraftProblem };

/** One command of a file: usable, or with everything that is wrong with it. */
export type FileEntry =
  | { ok: true; index: number; command: FileCommand; draft: CommandDraft }
  | { ok: false; index: number; name: string; problems: EntryProblem[] };

export type ReadFile =
  | { ok: true; entries: FileEntry[]; exportedAt: string; region: string }
  | { ok: false; problem: FileProblem };

/**
 * The file of these commands, as indented JSON.
 * @param exportedAt ISO 8601 in UTC
 */
export function writeCommandFile(
  commands: readonly FileCommand[],
  { region, exportedAt }: { region: string; exportedAt: string },
): string {
  const file = {
    format: COMMAND_FILE_FORMAT,
    version: COMMAND_FILE_VERSION,
    exportedAt,
    region,
    commands: commands.map(({ contentBase64, content, ...rest }) =>
      contentBase64 === undefined ? { ...rest, content } : { ...rest, contentBase64 },
    ),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What a file of that size is refused for before it is read, if anything. */
export function sizeProblem(bytes: number): FileProblem | null {
  if (bytes === 0) return { kind: 'empty' };
  return bytes > COMMAND_FILE_BYTES ? { kind: 'tooLarge', bytes, limit: COMMAND_FILE_BYTES } : null;
}

/**
 * Reads a file of commands. A file of another kind or version is refused whole; in a file of ours every command is
 * judged by the rules of CreateCommand (manual 1.2.1), each on its own. Members we do not know are ignored.
 */
export function readCommandFile(text: string, limits: Limits): ReadFile {
  if (text.trim() === '') return refuse({ kind: 'empty' });
  let data: unknown;
  try {
    // Some editors put a byte order mark before the text.
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse({ kind: 'notJson' });
  }
  const problem = formatProblem(data);
  if (problem !== null) return refuse(problem);
  const { commands, exportedAt, region } = data as {
    commands: unknown[];
    exportedAt?: unknown;
    region?: unknown;
  };
  if (commands.length === 0) return refuse({ kind: 'noCommands' });
  return {
    ok: true,
    entries: commands.map((item, index) => readEntry(item, index, limits)),
    exportedAt: typeof exportedAt === 'string' ? exportedAt : '',
    region: typeof region === 'string' ? region : '',
  };
}

function refuse(problem: FileProblem): ReadFile {
  return { ok: false, problem };
}

function formatProblem(data: unknown): FileProblem | null {
  if (!isRecord(data)) return { kind: 'notCommands' };
  if (data['format'] === 'ecs-operations-console-demo') return { kind: 'demoData' };
  if (data['format'] !== COMMAND_FILE_FORMAT) return { kind: 'notCommands' };
  const version = data['version'];
  const known = COMMAND_FILE_VERSION;
  if (typeof version !== 'number' || !Number.isFinite(version)) return { kind: 'noVersion' };
  if (version > known) return { kind: 'newerVersion', version, known };
  if (version < known) return { kind: 'olderVersion', version, known };
  return Array.isArray(data['commands']) ? null : { kind: 'notCommands' };
}

const TEXTS = ['name', 'description', 'type', 'content', 'workingDir'] as const;
const REQUIRED: ReadonlySet<Field> = new Set(['name', 'type', 'content']);

function readEntry(item: unknown, index: number, limits: Limits): FileEntry {
  if (!isRecord(item)) return { ok: false, index, name: '', problems: [{ kind: 'notAnObject' }] };
  const problems: EntryProblem[] = [];
  const base64 = item['contentBase64'];
  const decoded = typeof base64 === 'string' ? decodedText(base64) : null;
  if (base64 !== undefined && decoded === null) problems.push({ kind: 'notBase64' });
  const text = (field: (typeof TEXTS)[number]): string => {
    const value = member(item, field);
    if (field === 'content' && base64 !== undefined) return decoded ?? '';
    if (typeof value === 'string') return value;
    if (value !== undefined) problems.push({ kind: 'notText', field });
    else if (REQUIRED.has(field)) problems.push({ kind: 'missing', field });
    return '';
  };
  const [name, description, type, content, workingDir] = TEXTS.map(text) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const timeout = member(item, 'timeoutSeconds') ?? limits.defaultTimeoutSeconds;
  if (typeof timeout !== 'number') problems.push({ kind: 'notANumber', field: 'timeoutSeconds' });
  const enableParameter = member(item, 'enableParameter') ?? false;
  if (typeof enableParameter !== 'boolean') problems.push({ kind: 'notABoolean', field: 'enableParameter' });
  if (typeof item['type'] === 'string' && !isCommandType(type)) problems.push({ kind: 'unknownType', type });
  if (problems.length > 0 || !isCommandType(type)) return { ok: false, index, name, problems };

  const draft: CommandDraft = {
    name,
    description,
    type,
    content,
    workingDir,
    timeout: String(timeout),
    enableParameter: enableParameter === true,
  };
  const wrong = draftProblems(draft, limits).filter(
    ({ kind }) => base64 === undefined || kind !== 'contentTooLarge',
  );
  const bytesTooMany = typeof base64 === 'string' && base64.length > limits.contentBytes;
  const all: DraftProblem[] = bytesTooMany
    ? [
        ...wrong,
        { field: 'content', kind: 'contentTooLarge', limit: limits.contentBytes, actual: base64.length },
      ]
    : wrong;
  if (all.length > 0) {
    return { ok: false, index, name, problems: all.map((problem) => ({ kind: 'draft', problem })) };
  }
  const createdAt = member(item, 'createdAt');
  const command: FileCommand = {
    name,
    description,
    type,
    content,
    workingDir,
    timeoutSeconds: Number(timeout),
    enableParameter: draft.enableParameter,
    createdAt: typeof createdAt === 'string' ? createdAt : '',
    ...(typeof base64 === 'string' ? { contentBase64: base64 } : {}),
  };
  return { ok: true, index, command, draft };
}

/** Own members only: `constructor` is no member of a file. */
function member(item: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(item, name) ? item[name] : undefined;
}

function decodedText(base64: string): string | null {
  if (!isBase64(base64)) return null;
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(decodeBase64(base64));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
