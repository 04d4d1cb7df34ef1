/** How the list of instance types is narrowed, in the address. */
export interface StockAddress {
  text: string;
  cores: number | null;
  /** GiB. */
  memory: number | null;
  inStockOnly: boolean;
}

export function readStockAddress(params: URLSearchParams): StockAddress {
  const whole = (name: string) => {
    const value = Number(params.get(name) ?? NaN);
    return Number.isInteger(value) && value > 0 ? value : null;
  };
  return {
    text: params.get('type') ?? '',
    cores: whole('cores'),
    memory: whole('memory'),
    inStockOnly: params.get('stock') === 'in',
  };
}

/** The same address with another choice; what else it says stays. */
export function writeStockAddress(params: URLSearchParams, asked: StockAddress): URLSearchParams {
  const next = new URLSearchParams(params);
  const put = (name: string, value: string) => (value === '' ? next.delete(name) : next.set(name, value));
  put('type', asked.text);
  put('cores', asked.cores === null ? '' : String(asked.cores));
  put('memory', asked.memory === null ? '' : String(asked.memory));
  put('stock', asked.inStockOnly ? 'in' : '');
  return next;
}
