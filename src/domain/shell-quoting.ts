/** A piece of the script that is taken as one opaque token, because its text changes before the shell sees it. */
interface Hole {
  from: number;
  to: number;
}

/**
 * What the reader is inside of. `code` ends at its closing character (none for the script itself); `arithmetic` is
 * code where `#` and `<<` are operators; `expansion` is `${…}`, which keeps the quoting of what is around it.
 */
type Frame =
  | { kind: 'code' | 'arithmetic'; closing: ')' | '`' | '' }
  | { kind: 'double' }
  | { kind: 'expansion'; quoted: boolean };

interface HereDocument {
  delimiter: string;
  quoted: boolean;
  stripTabs: boolean;
}

const WORD_START = new Set(['', ' ', '\t', '\n', '\r', ';', '&', '|', '(', ')', '`']);
const WORD_END = new Set([' ', '\t', '\n', '\r', ';', '&', '|', '<', '>', '(', ')', '`']);
const SCRIPT: Frame = { kind: 'code', closing: '' };

/**
 * Those of `holes` (ascending) that stand outside single and double quotes, comments and here-documents with a quoted
 * delimiter. Reads the script as POSIX sh and bash do, in one pass; what it does not model is the pattern's `)` of
 * a `case` inside `$(…)`. A command substitution inside double quotes starts afresh: `"$(rm {{x}})"` is unquoted.
 */
export function unquotedAmong<T extends Hole>(script: string, holes: readonly T[]): T[] {
  const found: T[] = [];
  const frames: Frame[] = [];
  const pending: HereDocument[] = [];
  let nextHole = 0;
  let at = 0;

  const top = (): Frame => frames.at(-1) ?? SCRIPT;
  const isQuoted = (frame: Frame): boolean =>
    frame.kind === 'double' || (frame.kind === 'expansion' && frame.quoted);

  /** Goes on at `end`; the holes on the way are reported if `unquoted`. */
  const passTo = (end: number, unquoted: boolean): void => {
    for (let hole = holes[nextHole]; hole !== undefined && hole.from < end; hole = holes[nextHole]) {
      if (unquoted) found.push(hole);
      nextHole += 1;
      at = hole.to;
    }
    at = Math.max(at, end);
  };

  const readHereDocuments = (): void => {
    for (const document of pending.splice(0))
      passTo(endOfHereDocument(script, at, document), !document.quoted);
  };

  /** `$…` and backticks, the same inside and outside double quotes. True if there was one. */
  const openExpansion = (frame: Frame): boolean => {
    if (script[at] === '`') {
      if (frame.kind === 'code' && frame.closing === '`') frames.pop();
      else frames.push({ kind: 'code', closing: '`' });
      at += 1;
      return true;
    }
    if (script.startsWith('$((', at)) {
      frames.push({ kind: 'arithmetic', closing: ')' }, { kind: 'arithmetic', closing: ')' });
      at += 3;
    } else if (script.startsWith('$(', at)) {
      frames.push({ kind: 'code', closing: ')' });
      at += 2;
    } else if (script.startsWith('${', at) && holes[nextHole]?.from !== at + 1) {
      frames.push({ kind: 'expansion', quoted: isQuoted(frame) });
      at += 2;
    } else return false;
    return true;
  };

  const readQuoted = (frame: Frame): void => {
    if (openExpansion(frame)) return;
    const character = script[at];
    if (character === '"' && frame.kind === 'double') frames.pop();
    if (character === '}' && frame.kind === 'expansion') frames.pop();
    at += 1;
  };

  const readOperator = (frame: Frame & { kind: 'code' | 'arithmetic' }): void => {
    const character = script[at];
    if (character === '(') {
      const arithmetic = frame.kind === 'arithmetic' || script[at + 1] === '(';
      frames.push({ kind: arithmetic ? 'arithmetic' : 'code', closing: ')' });
    } else if (character === ')' && frame.closing === ')') frames.pop();
    else if (frame.kind === 'code') {
      if (script.startsWith('<<<', at)) at += 2;
      else if (script.startsWith('<<', at)) {
        const document = readDelimiter(script, at + 2);
        if (document !== null) pending.push(document);
        at += 1;
      } else if (character === '#' && WORD_START.has(script[at - 1] ?? '')) {
        passTo(endOfLine(script, at), false);
        return;
      }
    }
    at += 1;
  };

  const readUnquoted = (frame: Frame): void => {
    const character = script[at];
    if (character === "'") return passTo(endOfSingle(script, at + 1), false);
    if (script.startsWith("$'", at)) return passTo(endOfAnsiC(script, at + 2), false);
    if (openExpansion(frame)) return;
    if (character === '"') {
      frames.push({ kind: 'double' });
      at += 1;
    } else if (frame.kind === 'expansion') {
      if (character === '}') frames.pop();
      at += 1;
    } else if (frame.kind !== 'double') readOperator(frame);
  };

  while (at < script.length && nextHole < holes.length) {
    const frame = top();
    const hole = holes[nextHole];
    if (hole !== undefined && at === hole.from) passTo(hole.to, !isQuoted(frame));
    else if (script[at] === '\\') at += holes[nextHole]?.from === at + 1 ? 1 : 2;
    else if (isQuoted(frame)) readQuoted(frame);
    else if (script[at] === '\n') {
      at += 1;
      readHereDocuments();
    } else readUnquoted(frame);
  }
  return found;
}

function endOfLine(script: string, from: number): number {
  const end = script.indexOf('\n', from);
  return end === -1 ? script.length : end;
}

function endOfSingle(script: string, from: number): number {
  const end = script.indexOf("'", from);
  return end === -1 ? script.length : end + 1;
}

/** `$'…'` knows `\'`. */
function endOfAnsiC(script: string, from: number): number {
  let at = from;
  while (at < script.length && script[at] !== "'") at += script[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, script.length);
}

/** The word after `<<`; quoted if any part of it is. Null if there is none on the line. */
function readDelimiter(script: string, from: number): HereDocument | null {
  let at = from;
  const stripTabs = script[at] === '-';
  if (stripTabs) at += 1;
  while (script[at] === ' ' || script[at] === '\t') at += 1;
  let delimiter = '';
  let quoted = false;
  let quote = '';
  for (; at < script.length && script[at] !== '\n'; at += 1) {
    const character = script[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
      else delimiter += character;
    } else if (character === "'" || character === '"') {
      quoted = true;
      quote = character;
    } else if (character === '\\') {
      quoted = true;
      at += 1;
      delimiter += script[at] ?? '';
    } else if (WORD_END.has(character)) break;
    else delimiter += character;
  }
  return delimiter === '' && !quoted ? null : { delimiter, quoted, stripTabs };
}

/** Offset after the line that ends the document, or the script's end: then the shell reads on to it too. */
function endOfHereDocument(script: string, from: number, { delimiter, stripTabs }: HereDocument): number {
  let lineStart = from;
  while (lineStart < script.length) {
    const lineEnd = endOfLine(script, lineStart);
    let textStart = lineStart;
    if (stripTabs) while (script[textStart] === '\t') textStart += 1;
    const textEnd = script[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
    if (textEnd - textStart === delimiter.length && script.startsWith(delimiter, textStart)) {
      return Math.min(lineEnd + 1, script.length);
    }
    lineStart = lineEnd + 1;
  }
  return script.length;
}
