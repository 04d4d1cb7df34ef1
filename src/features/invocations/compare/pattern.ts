/** What to look for in the outputs. */
export interface Pattern {
  text: string;
  /** Whether `text` is a regular expression rather than the text itself. */
  isRegex: boolean;
}

/**
 * The pattern as an expression that finds every place, whatever the case. Expressions that only the older, laxer syntax
 * knows (`\-`) count too. Throws a SyntaxError with the engine's words.
 */
export function compilePattern({ text, isRegex }: Pattern): RegExp {
  const source = isRegex ? text : text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  try {
    return new RegExp(source, 'giu');
  } catch {
    return new RegExp(source, 'gi');
  }
}

/** Why the pattern is no regular expression, in the engine's words without its preface; null when it is one. */
export function patternProblem(pattern: Pattern): string | null {
  try {
    compilePattern(pattern);
    return null;
  } catch (error) {
    const { message } = error as SyntaxError;
    return message.replace(/^Invalid regular expression: (?:\/.*\/[a-z]*: )?/s, '');
  }
}

/** Where the expression stands in one line, empty places left out. Offsets in UTF-16 units. */
export function placesIn(line: string, expression: RegExp): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
  // Not matchAll: there are hundreds of thousands of lines, and most have no place.
  expression.lastIndex = 0;
  for (let match = expression.exec(line); match; match = expression.exec(line)) {
    const to = match.index + match[0].length;
    if (match[0] === '') expression.lastIndex = nextCharacter(line, match.index);
    else places.push({ from: match.index, to });
  }
  return places;
}

/** After the character at `index`, which may take two units. */
function nextCharacter(line: string, index: number): number {
  return index + ((line.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);
}
