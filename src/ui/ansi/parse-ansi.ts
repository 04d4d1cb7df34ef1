import { readEscape } from './escape';
import { PLAIN, applySgr, styleClass } from './sgr';

/** Characters of one look. `className` is empty for plain text. */
export interface Segment {
  text: string;
  className: string;
}

const CONTROL_CLASS = 'ansi-control';

/** One line as a terminal holds it: cells that a carriage return lets be written again. */
class TerminalLine {
  private characters: string[] = [];
  private looks: string[] = [];
  private column = 0;

  write(character: string, look: string): void {
    this.characters[this.column] = character;
    this.looks[this.column] = look;
    this.column++;
  }
  carriageReturn(): void {
    this.column = 0;
  }
  backspace(): void {
    this.column = Math.max(0, this.column - 1);
  }
  /** Modes of `CSI K`: 0 to the end, 1 from the start, 2 all. */
  erase(mode: number): void {
    if (mode === 0) this.characters.length = this.looks.length = this.column;
    if (mode === 1) this.characters.fill(' ', 0, this.column);
    if (mode === 2) {
      this.characters.fill(' ', 0, this.column);
      this.characters.length = this.looks.length = Math.min(this.column, this.characters.length);
    }
  }
  /** The line as segments; starts the next one. */
  flush(): Segment[] {
    const segments: Segment[] = [];
    let from = 0;
    for (let i = 1; i <= this.characters.length; i++) {
      if (i < this.characters.length && this.looks[i] === this.looks[from]) continue;
      segments.push({ text: this.characters.slice(from, i).join(''), className: this.looks[from] ?? '' });
      from = i;
    }
    this.characters = [];
    this.looks = [];
    this.column = 0;
    return segments;
  }
}

/** A control character made visible: ␀ … ␟, ␡. */
function picture(code: number): string {
  return String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);
}

/**
 * Terminal output as lines of styled text. SGR colours, bold and the like become class names; `\r`, `\b` and
 * erase-in-line act within the line, as for progress bars; every other sequence is dropped; other control characters
 * are shown as pictures. Never throws; takes time linear in the length of `text`.
 */
export function parseAnsi(text: string): { lines: Segment[][] } {
  const lines: Segment[][] = [];
  const line = new TerminalLine();
  let style = PLAIN;
  let look = '';
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const isControl = code < 0x20 || (code >= 0x7f && code <= 0x9f);
    if (!isControl || code === 0x09) {
      const character = String.fromCodePoint(code);
      line.write(character, look);
      at += character.length;
    } else if (code === 0x0a) {
      lines.push(line.flush());
      at++;
    } else if (code === 0x0d || code === 0x08 || code === 0x07) {
      if (code === 0x0d) line.carriageReturn();
      if (code === 0x08) line.backspace();
      at++;
    } else if (code === 0x1b || code >= 0x80) {
      const escape = readEscape(text, at);
      if (escape.kind === 'unknown') line.write(picture(code), CONTROL_CLASS);
      if (escape.kind === 'eraseLine') line.erase(escape.mode);
      if (escape.kind === 'sgr') {
        style = applySgr(style, escape.parameters);
        look = styleClass(style);
      }
      at = escape.kind === 'unknown' ? at + 1 : escape.end;
    } else {
      line.write(picture(code), CONTROL_CLASS);
      at++;
    }
  }
  lines.push(line.flush());
  return { lines };
}
