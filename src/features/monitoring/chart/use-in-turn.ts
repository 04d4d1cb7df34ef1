import { useEffect, useState } from 'react';
import { inTurn } from './in-turn';

/** A value as it is to be drawn: it follows what is known when its turn has come. `before` stands until the first turn. */
export function useInTurn<Value>(known: Value, before: () => Value): Value {
  const [drawn, setDrawn] = useState(before);
  useEffect(() => inTurn(() => setDrawn(() => known)), [known]);
  return drawn;
}
