import { bytesToBase64, decodeBase64 } from '@/domain/base64';
import type { FileChange } from './agent/runner';

/** Key of the blob that holds what earlier runs changed on an instance's disk. */
export function diskKey(instanceId: string): string {
  return `files/${instanceId}`;
}

/** Key of the blob that holds the kept output of one record. */
export function outputKey(invokeId: string, instanceId: string, repeat: number): string {
  return `output/${invokeId}/${instanceId}/${repeat}`;
}

export function packDisk(files: readonly FileChange[]): Uint8Array {
  const plain = files.map(({ content, ...rest }) =>
    content ? { ...rest, content: bytesToBase64(content) } : rest,
  );
  return new TextEncoder().encode(JSON.stringify(plain));
}

/** A disk blob that cannot be read counts as an untouched disk: a lost file is better than a stuck instance. */
export function unpackDisk(blob: Uint8Array | undefined): FileChange[] {
  if (!blob) return [];
  try {
    const plain = JSON.parse(new TextDecoder().decode(blob)) as (Omit<FileChange, 'content'> & {
      content?: string;
    })[];
    return plain.map(({ content, ...rest }) =>
      content === undefined ? rest : { ...rest, content: decodeBase64(content) },
    );
  } catch {
    return [];
  }
}
