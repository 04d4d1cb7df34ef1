import { useEffect, useState } from 'react';
import type { Backend } from '../backend';

export interface ConnectFailed {
  error: unknown;
  /** The page's own policy stopped the call before it left. */
  blocked: boolean;
}

/** One try to connect at a time, and how the last one failed. */
export function useConnecting(onConnected: (backend: Backend) => void) {
  const [busy, setBusy] = useState(false);
  const [blocked, setBlocked] = useState(false);
  const [failed, setFailed] = useState<{ error: unknown } | null>(null);

  // The browser tells of a blocked call by an event of its own, before or after the call fails.
  useEffect(() => {
    const noteBlocked = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
      if (effectiveDirective === 'connect-src') setBlocked(true);
    };
    document.addEventListener('securitypolicyviolation', noteBlocked);
    return () => document.removeEventListener('securitypolicyviolation', noteBlocked);
  }, []);

  async function connect(open: () => Promise<Backend>): Promise<void> {
    setBusy(true);
    setBlocked(false);
    setFailed(null);
    try {
      onConnected(await open());
    } catch (error) {
      setFailed({ error });
    } finally {
      setBusy(false);
    }
  }
  const failure: ConnectFailed | null = failed && { ...failed, blocked };
  return { connect, busy, failure };
}
