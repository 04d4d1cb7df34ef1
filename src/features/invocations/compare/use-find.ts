import { useMemo, useState } from 'react';
import type { LineHit } from '@/ui/output/find-hits';
import type { Found } from './engine';
import { TooSlow } from './engine-link';
import { patternProblem } from './pattern';
import { useAnswer } from './use-answer';
import { useEngine } from './use-engine';

/** What a search by regular expression may take; only one that goes astray takes longer. Plain text always ends. */
export const SEARCH_LIMIT_MS = 3000;

export interface Find {
  /** Not a regular expression, in the browser's words; null when it is one. */
  badPattern: string | null;
  isTooSlow: boolean;
  isBusy: boolean;
  /** undefined while nothing is searched or the search is under way. */
  found: Found | undefined;
  /** In the instance on show. */
  hits: readonly LineHit[];
  current: LineHit | null;
  /** Place of `current` among `hits`, from 1. */
  place: number;
  /** Goes to the next or previous place, over the end of an output into the next one that has any. */
  step(by: 1 | -1): void;
}

export interface FindOptions {
  text: string;
  isRegex: boolean;
  /** Base64 outputs by instance; undefined until read. */
  texts: ReadonlyMap<string, string> | undefined;
  /** Instances in the order of the table. */
  order: readonly string[];
  /** All instances: gone through when none in the table has a place. */
  everywhere: readonly string[];
  /** The instance on show. */
  shown: string | undefined;
  onOpen(instanceId: string): void;
  /** Opens an instance that the table does not list now. */
  onLeave(instanceId: string): void;
}

const NO_HITS: readonly LineHit[] = [];

/** Search over all outputs of a run. It has a worker of its own, which is ended when an expression takes too long. */
export function useFind(options: FindOptions): Find {
  const { text, isRegex, texts, order, everywhere, shown, onOpen, onLeave } = options;
  const engine = useEngine();
  const [at, setAt] = useState({ instanceId: '', text: '', index: 0 });
  const badPattern = useMemo(
    () => (isRegex && text !== '' ? patternProblem({ text, isRegex }) : null),
    [text, isRegex],
  );

  const askFound = useMemo(() => {
    if (text === '' || badPattern !== null || !texts) return null;
    return () => {
      engine.tell(texts);
      return isRegex
        ? engine.workWithin(SEARCH_LIMIT_MS, 'find', { text, isRegex })
        : engine.work('find', { text, isRegex });
    };
  }, [engine, texts, text, isRegex, badPattern]);
  const answer = useAnswer(askFound);
  const found = answer.isCurrent && !answer.problem ? answer.value : undefined;

  const isHere = shown !== undefined && (found?.counts[shown] ?? 0) > 0;
  const askHits = useMemo(
    () => (isHere ? () => engine.workWithin(SEARCH_LIMIT_MS, 'hits', shown, { text, isRegex }) : null),
    [engine, isHere, shown, text, isRegex],
  );
  const hitsAnswer = useAnswer(askHits);
  const hits = (hitsAnswer.isCurrent && hitsAnswer.value) || NO_HITS;

  const wanted = at.instanceId === shown && at.text === text ? at.index : 0;
  const index = wanted < 0 ? hits.length + wanted : Math.min(wanted, hits.length - 1);
  const step = (by: 1 | -1) => {
    if (!found || found.total === 0) return;
    const next = index + by;
    if (isHere && hits.length > 0 && next >= 0 && next < hits.length) {
      setAt({ instanceId: shown ?? '', text, index: next });
      return;
    }
    const hasPlace = (id: string) => (found.counts[id] ?? 0) > 0;
    const isListed = order.some(hasPlace);
    const target = nextAfter(isListed ? order : everywhere, shown, by, hasPlace);
    if (target === undefined) return;
    setAt({ instanceId: target, text, index: by === 1 ? 0 : -1 });
    if (isListed) onOpen(target);
    else onLeave(target);
  };

  return {
    badPattern,
    isTooSlow: answer.problem instanceof TooSlow,
    isBusy: askFound !== null && !answer.isCurrent,
    found: text === '' ? undefined : found,
    hits,
    current: hits[index] ?? null,
    place: index + 1,
    step,
  };
}

/** The next one that fits, going round; the one it starts from comes last. */
function nextAfter(
  ids: readonly string[],
  start: string | undefined,
  by: 1 | -1,
  fits: (id: string) => boolean,
): string | undefined {
  const from = start === undefined ? -1 : ids.indexOf(start);
  for (let distance = 1; distance <= ids.length; distance++) {
    const id = ids.at((from + by * distance) % ids.length);
    if (id !== undefined && fits(id)) return id;
  }
  return undefined;
}
