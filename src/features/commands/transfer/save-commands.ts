import type { Command } from '@/api/ecs/commands';
import { COMMAND_FILE_BYTES, writeCommandFile } from '@/domain/command-file';
import { saveFile } from '@/ui/save-file';
import { fileCommandOf } from './file-command';

/** What was saved. `tooLarge`: an import refuses a file of that size. */
export interface SavedFile {
  name: string;
  count: number;
  tooLarge: boolean;
}

/** Lets the browser save these commands as one JSON file. */
export function saveCommands(commands: readonly Command[], region: string, now = new Date()): SavedFile {
  const exportedAt = now.toISOString();
  const blob = new Blob([writeCommandFile(commands.map(fileCommandOf), { region, exportedAt })], {
    type: 'application/json',
  });
  const name = `commands-${region}-${exportedAt.slice(0, 10)}.json`;
  saveFile(blob, name);
  return { name, count: commands.length, tooLarge: blob.size > COMMAND_FILE_BYTES };
}
