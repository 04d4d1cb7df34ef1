/**
 * What a JSON text says; undefined for anything else. Half a surrogate pair, which only an escape can carry, reads as U+FFFD: it
 * has no UTF-8 form, and encodeURIComponent would throw where an ID becomes part of an address.
 */
export function readJson(text: string): unknown {
  try {
    return SURROGATE.test(text) ? JSON.parse(text, wellFormed) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

const SURROGATE = /\\u[dD][89a-fA-F]/;

function wellFormed(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}
