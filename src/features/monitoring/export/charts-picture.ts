/** Properties that a drawing takes from the page's style sheet. */
const DRAWN = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'visibility',
] as const;

const SCALE = 2;
const MARGIN = 24;
const GAP = 28;
const TITLE = 34;
const CAPTION = 22;

/** The charts of a page as one PNG in the colours of the theme. Rejects when the browser cannot draw it. */
export async function chartsPicture(board: HTMLElement, title: string): Promise<Blob> {
  const figures = [...board.querySelectorAll<HTMLElement>('figure[data-chart]')].flatMap((figure) => {
    const drawing = figure.querySelector<SVGSVGElement>('svg.recharts-surface');
    const caption = figure.querySelector('figcaption');
    return drawing && caption ? [{ drawing, caption }] : [];
  });
  const [first] = figures;
  if (!first) throw new Error('There is no chart to draw.');
  const { width, height } = first.drawing.getBoundingClientRect();
  const columns = Math.min(3, figures.length);
  const rows = Math.ceil(figures.length / columns);
  const canvas = document.createElement('canvas');
  canvas.width = SCALE * (2 * MARGIN + columns * width + (columns - 1) * GAP);
  canvas.height = SCALE * (2 * MARGIN + TITLE + rows * (height + CAPTION + GAP) - GAP);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gives no canvas.');
  const style = getComputedStyle(document.documentElement);
  context.scale(SCALE, SCALE);
  context.fillStyle = style.backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = style.color;
  context.font = `600 16px ${style.fontFamily}`;
  context.fillText(title, MARGIN, MARGIN + 14);
  context.font = `600 13px ${style.fontFamily}`;
  for (const [index, { drawing, caption }] of figures.entries()) {
    const left = MARGIN + (index % columns) * (width + GAP);
    const top = MARGIN + TITLE + Math.floor(index / columns) * (height + CAPTION + GAP);
    const words = [...caption.querySelectorAll(':is(h2, h3), :is(h2, h3) + span')].map(
      (part) => part.textContent,
    );
    context.fillText(words.join('  '), left, top + 12, width);
    context.drawImage(await imageOf(drawing, width, height), left, top + CAPTION, width, height);
  }
  return await new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture.'))),
      'image/png',
    );
  });
}

async function imageOf(drawing: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const copies = copy.querySelectorAll<SVGElement>('*');
  for (const [index, original] of [...drawing.querySelectorAll<SVGElement>('*')].entries()) {
    const style = getComputedStyle(original);
    for (const name of DRAWN) copies[index]?.style.setProperty(name, style.getPropertyValue(name));
  }
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}
