import { type News, type NewsItem, NO_NEWS, type WatchedRun } from './news';

/** Reads what was kept, to which anybody can write: what has not the shape is left out. */
export function newsOf(value: unknown): News {
  if (!isRecord(value) || value['version'] !== 1) return NO_NEWS;
  const { items, watched, seen } = value;
  return {
    version: 1,
    items: Array.isArray(items) ? items.filter(isItem) : [],
    watched: Array.isArray(watched) ? watched.filter(isWatched) : [],
    seen: isRecord(seen) ? Object.fromEntries(Object.entries(seen).filter(isSeen)) : {},
  };
}

function isItem(value: unknown): value is NewsItem {
  if (!isRecord(value) || !areTexts(value, ['id', 'region']) || !isTime(value['at'])) return false;
  if (typeof value['isRead'] !== 'boolean') return false;
  switch (value['kind']) {
    case 'run':
    case 'batch':
      return areTexts(value, ['ref']) && areCounts(value['counts']);
    case 'engine':
      return areTexts(value, ['ref', 'outcome']) && areCounts(value['counts']);
    case 'pause':
      return areTexts(value, ['ref']);
    case 'event':
      return areTexts(value, ['ref', 'type', 'instanceId']);
    case 'events':
      return Number.isSafeInteger(value['count']);
    default:
      return false;
  }
}

const areCounts = (value: unknown) => Array.isArray(value) && value.every(isCount);

function isCount(value: unknown): boolean {
  return isRecord(value) && typeof value['kind'] === 'string' && Number.isSafeInteger(value['count']);
}

const RUN_KINDS: ReadonlySet<unknown> = new Set(['run', 'batch', 'engine'] satisfies WatchedRun['kind'][]);

function isWatched(value: unknown): value is WatchedRun {
  return (
    isRecord(value) &&
    RUN_KINDS.has(value['kind']) &&
    areTexts(value, ['ref', 'region']) &&
    isTime(value['since']) &&
    ['boolean', 'undefined'].includes(typeof value['isPaused'])
  );
}

function isSeen(entry: [string, unknown]): entry is [string, string[]] {
  return Array.isArray(entry[1]) && entry[1].every((key) => typeof key === 'string');
}

const areTexts = (value: Record<string, unknown>, members: readonly string[]) =>
  members.every((member) => typeof value[member] === 'string');

/** A moment that a date can hold. */
const isTime = (value: unknown) => typeof value === 'number' && Math.abs(value) <= 8.64e15;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
