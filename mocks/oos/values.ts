import { invalid } from './refusal';

export type Values = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON object inside one text; an empty one for no text. Throws InvalidParameter naming it. */
export function readObject(text: string | undefined, name: string): Values {
  if (text === undefined || text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // falls through to the refusal below
  }
  throw invalid(name, 'a JSON object is expected');
}

/** A member that is an object, or one written as text, as templates hand them on. */
export function objectIn(value: unknown, name: string): Values {
  if (isObject(value)) return value;
  return typeof value === 'string' ? readObject(value, name) : refuse(name, 'an object is expected');
}

export function textIn(value: unknown, name: string): string {
  return typeof value === 'string' ? value : refuse(name, 'a text is expected');
}

export function wholeNumberIn(value: unknown, name: string): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isInteger(number)) return number;
  return refuse(name, 'a whole number is expected');
}

export function booleanIn(value: unknown, name: string): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  return refuse(name, 'true or false is expected');
}

export function textsIn(value: unknown, name: string): string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  return refuse(name, 'a list of texts is expected');
}

export function refuse(name: string, why: string): never {
  throw invalid(name, why);
}

/** Refuses members that nobody knows. */
export function refuseUnknown(values: Values, known: readonly string[], name: string): void {
  const other = Object.keys(values).find((key) => !known.includes(key));
  if (other !== undefined) refuse(`${name}.${other}`, 'there is no such member');
}
