/**
 * What a page keeps for its own tab, in sessionStorage: it survives a reload, and two tabs do not overwrite each other's. A
 * store that is full or forbidden only means that nothing is kept; the page still has everything.
 */

/** Keeps a value that can be written as JSON. */
export function keepInSession(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Nothing is kept.
  }
}

export function dropFromSession(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** Drops what was typed into any form: each is kept under a key that begins `<name of the form>-draft:`. */
export function dropDraftsFromSession(): void {
  try {
    for (const key of Object.keys(sessionStorage))
      if (/^[a-z-]+-draft:/.test(key)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** What was kept, to be checked before use: anybody can write there. Null if there is nothing, or nothing readable. */
export function readFromSession(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
