import { type RefObject, useEffect, useRef } from 'react';

/** Whether the component is still on screen, for what comes back after a while. */
export function useHere(): Readonly<RefObject<boolean>> {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}
