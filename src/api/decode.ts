import { readJson } from '@/domain/json-text';

/**
 * Tolerant reading of answers (contract 1.4): numbers and booleans may come as text, wrappers may be missing or `{}`,
 * unknown members are ignored and unknown values kept. Nothing here throws, whatever the server sent.
 */

/** Typed access to the members of one JSON object; a value of the wrong kind reads like a missing one. */
export interface Reader {
  /** Text; `''` when absent. Numbers and booleans become text. */
  text(name: string): string;
  /** Number, from a numeric text too; undefined when absent. */
  number(name: string): number | undefined;
  /** Number, 0 when absent. */
  count(name: string): number;
  /** Boolean, from `"true"`/`"false"` in any case too; false when absent. */
  flag(name: string): boolean;
  /** Member object; an empty one when absent. */
  object(name: string): Reader;
  /** Items of `wrapper[item]`, or of a bare array; `[]` when absent. */
  list<T>(wrapper: string, item: string, decode: (reader: Reader) => T): T[];
  /** Texts of `wrapper[item]`, or of a bare array. */
  texts(wrapper: string, item: string): string[];
  /** A map of texts, given as JSON text or as an object. */
  map(name: string): Record<string, string>;
  /** The object itself, as it came. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Reads any value as a JSON object. Only the object's own members are seen, never the prototype's. */
export function readerOf(value: unknown): Reader {
  const source = isObject(value) ? value : {};
  const member = (name: string): unknown => (Object.hasOwn(source, name) ? source[name] : undefined);
  const items = (wrapper: string, item: string): unknown[] => {
    const wrapped = member(wrapper);
    if (Array.isArray(wrapped)) return wrapped;
    const inner = isObject(wrapped) && Object.hasOwn(wrapped, item) ? wrapped[item] : undefined;
    return Array.isArray(inner) ? inner : [];
  };
  const reader: Reader = {
    text: (name) => textOf(member(name)) ?? '',
    number: (name) => numberOf(member(name)),
    count: (name) => numberOf(member(name)) ?? 0,
    flag: (name) => /^true$/i.test(textOf(member(name)) ?? ''),
    object: (name) => readerOf(member(name)),
    list: (wrapper, item, decode) =>
      items(wrapper, item)
        .filter(isObject)
        .map((entry) => decode(readerOf(entry))),
    texts: (wrapper, item) =>
      items(wrapper, item)
        .map(textOf)
        .filter((text) => text !== undefined),
    map: (name) => mapOf(member(name)),
    raw: source,
  };
  return reader;
}

/** One page of a list. `totalCount` has no meaning on pages fetched by token (contract 1.6). */
export interface Page<T> {
  items: T[];
  totalCount: number;
  pageNumber: number;
  pageSize: number;
  /** `''` on the last page. */
  nextToken: string;
  requestId: string;
}

/** Adds the paging fields of an answer to its items. `requestId` when the fields sit deeper than it. */
export function pageOf<T>(reader: Reader, items: T[], requestId = reader.text('RequestId')): Page<T> {
  const pageNumber = reader.number('PageNumber') ?? 1;
  const pageSize = reader.number('PageSize') ?? items.length;
  return {
    items,
    totalCount: reader.number('TotalCount') ?? (pageNumber - 1) * pageSize + items.length,
    pageNumber,
    pageSize,
    nextToken: reader.text('NextToken'),
    requestId,
  };
}

/** The page that answers a request for no rows at all; it needs no call. */
export function emptyPage<T>(): Page<T> {
  return { items: [], totalCount: 0, pageNumber: 1, pageSize: 0, nextToken: '', requestId: '' };
}

/** A tag as pages use it. */
export interface Tag {
  key: string;
  value: string;
}

/** `Tags.Tag[]`, in today's spelling or the retired lower-case one. */
export function tagsOf(reader: Reader): Tag[] {
  return reader.list('Tags', 'Tag', (tag) => ({
    key: tag.text('TagKey') || tag.text('Key'),
    value: tag.text('TagValue') || tag.text('Value'),
  }));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'string' && value.trim() === '') return undefined;
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

function mapOf(value: unknown): Record<string, string> {
  const source = typeof value === 'string' ? readJson(value) : value;
  if (!isObject(source)) return {};
  // fromEntries defines members, so that a key like `__proto__` stays an ordinary key.
  return Object.fromEntries(
    Object.entries(source).map(([key, item]) => [key, textOf(item) ?? JSON.stringify(item) ?? '']),
  );
}
