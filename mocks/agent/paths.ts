import type { OsType } from '@/domain/command-type';

/** Whether a working directory names a place without depending on where the agent stands. */
export function isAbsolutePath(path: string, osType: OsType): boolean {
  return osType === 'linux' ? path.startsWith('/') : /^[a-z]:[\\/]/i.test(path) || path.startsWith('\\\\');
}
