import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '@/api/ApiContext';
import { useCallLog } from '@/api/call-log';
import type { CatalogAction } from '@/api/catalog';
import type { CallEntry, Params } from '@/api/rpc';

export interface Sending {
  /** Epoch milliseconds; null while nothing is under way. */
  since: number | null;
  send(params: Params): Promise<void>;
  /** Gives the answer up; a write may still take effect. */
  cancel(): void;
}

/** Sends an action through the console's own door and hands over what the log of calls says of it. */
export function useSend(action: CatalogAction, onAnswer: (call: CallEntry) => void): Sending {
  const api = useApi();
  const log = useCallLog();
  const cache = useQueryClient();
  const [since, setSince] = useState<number | null>(null);
  const controller = useRef<AbortController>(undefined);
  return {
    since,
    send: async (params) => {
      const own = new AbortController();
      controller.current = own;
      const began = Date.now();
      setSince(began);
      try {
        await api.rpc(action.product, action.name, params, { kind: action.kind, signal: own.signal });
      } catch {
        // The log has the failure with all its facts.
      } finally {
        setSince(null);
        const call = callOf(log.entries(), action.name, params, began);
        if (call) onAnswer(call);
        // Whatever it changed, pages read it anew.
        if (action.kind === 'write') void cache.invalidateQueries();
      }
    },
    cancel: () => controller.current?.abort(),
  };
}

/** The log keeps the very parameters, but of a call with secrets, which it keeps masked. */
function callOf(
  calls: readonly CallEntry[],
  action: string,
  params: Params,
  began: number,
): CallEntry | undefined {
  return (
    calls.find((call) => call.params === params) ??
    calls.find((call) => call.action === action && call.startedAt >= began)
  );
}
