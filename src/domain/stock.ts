/** How much there is of something to be bought, in order of what is best. */
const STOCK_LEVELS = ['plenty', 'few', 'soldOut', 'discontinued'] as const;
export type StockLevel = (typeof STOCK_LEVELS)[number];

const LEVELS: Readonly<Record<string, StockLevel>> = {
  WithStock: 'plenty',
  ClosedWithStock: 'few',
  WithoutStock: 'soldOut',
  ClosedWithoutStock: 'discontinued',
};

/**
 * What `Status` and `StatusCategory` of DescribeAvailableResource say (contract 6): in stock; in stock, but not filled up
 * again, so that an instance may fail to be made (manual 2.3); sold out for now; sold out for good. Of a category nobody
 * knows the plain status decides.
 */
export function stockLevel({
  Status,
  StatusCategory,
}: {
  Status: string;
  StatusCategory: string;
}): StockLevel {
  const known = Object.hasOwn(LEVELS, StatusCategory) ? LEVELS[StatusCategory] : undefined;
  if (Status === 'SoldOut') return known === 'discontinued' ? 'discontinued' : 'soldOut';
  return known ?? 'plenty';
}

/** Whether anything can be bought. */
export function isInStock(level: StockLevel): boolean {
  return level === 'plenty' || level === 'few';
}
