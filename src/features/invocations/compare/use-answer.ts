import { useEffect, useState } from 'react';

export interface Answered<Value> {
  /** The last answer, also while a newer one is worked out; undefined while there is none or nothing is asked. */
  value: Value | undefined;
  /** Whether `value` answers what is asked now. */
  isCurrent: boolean;
  /** Why the last question was not answered. */
  problem: unknown;
}

interface Last<Value> {
  ask: (() => Promise<Value>) | null;
  value: Value | undefined;
  problem: unknown;
}

/**
 * The answer to a question that takes time, such as work of a worker. Asks when `ask` is another function (keep it with
 * useCallback or useMemo); an answer that comes after the next question is dropped. null asks nothing.
 */
export function useAnswer<Value>(ask: (() => Promise<Value>) | null): Answered<Value> {
  const [last, setLast] = useState<Last<Value>>({ ask: null, value: undefined, problem: null });
  useEffect(() => {
    if (!ask) return;
    let isWanted = true;
    ask().then(
      (value) => isWanted && setLast({ ask, value, problem: null }),
      (problem: unknown) => isWanted && setLast((before) => ({ ask, value: before.value, problem })),
    );
    return () => {
      isWanted = false;
    };
  }, [ask]);
  const isCurrent = last.ask === ask;
  return {
    value: ask ? last.value : undefined,
    isCurrent,
    problem: isCurrent ? last.problem : null,
  };
}
