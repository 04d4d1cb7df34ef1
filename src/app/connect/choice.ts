/**
 * Which back end this browser talks to. Kept in localStorage, so that a link opened in a new tab does not end in another
 * account; it names a way and never a key.
 */
export type BackEndChoice = 'demo' | 'keys' | 'gateway';

const KEY = 'connection';

/** What the server that served the page says: then there is nothing to choose. */
export function servedBackEnd(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="console-back-end"]')?.content ?? null;
}

export function chosenBackEnd(): BackEndChoice {
  const choice = servedBackEnd() ?? stored();
  return choice === 'keys' || choice === 'gateway' ? choice : 'demo';
}

/** Null: the next visit begins in the demo. */
export function rememberBackEnd(choice: Exclude<BackEndChoice, 'demo'> | null): void {
  try {
    if (choice) localStorage.setItem(KEY, choice);
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is blocked: only this tab knows.
  }
}

/** Tells when another tab signed out; returns the undo. */
export function onSignedOutElsewhere(listener: () => void): () => void {
  const told = ({ key, newValue }: StorageEvent) => {
    if ((key === KEY || key === null) && newValue === null) listener();
  };
  window.addEventListener('storage', told);
  return () => window.removeEventListener('storage', told);
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Where the server that served the page wants calls to go; null: it does not say. */
export function servedEndpoint(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="console-endpoint"]')?.content ?? null;
}
