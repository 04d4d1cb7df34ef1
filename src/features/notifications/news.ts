/** What a notification counts, e.g. instances of a run by outcome: the key of its words, and how many. */
export interface NewsCount {
  kind: string;
  count: number;
}

/** Something to tell. No names and no outputs: it is kept in the browser. Times in epoch ms. */
export type NewsItem = {
  /** Names the item; two tabs that see the same thing make the same. */
  id: string;
  region: string;
  at: number;
  isRead: boolean;
} & (
  | { kind: 'run' | 'batch'; ref: string; counts: readonly NewsCount[] }
  | {
      kind: 'engine';
      ref: string;
      counts: readonly NewsCount[];
      /** How it ended, as a whole. */ outcome: string;
    }
  | { /** A run by the cloud's engine waits for a person. */ kind: 'pause'; ref: string }
  | { kind: 'event'; ref: string; type: string; instanceId: string }
  | { kind: 'events'; count: number }
);

/** A run that was seen under way in this browser. */
export interface WatchedRun {
  kind: 'run' | 'batch' | 'engine';
  ref: string;
  region: string;
  /** When it was first seen, epoch ms. */
  since: number;
  /** When last seen it waited for a person. */
  isPaused?: boolean;
}

/** Everything that is kept of an account. */
export interface News {
  version: 1;
  /** Newest first. */
  items: readonly NewsItem[];
  watched: readonly WatchedRun[];
  /** The events of each region that were pending when it was last looked at; absent: it never was. */
  seen: Readonly<Record<string, readonly string[]>>;
}

export const NO_NEWS: News = { version: 1, items: [], watched: [], seen: {} };

const MOST_ITEMS = 60;
const MOST_WATCHED = 20;
/** A run that nobody asked about for so long is not waited for any more. Ms. */
const WATCHED_FOR = 3 * 86_400_000;
/** More new events of a region at once are one item: the list of events tells the rest. */
const MOST_SINGLE = 4;

export type RunName = Pick<WatchedRun, 'kind' | 'ref' | 'region'>;
const isSame = (a: RunName) => (b: RunName) => a.kind === b.kind && a.ref === b.ref && a.region === b.region;

/**
 * Notes a run under way, to be told of when it ends.
 * @param isPaused it waits for a person when first seen: whoever sees it need not be told
 */
export function withWatched(news: News, run: RunName, now: number, isPaused = false): News {
  if (news.watched.some(isSame(run))) return news;
  const { kind, ref, region } = run;
  const watched = [...news.watched, { kind, ref, region, since: now, ...(isPaused ? { isPaused } : {}) }];
  return {
    ...news,
    watched: watched.filter(({ since }) => now - since < WATCHED_FOR).slice(-MOST_WATCHED),
  };
}

/** Notes that a run is not waited for any more, without telling. */
export function withoutWatched(news: News, run: RunName): News {
  if (!news.watched.some(isSame(run))) return news;
  return { ...news, watched: news.watched.filter((other) => !isSame(run)(other)) };
}

/** Tells that a run which went on when last seen waits for a person. */
export function withPause(news: News, run: RunName, { at, isRead }: { at: number; isRead: boolean }): News {
  const { ref, region } = run;
  if (!news.watched.some((other) => isSame(run)(other) && !other.isPaused)) return news;
  const item: NewsItem = { id: `pause ${region} ${ref} ${at}`, kind: 'pause', ref, region, at, isRead };
  return withItems(withPausedAs(news, run, true), [item]);
}

/** Notes that a run waits for nobody any more: what told of it is over. */
export function withoutPause(news: News, run: RunName): News {
  const { ref, region } = run;
  const isOver = (item: NewsItem) => item.kind === 'pause' && item.ref === ref && item.region === region;
  const items = news.items.some(isOver) ? news.items.filter((item) => !isOver(item)) : news.items;
  const going = news.watched.some((other) => isSame(run)(other) && other.isPaused)
    ? withPausedAs(news, run, false)
    : news;
  return items === going.items ? going : { ...going, items };
}

function withPausedAs(news: News, run: RunName, isPaused: boolean): News {
  return {
    ...news,
    watched: news.watched.map((other) => (isSame(run)(other) ? { ...other, isPaused } : other)),
  };
}

/**
 * Tells that a run ended; nothing when it was not waited for: it was told of before, by this tab or another, or was over when it
 * was first seen.
 * @param isRead its page is on screen
 */
export function withFinished(
  news: News,
  run: RunName,
  { outcome = '', ...told }: { at: number; counts: readonly NewsCount[]; isRead: boolean; outcome?: string },
): News {
  if (!news.watched.some(isSame(run))) return news;
  const { kind, ref, region } = run;
  const shared = { id: `${kind} ${region} ${ref}`, ref, region, ...told };
  const item: NewsItem = kind === 'engine' ? { ...shared, kind, outcome } : { ...shared, kind };
  return withItems(withoutWatched(news, run), [item]);
}

/** An event as the news see it. */
export interface PendingEvent {
  /** Names the event and its instance. */
  key: string;
  eventId: string;
  instanceId: string;
  type: string;
  publishedAt: number | null;
}

/** Tells of the events of a region that were not pending when it was last looked at; the first look tells nothing. */
export function withEvents(news: News, region: string, events: readonly PendingEvent[], now: number): News {
  const before = news.seen[region];
  const keys = events.map(({ key }) => key);
  if (before && before.length === keys.length && keys.every((key) => before.includes(key))) return news;
  const looked: News = { ...news, seen: { ...news.seen, [region]: keys } };
  if (!before) return looked;
  const fresh = events.filter(({ key }) => !before.includes(key));
  return withItems(looked, itemsOf(region, fresh, now));
}

function itemsOf(region: string, fresh: readonly PendingEvent[], now: number): NewsItem[] {
  const shared = { region, isRead: false };
  if (fresh.length > MOST_SINGLE)
    return [{ ...shared, kind: 'events', id: `events ${region} ${now}`, at: now, count: fresh.length }];
  return fresh
    .toSorted((a, b) => (b.publishedAt ?? now) - (a.publishedAt ?? now))
    .map(({ key, eventId, instanceId, type, publishedAt }) => ({
      ...shared,
      kind: 'event',
      id: `event ${key}`,
      at: publishedAt ?? now,
      ref: eventId,
      instanceId,
      type,
    }));
}

/** Those that are there already are told of anew, in front. */
function withItems(news: News, items: readonly NewsItem[]): News {
  const ids = new Set(items.map(({ id }) => id));
  return {
    ...news,
    items: [...items, ...news.items.filter(({ id }) => !ids.has(id))].slice(0, MOST_ITEMS),
  };
}

/** Marks what `isMeant` names as read. */
export function withRead(news: News, isMeant: (item: NewsItem) => boolean): News {
  if (!news.items.some((item) => !item.isRead && isMeant(item))) return news;
  return {
    ...news,
    items: news.items.map((item) => (!item.isRead && isMeant(item) ? { ...item, isRead: true } : item)),
  };
}

/** Without items; what is waited for and what was seen stays, so that nothing is told twice. */
export function withoutItems(news: News): News {
  return news.items.length === 0 ? news : { ...news, items: [] };
}

/** What came in unread from one state to the next, oldest first. */
export function freshItems(before: News, after: News): NewsItem[] {
  const known = new Set(before.items.map(({ id }) => id));
  return after.items.filter(({ id, isRead }) => !isRead && !known.has(id)).toReversed();
}
