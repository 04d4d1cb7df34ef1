export type AnsiColour = 'black' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'grey';

/** How the next characters look. `colour` null is the theme's ink. */
export interface AnsiStyle {
  bold: boolean;
  dim: boolean;
  italic: boolean;
  underline: boolean;
  strike: boolean;
  /** Inverse video, or any background: shown as a tint, so that every colour stays readable. */
  marked: boolean;
  colour: AnsiColour | null;
}

export const PLAIN: AnsiStyle = {
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  strike: false,
  marked: false,
  colour: null,
};

/** White is the ink of a dark terminal: ours follows the theme. */
const COLOURS: readonly (AnsiColour | null)[] = [
  'black',
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  null,
];

/** Applies the parameters of one `CSI … m`; unknown ones change nothing. */
export function applySgr(style: AnsiStyle, parameters: string): AnsiStyle {
  const codes = parameters.split(/[;:]/).map((code) => (code === '' ? 0 : Number(code)));
  let next = style;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? 0;
    if (code === 38 || code === 48) {
      const { colour, used } = extendedColour(codes.slice(i + 1, i + 5));
      next = code === 38 ? { ...next, colour } : { ...next, marked: used > 0 };
      i += used;
    } else {
      next = applyCode(next, code);
    }
  }
  return next;
}

function applyCode(style: AnsiStyle, code: number): AnsiStyle {
  if (code >= 30 && code <= 37) return { ...style, colour: COLOURS[code - 30] ?? null };
  if (code >= 90 && code <= 97) return { ...style, colour: brightColour(code - 90) };
  if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) return { ...style, marked: true };
  switch (code) {
    case 0:
      return PLAIN;
    case 1:
      return { ...style, bold: true };
    case 2:
      return { ...style, dim: true };
    case 3:
      return { ...style, italic: true };
    case 4:
    case 21:
      return { ...style, underline: true };
    case 7:
      return { ...style, marked: true };
    case 9:
      return { ...style, strike: true };
    case 22:
      return { ...style, bold: false, dim: false };
    case 23:
      return { ...style, italic: false };
    case 24:
      return { ...style, underline: false };
    case 27:
    case 49:
      return { ...style, marked: false };
    case 29:
      return { ...style, strike: false };
    case 39:
      return { ...style, colour: null };
    default:
      return style;
  }
}

function brightColour(index: number): AnsiColour | null {
  return index === 0 ? 'grey' : (COLOURS[index] ?? null);
}

/** The rest of `38;5;n` or `38;2;r;g;b`: the nearest of our eight colours, and how many codes it took. */
function extendedColour(codes: readonly number[]): { colour: AnsiColour | null; used: number } {
  const [kind, a = 0, b = 0, c = 0] = codes;
  if (kind === 2 && codes.length >= 4) return { colour: nearest(a, b, c), used: 4 };
  if (kind !== 5 || codes.length < 2) return { colour: null, used: 0 };
  if (a < 8) return { colour: COLOURS[a] ?? null, used: 2 };
  if (a < 16) return { colour: brightColour(a - 8), used: 2 };
  if (a >= 232) return { colour: a < 250 ? 'grey' : null, used: 2 };
  const cube = a - 16;
  const [red, green, blue] = [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6];
  return { colour: nearest(cubeLevel(red), cubeLevel(green), cubeLevel(blue)), used: 2 };
}

/** One of six steps of the 256-colour cube, as 0 to 255. */
function cubeLevel(step: number): number {
  return step === 0 ? 0 : 55 + step * 40;
}

function nearest(red: number, green: number, blue: number): AnsiColour | null {
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  if (most - least < 40) return most > 200 ? null : most > 60 ? 'grey' : 'black';
  const high = (value: number) => value > (most + least) / 2;
  const key = `${high(red) ? 'r' : ''}${high(green) ? 'g' : ''}${high(blue) ? 'b' : ''}`;
  const byParts: Record<string, AnsiColour> = {
    r: 'red',
    g: 'green',
    b: 'blue',
    rg: 'yellow',
    rb: 'magenta',
    gb: 'cyan',
  };
  return byParts[key] ?? null;
}

/** The style as class names of ours; the empty string for plain text. */
export function styleClass(style: AnsiStyle): string {
  if (style === PLAIN) return '';
  const names = [
    style.colour && `ansi-${style.colour}`,
    style.dim && !style.colour && 'ansi-dim',
    style.bold && 'ansi-bold',
    style.italic && 'ansi-italic',
    style.underline && 'ansi-underline',
    style.strike && 'ansi-strike',
    style.marked && 'ansi-inverse',
  ];
  return names.filter(Boolean).join(' ');
}
