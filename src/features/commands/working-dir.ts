import { defaultWorkingDir } from '@/domain/command-type';
import { commandTypeOf } from './command-form';

/** Where a command runs: its own directory, else its type's default (manual 1.2.1 step e). */
export function workingDirOf(command: { Type: string; WorkingDir: string }): {
  path: string;
  isDefault: boolean;
} {
  return command.WorkingDir === ''
    ? { path: defaultWorkingDir(commandTypeOf(command)), isDefault: true }
    : { path: command.WorkingDir, isDefault: false };
}

/** The ends of a path of at least three parts, with `…` between; for columns that hold about 17 characters. */
export function shortPath(path: string, longest = 17): string {
  if (path.length <= longest) return path;
  const separator = path.includes('\\') ? '\\' : '/';
  const parts = path.split(separator);
  const [first] = parts;
  const last = parts.at(-1) || parts.at(-2);
  return parts.length < 3 || !last ? path : `${first}${separator}…${separator}${last}`;
}
