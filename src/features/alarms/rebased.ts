/** Whether two values of a form, plain JSON, hold the same. */
export function holdsSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A form that began with `base`, over what has come since: what was not touched takes the new values. */
export function rebased<Draft extends object>(draft: Draft, base: Draft, fresh: Draft): Draft {
  const next = { ...fresh };
  for (const field of Object.keys(base) as (keyof Draft)[])
    if (!holdsSame(draft[field], base[field])) next[field] = draft[field];
  return next;
}

/** The same for a list: what the form added, changed and took out is added, changed and taken out of what is there now. */
export function rebasedList<One>(
  draft: readonly One[],
  base: readonly One[],
  fresh: readonly One[],
  keyOf: (one: One) => string,
): One[] {
  const by = (list: readonly One[]) => new Map(list.map((one) => [keyOf(one), one]));
  const [drafted, began, next] = [by(draft), by(base), by(fresh)];
  for (const key of began.keys()) if (!drafted.has(key)) next.delete(key);
  for (const [key, one] of drafted) if (!holdsSame(one, began.get(key))) next.set(key, one);
  return [...next.values()];
}
