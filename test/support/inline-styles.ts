/** Elements that no browser draws. */
const NOT_DRAWN = 'HEAD SCRIPT STYLE TEMPLATE TITLE META LINK NOSCRIPT DATALIST'.split(' ');
/** Elements of running text; what a browser puts in lines of their own is read with spaces around. */
const IN_LINE = 'A ABBR B BR CODE EM I INS KBD LABEL MARK OUTPUT S SMALL SPAN STRONG SUB SUP TIME'.split(' ');
const NO_STYLE = document.createElement('i').style;

/**
 * Lets `getComputedStyle` tell what an element's attributes say, and nothing else. Tests load no stylesheet, but jsdom
 * matches every rule of the browser's own against every element that a query by role looks at, which was a quarter of the
 * time of all component tests.
 */
export function computeStylesInline(): void {
  window.getComputedStyle = (element) =>
    new Proxy((element as HTMLElement).style ?? NO_STYLE, {
      get(style, name) {
        if (name === 'getPropertyValue') return (property: string) => computed(element, style, property);
        if (name === 'pointerEvents') return computed(element, style, 'pointer-events');
        if (name === 'display' || name === 'visibility') return computed(element, style, name);
        const value: unknown = Reflect.get(style, name, style);
        return typeof value === 'function' ? (value.bind(style) as unknown) : value;
      },
    });
}

function computed(element: Element, style: CSSStyleDeclaration, property: string): string {
  const own = style.getPropertyValue(property);
  if (own !== '' && own !== 'inherit') return own;
  if (property === 'display') return displayOf(element);
  if (property === 'visibility') return inherited(element, property) ?? 'visible';
  if (property === 'pointer-events') return inherited(element, property) ?? 'auto';
  return own;
}

function displayOf(element: Element): string {
  if (!isDrawn(element)) return 'none';
  return IN_LINE.includes(element.tagName) ? 'inline' : 'block';
}

function isDrawn(element: Element): boolean {
  if (NOT_DRAWN.includes(element.tagName) || element.hasAttribute('hidden')) return false;
  if (element.tagName === 'DIALOG') return element.hasAttribute('open');
  return element.tagName !== 'INPUT' || element.getAttribute('type') !== 'hidden';
}

function inherited(element: Element, property: string): string | undefined {
  for (let above = element.parentElement; above; above = above.parentElement) {
    const value = above.hasAttribute('style') ? above.style.getPropertyValue(property) : '';
    if (value !== '' && value !== 'inherit') return value;
  }
  return undefined;
}
