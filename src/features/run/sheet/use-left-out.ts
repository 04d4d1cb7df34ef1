import type { Check, UnfitCheck } from '../preflight';
import type { RunDraftState } from '../use-run-draft';

/** The chosen instances that cannot run it, by name, and the way to go on without them. */
export function useLeftOut({ selected, setSelected }: RunDraftState, checks: readonly Check[]) {
  const unfit = checks.find((check): check is UnfitCheck => check.kind === 'unfit');
  return {
    unfit,
    nameOf: (id: string) => selected.get(id)?.name ?? id,
    leaveOut: () => {
      const out = new Set(unfit?.instances.map(([id]) => id));
      setSelected((now) => new Map([...now].filter(([id]) => !out.has(id))));
    },
  };
}
