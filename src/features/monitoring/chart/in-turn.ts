/** Pieces of work that wait for their turn, in the order in which they came. */
const waiting: (() => void)[] = [];

/**
 * Does a piece of work soon, one piece a task: between two of them the browser can paint and hear the user. A dozen charts
 * drawn at once would hold up both.
 * @returns takes the work back if its turn has not come
 */
export function inTurn(work: () => void): () => void {
  waiting.push(work);
  if (waiting.length === 1) setTimeout(next);
  return () => {
    const place = waiting.indexOf(work);
    // The first one's place stays: its timer is under way.
    if (place >= 0) waiting[place] = () => undefined;
  };
}

function next(): void {
  waiting[0]?.();
  waiting.shift();
  if (waiting.length > 0) setTimeout(next);
}
