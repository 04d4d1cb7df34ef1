/** Where in a list one is, as its address says it. */
export interface Paging {
  /** From 1. */
  page: number;
  /** Rows a page. */
  size: number;
}

/** Page and size of an address; what is malformed or not among the sizes reads as the first page and the default. */
export function readPaging(params: URLSearchParams, sizes: readonly number[], defaultSize: number): Paging {
  const page = Number(params.get('page'));
  const size = Number(params.get('size'));
  return {
    page: Number.isSafeInteger(page) && page >= 1 ? page : 1,
    size: sizes.includes(size) ? size : defaultSize,
  };
}

/** The values of page and size; defaults are left out. */
export function pagingValues({ page, size }: Paging, defaultSize: number): Record<'page' | 'size', string> {
  return { page: page > 1 ? String(page) : '', size: size === defaultSize ? '' : String(size) };
}

/** A whole day of an address, `yyyy-MM-dd`; `''` when it names none. */
export function readDay(params: URLSearchParams, name: string): string {
  const text = params.get(name) ?? '';
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}

/** The query of an address with these values, in their order; empty ones are left out. */
export function paramsOf(values: Readonly<Record<string, string | null>>): URLSearchParams {
  const given = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(given);
}
