import { useRef, useState } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Command } from '@/api/ecs/commands';
import { type FileEntry, type FileProblem, readCommandFile, sizeProblem } from '@/domain/command-file';
import type { ImportState } from '@/domain/command-import';
import { FORM_LIMITS } from '../command-form';
import { readEveryCommand } from './every-command';
import { statesOf } from './import-rows';

/** A readable file, beside the commands the region had when it was chosen. */
export interface ComparedFile {
  fileName: string;
  entries: FileEntry[];
  saved: readonly Command[];
  states: readonly ImportState[];
}

export type ChosenFile =
  | { phase: 'none' }
  | { phase: 'reading'; fileName: string }
  | { phase: 'refused'; fileName: string; problem: FileProblem }
  /** The region's commands could not be read: the file stays chosen. */
  | { phase: 'failed'; file: File; error: unknown }
  | ({ phase: 'ready' } & ComparedFile);

/** Reads a chosen file and compares it with what the region has. A later choice overtakes an earlier one. */
export function useChosenFile(
  region: string,
  onReady: (states: readonly ImportState[]) => void,
): [ChosenFile, (file: File) => Promise<void>] {
  const api = useApi();
  const [chosen, setChosen] = useState<ChosenFile>({ phase: 'none' });
  const latest = useRef<File>(undefined);

  const choose = async (file: File) => {
    latest.current = file;
    setChosen({ phase: 'reading', fileName: file.name });
    const next = await compared(file);
    if (latest.current !== file) return;
    setChosen(next);
    if (next.phase === 'ready') onReady(next.states);
  };
  const compared = async (file: File): Promise<ChosenFile> => {
    const fileName = file.name;
    const tooLargeOrEmpty = sizeProblem(file.size);
    if (tooLargeOrEmpty) return { phase: 'refused', fileName, problem: tooLargeOrEmpty };
    const text = await textOf(file);
    if (text === null) return { phase: 'refused', fileName, problem: { kind: 'notJson' } };
    const read = readCommandFile(text, FORM_LIMITS);
    if (!read.ok) return { phase: 'refused', fileName, problem: read.problem };
    try {
      const saved = await readEveryCommand(api, region);
      return {
        phase: 'ready',
        fileName,
        entries: read.entries,
        saved,
        states: statesOf(read.entries, saved),
      };
    } catch (error) {
      return { phase: 'failed', file, error };
    }
  };
  return [chosen, choose];
}

/** The file's text; null if it is not UTF-8 or cannot be read: reading it anyhow would change scripts silently. */
async function textOf(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}
