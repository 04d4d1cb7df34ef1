import { useState } from 'react';
import type { Command } from '@/api/ecs/commands';

/**
 * The command as it was last there: a form that is open on it keeps what was typed when another tab deletes the command
 * meanwhile. Undefined before the first answer, null if it was not there from the start.
 */
export function useLastSeen(commandId: string, now: Command | null | undefined): Command | null | undefined {
  const [seen, setSeen] = useState(now ?? null);
  if (now && now !== seen) setSeen(now);
  return now ?? (seen?.CommandId === commandId ? seen : now);
}
