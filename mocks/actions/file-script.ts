import { encodeBase64 } from '@/domain/base64';
import type { ExecutionFinished, SentFile } from '../acts';

/** What the script ends with, and what that means (contract 5, SendFile). */
const FAULTS: Readonly<Record<number, readonly [code: string, info: string]>> = {
  17: ['FileAlreadyExists', 'File already exists'],
  18: ['UserGroupNotExists', 'The specified user or group does not exist'],
};
const NOT_CREATED = ['FileCreateFail', 'The file could not be created'] as const;

/** A Shell script that does on an instance what SendFile asks for; it refuses with an exit code of its own. */
export function fileScript(file: SentFile): string {
  const { targetDir, name, fileOwner, fileGroup, fileMode, overwrite } = file;
  const content = file.contentType === 'Base64' ? file.content : encodeBase64(file.content);
  return `directory=${quoted(targetDir)}
path="\${directory%/}"/${quoted(name)}
${overwrite ? '' : '[ -e "$path" ] && exit 17\n'}grep -q ${quoted(`^${fileOwner}:`)} /etc/passwd || exit 18
grep -q ${quoted(`^${fileGroup}:`)} /etc/group || exit 18
mkdir -p "$directory" || exit 13
[ -d "$path" ] && exit 13
echo ${quoted(content)} | base64 -d > "$path" || exit 13
chmod ${fileMode} "$path" || exit 13
chown ${quoted(`${fileOwner}:${fileGroup}`)} "$path" || exit 13
`;
}

/** How the end of that script reads in the results. */
export function sendFault(finished: ExecutionFinished | null): { ErrorCode: string; ErrorInfo: string } {
  if (!finished || finished.status === 'Success') return { ErrorCode: '', ErrorInfo: '' };
  if (finished.status !== 'Failed') return { ErrorCode: finished.errorCode, ErrorInfo: finished.errorInfo };
  const [ErrorCode, ErrorInfo] = FAULTS[finished.exitCode ?? 0] ?? NOT_CREATED;
  return { ErrorCode, ErrorInfo };
}

/** One word of a POSIX shell; no parameter may hold a NUL. */
function quoted(word: string): string {
  return `'${word.replaceAll('\0', '').replaceAll("'", `'\\''`)}'`;
}
