/** Where a text stops being JSON; lines and columns from 1, columns in UTF-16 units. */
export interface JsonPlace {
  line: number;
  column: number;
}

const BLANK = /[ \t\n\r]*/y;
const SCALAR =
  /(?:"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null)/y;
const KEY = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y;

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'next' | 'end';

/**
 * The place from which a text is no JSON; null if all of it is. Agrees with JSON.parse, whose messages have a place in some
 * browsers only. Any depth: it keeps its own stack.
 */
export function jsonFault(text: string): JsonPlace | null {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const afterValue = (): Expected => (open.length === 0 ? 'end' : 'next');

  for (;;) {
    take(BLANK);
    const sign: string | undefined = text[at];
    if (sign === undefined) return expected === 'end' ? null : placeOf(text, at);
    const closes: ']' | '}' | null = expected === 'valueOrEnd' ? ']' : expected === 'keyOrEnd' ? '}' : null;
    if (sign === closes || (expected === 'next' && sign === (open.at(-1) === '{' ? '}' : ']'))) {
      open.pop();
      at++;
      expected = afterValue();
      continue;
    }
    switch (expected) {
      case 'value':
      case 'valueOrEnd':
        if (sign === '{' || sign === '[') {
          open.push(sign);
          at++;
          expected = sign === '{' ? 'keyOrEnd' : 'valueOrEnd';
          continue;
        }
        if (!take(SCALAR)) return placeOf(text, at);
        expected = afterValue();
        continue;
      case 'key':
      case 'keyOrEnd':
        if (!take(KEY)) return placeOf(text, at);
        expected = 'colon';
        continue;
      case 'colon':
        if (sign !== ':') return placeOf(text, at);
        at++;
        expected = 'value';
        continue;
      case 'next':
        if (sign !== ',') return placeOf(text, at);
        at++;
        expected = open.at(-1) === '{' ? 'key' : 'value';
        continue;
      case 'end':
        return placeOf(text, at);
    }
  }
}

function placeOf(text: string, at: number): JsonPlace {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
