import { useState } from 'react';

/** The list as it was for as long as its items stay the same, so that what is made of them need not be made again. */
export function useSameList<Item>(list: readonly Item[]): readonly Item[] {
  const [kept, setKept] = useState(list);
  const isSame = kept.length === list.length && kept.every((item, index) => Object.is(item, list[index]));
  if (!isSame) setKept(list);
  return isSame ? kept : list;
}
