import type { Command } from '@/api/ecs/commands';
import type { FileEntry } from '@/domain/command-file';
import { freeNames, type ImportState, importStates } from '@/domain/command-import';
import type { ImportOutcome } from './import-commands';
import { formOfEntry, formOfSaved } from './file-command';

/** One command of a file in the preview. */
export interface ImportRow {
  entry: FileEntry;
  name: string;
  state: ImportState;
  /** The name it gets; null while it is not chosen. */
  newName: string | null;
  outcome: ImportOutcome | undefined;
}

/** What each command of a file would meet among the region's. */
export function statesOf(entries: readonly FileEntry[], saved: readonly Command[]): ImportState[] {
  return importStates(entries, saved.map(formOfSaved), formOfEntry);
}

/** What is chosen to begin with: everything that is new. A conflict is the user's to decide. */
export function newOnes(states: readonly ImportState[]): Set<string> {
  return new Set(states.flatMap((state, index) => (state === 'new' ? [String(index)] : [])));
}

/** What needs a decision first. */
const ORDER: readonly ImportState[] = ['new', 'sameName', 'invalid', 'identical'];

/** The rows of the preview, what needs a decision first; each chosen one with the name it gets. */
export function importRows(
  entries: readonly FileEntry[],
  states: readonly ImportState[],
  saved: readonly Command[],
  chosen: ReadonlySet<string>,
  outcomes: ReadonlyMap<number, ImportOutcome>,
  nameLength: number,
): ImportRow[] {
  const usable = entries.filter((entry) => entry.ok && chosen.has(String(entry.index)));
  const names = freeNames(
    usable.map(nameOf),
    saved.map(({ Name }) => Name),
    nameLength,
  );
  const newNames = new Map(usable.map((entry, place) => [entry.index, names[place]]));
  return entries
    .map((entry) => ({
      entry,
      name: nameOf(entry),
      state: states[entry.index] ?? 'invalid',
      newName: newNames.get(entry.index) ?? null,
      outcome: outcomes.get(entry.index),
    }))
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

function nameOf(entry: FileEntry): string {
  return entry.ok ? entry.draft.name.trim() : entry.name;
}
