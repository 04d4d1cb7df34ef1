import { isBase64 } from '@/domain/base64';

/** Children shown before a press on "more". */
export const CHILDREN_AT_FIRST = 100;
/** Characters of a text shown before a press on "more". */
export const TEXT_AT_FIRST = 400;
const PREVIEW_MEMBERS = 3;
const PREVIEW_LENGTH = 90;
const OPEN_DEPTH = 2;
const ALONE_DEPTH = 5;
const FEW_CHILDREN = 2;

/** Members whose text is Base64 of bytes (contract 4.6, 5, 6). */
const BASE64_MEMBERS: ReadonlySet<string> = new Set(['Output', 'CommandContent', 'Content', 'UserData']);

export type JsonBranch = readonly unknown[] | Readonly<Record<string, unknown>>;

export function isBranch(value: unknown): value is JsonBranch {
  return typeof value === 'object' && value !== null;
}

export function childrenOf(value: JsonBranch): readonly (readonly [string, unknown])[] {
  return Array.isArray(value)
    ? value.map((item, index) => [String(index), item] as const)
    : Object.entries(value);
}

/** Open at first: what is near the top, what is small, and what is the only one of its list, so that rows are read as rows. */
export function isOpenAtFirst(depth: number, value: JsonBranch, siblings: number): boolean {
  return (
    depth < OPEN_DEPTH || (siblings === 1 && depth < ALONE_DEPTH) || childrenOf(value).length <= FEW_CHILDREN
  );
}

/** The first plain members of a closed object in one line; `''` if there are none. */
export function preview(value: JsonBranch): string {
  if (Array.isArray(value)) return '';
  const plain = Object.entries(value)
    .filter(([, item]) => !isBranch(item) && item !== '' && item !== null)
    .slice(0, PREVIEW_MEMBERS)
    .map(([name, item]) => `${name}: ${JSON.stringify(item)}`)
    .join(', ');
  return plain.length > PREVIEW_LENGTH ? `${plain.slice(0, PREVIEW_LENGTH)}…` : plain;
}

/** The bytes' Base64 if a member holds one; null otherwise. */
export function encodedBytes(name: string, text: string): string | null {
  return BASE64_MEMBERS.has(name) && text !== '' && isBase64(text) ? text : null;
}

/** The list or object that a text holds as JSON (`Datapoints`, `Parameters`); null if it holds none. */
export function jsonInside(text: string): JsonBranch | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isBranch(value) && childrenOf(value).length > 0 ? value : null;
  } catch {
    return null;
  }
}
