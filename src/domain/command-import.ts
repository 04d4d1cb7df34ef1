import type { FileEntry } from './command-file';

/** A saved command, as far as a file's commands are compared with it. */
export interface SavedForm {
  name: string;
  description: string;
  type: string;
  /** Base64 of the script's bytes. */
  contentBase64: string;
  workingDir: string;
  timeoutSeconds: number;
  enableParameter: boolean;
}

/**
 * How a command of a file stands to what is there. `sameName`: another command has its name, saved or further up in the
 * file. `identical`: so has one that does not differ in anything.
 */
export type ImportState = 'new' | 'sameName' | 'identical' | 'invalid';

/** What each command of a file would meet: names are compared exactly, as the service keeps them. */
export function importStates(
  entries: readonly FileEntry[],
  saved: readonly SavedForm[],
  formOf: (entry: Extract<FileEntry, { ok: true }>) => SavedForm,
): ImportState[] {
  const byName = new Map<string, Set<string>>();
  const add = (form: SavedForm) => {
    const forms = byName.get(form.name) ?? new Set();
    byName.set(form.name, forms.add(JSON.stringify(everything(form))));
  };
  for (const form of saved) add(form);
  return entries.map((entry) => {
    if (!entry.ok) return 'invalid';
    const form = formOf(entry);
    const same = byName.get(form.name);
    const state =
      same === undefined ? 'new' : same.has(JSON.stringify(everything(form))) ? 'identical' : 'sameName';
    add(form);
    return state;
  });
}

function everything(form: SavedForm): unknown[] {
  return [
    form.description,
    form.type,
    form.contentBase64,
    form.workingDir,
    form.timeoutSeconds,
    form.enableParameter,
  ];
}

/**
 * The names that chosen commands get, in their order: their own where it is free, else with the first free number
 * (`name-2`, `name-3` …), cut so that the ending fits into the limit.
 */
export function freeNames(names: readonly string[], taken: Iterable<string>, nameLength: number): string[] {
  const used = new Set(taken);
  return names.map((name) => {
    let free = name;
    for (let number = 2; used.has(free); number += 1) {
      const ending = `-${number}`;
      free = cut(name, nameLength - ending.length) + ending;
    }
    used.add(free);
    return free;
  });
}

/** At most that many UTF-16 units, never half a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length;
  return text.slice(0, end);
}
