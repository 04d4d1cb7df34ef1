import { createContext, useContext } from 'react';

/** A real account behind the pages. */
export interface LiveConnection {
  by: 'keys' | 'gateway';
  /** The key's ID with its middle left out. */
  account: string;
  /** Tells it apart from other accounts: see account-key. */
  accountKey: string;
  /** Where every call goes; null: to the vendor's own addresses. */
  endpoint: string | null;
  /** Whether the gateway refuses every write. */
  readOnly: boolean;
  /** Forgets the key and asks for it again in place; unsaved forms stay. Null where no key is in the browser. */
  lock: ((reason: 'locked' | 'refused') => void) | null;
  /** Forgets everything of the account. Null where the server decides the back end. */
  signOut: (() => void) | null;
}

export const LiveContext = createContext<LiveConnection | null>(null);

/** The account the pages talk to; null in the demo. */
export function useLive(): LiveConnection | null {
  return useContext(LiveContext);
}
