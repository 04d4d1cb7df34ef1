import { useEffect, useState } from 'react';

const REST_MS = 200;

/** What is typed, once it has stood still for a moment; emptiness counts at once. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return value === '' ? '' : settled;
}
