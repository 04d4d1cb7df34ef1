import { useState } from 'react';
import type { Instance } from '@/api/ecs/instances';
import type { SparseRows } from '@/ui/DataTable';

export interface InstanceSelection {
  keys: ReadonlySet<string>;
  instances: readonly Instance[];
  /** Sets what is selected; new keys must be among the rows that are here. */
  set(keys: ReadonlySet<string>, rows: SparseRows<Instance>): void;
  clear(): void;
}

/** The selected instances, kept whole: they stay selected, and can be named, when the filters no longer show them. */
export function useInstanceSelection(): InstanceSelection {
  const [selected, setSelected] = useState<ReadonlyMap<string, Instance>>(new Map());
  return {
    keys: new Set(selected.keys()),
    instances: [...selected.values()],
    set: (keys, rows) => {
      const known = new Map(selected);
      for (let index = 0; index < rows.count; index++) {
        const row = rows.at(index);
        if (row && keys.has(row.InstanceId)) known.set(row.InstanceId, row);
      }
      setSelected(new Map([...known].filter(([id]) => keys.has(id))));
    },
    clear: () => setSelected(new Map()),
  };
}
