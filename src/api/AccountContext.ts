import { createContext, useContext } from 'react';
import { DEMO_ACCOUNT } from './account-key';

/** Provided at boot. */
export const AccountContext = createContext(DEMO_ACCOUNT);

/** Whose what this browser keeps is, as account-key names it: what was kept for one account is not shown on another. */
export function useAccountKey(): string {
  return useContext(AccountContext);
}
