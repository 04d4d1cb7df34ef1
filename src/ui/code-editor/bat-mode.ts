import type { StreamParser } from '@codemirror/language';

const KEYWORDS =
  /^(?:if|else|for|in|do|goto|call|set|setlocal|endlocal|echo|exit|pause|shift|not|exist|defined|errorlevel|equ|neq|lss|leq|gtr|geq|rem|cd|md|rd|del|copy|move|start|title|pushd|popd|type|ver|dir)\b/i;

interface BatState {
  /** True until a command has begun on the line. */
  fresh: boolean;
}

/** Batch files, as much as colours need: comments, labels, strings, variables and the built-in commands. */
export const batMode: StreamParser<BatState> = {
  name: 'bat',
  startState: () => ({ fresh: true }),
  token(stream, state) {
    if (stream.sol()) state.fresh = true;
    if (stream.eatSpace()) return null;
    const fresh = state.fresh;
    state.fresh = false;
    if (fresh && stream.match(/^@?rem\b.*|^::.*/i)) return 'comment';
    if (fresh && stream.match(/^:[\w.-]+/)) return 'labelName';
    if (stream.match(/^"[^"]*"?/)) return 'string';
    if (stream.match(/^%%?~?[a-z]*\d?%?(?:\w+%)?|^![^!\s]+!/i)) return 'variableName';
    if (stream.match(/^\d+\b/)) return 'number';
    if (stream.match(/^[&|()]+/)) {
      state.fresh = true;
      return 'operator';
    }
    if (stream.eat('@')) {
      state.fresh = true;
      return 'operator';
    }
    if (stream.match(KEYWORDS)) return 'keyword';
    if (!stream.match(/^[\w.\\/-]+/)) stream.next();
    return null;
  },
};
