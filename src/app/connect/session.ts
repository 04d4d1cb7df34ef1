import type { Credentials } from '@/api/rpc';

/** What is needed to sign in this tab. */
export interface KeySession {
  credentials: Credentials;
  /** One address for all products; null: the vendor's own. */
  endpoint: string | null;
  /** Minutes without a key press or click until the key is forgotten. */
  idleMinutes: number;
}

/** Why the console asks for a key again. */
export type EndReason = 'locked' | 'idle' | 'refused' | 'signedOut';

const KEYS = 'connection-keys';
const ENDED = 'connection-ended';
const LEFT = 'connection-idle-since';

/** Keeps the key in session storage: it survives a reload and goes with the tab. Only when asked to. */
export function keepSession(session: KeySession): void {
  sessionStorage.setItem(KEYS, JSON.stringify(session));
  noteUse();
}

/** Notes that the person is here, so that a tab that a browser brings back days later is locked. */
export function noteUse(): void {
  if (sessionStorage.getItem(KEYS) !== null) sessionStorage.setItem(LEFT, String(Date.now()));
}

/** The kept key; null when there is none, it cannot be read, or the tab was left for too long. */
export function keptSession(): KeySession | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEYS) ?? 'null');
    if (!isSession(kept)) return null;
    const idleMs = Date.now() - Number(sessionStorage.getItem(LEFT));
    if (idleMs < kept.idleMinutes * 60_000) return kept;
    endSession('idle');
    return null;
  } catch {
    return null;
  }
}

/** Forgets the key and notes why, for the page that asks again. */
export function endSession(reason: EndReason): void {
  try {
    sessionStorage.removeItem(KEYS);
    sessionStorage.removeItem(LEFT);
    sessionStorage.setItem(ENDED, reason);
  } catch {
    // Storage is blocked: nothing was kept either.
  }
}

/** Why the last session ended, told once. */
export function takeEndReason(): EndReason | null {
  try {
    const reason = sessionStorage.getItem(ENDED);
    sessionStorage.removeItem(ENDED);
    return reason as EndReason | null;
  } catch {
    return null;
  }
}

function isSession(value: unknown): value is KeySession {
  const { credentials, endpoint, idleMinutes } = (value ?? {}) as Partial<KeySession>;
  return (
    typeof credentials?.accessKeyId === 'string' &&
    typeof credentials.accessKeySecret === 'string' &&
    (endpoint === null || typeof endpoint === 'string') &&
    typeof idleMinutes === 'number'
  );
}
