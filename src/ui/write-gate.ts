import { createContext } from 'react';

/** Why nothing can be changed here, in the user's words; undefined where it can. Buttons that write obey it. */
export const WriteGate = createContext<string | undefined>(undefined);
