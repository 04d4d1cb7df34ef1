import { useState } from 'react';
import type { Command } from '@/api/ecs/commands';

export interface CommandSelection {
  keys: ReadonlySet<string>;
  commands: Command[];
  /** Sets what is selected; new keys must be among `rows`. */
  set(keys: ReadonlySet<string>, rows: readonly Command[]): void;
  /** Takes commands out, e.g. because they are deleted. */
  remove(commandIds: ReadonlySet<string>): void;
  clear(): void;
}

/** The selected commands, kept whole: a command stays selected, and can be named, when its page is no longer shown. */
export function useSelection(): CommandSelection {
  const [selected, setSelected] = useState<ReadonlyMap<string, Command>>(new Map());
  return {
    keys: new Set(selected.keys()),
    commands: [...selected.values()],
    set: (keys, rows) => {
      const known = new Map([...selected, ...rows.map((row) => [row.CommandId, row] as const)]);
      setSelected(new Map([...known].filter(([id]) => keys.has(id))));
    },
    remove: (commandIds) => setSelected((now) => new Map([...now].filter(([id]) => !commandIds.has(id)))),
    clear: () => setSelected(new Map()),
  };
}
