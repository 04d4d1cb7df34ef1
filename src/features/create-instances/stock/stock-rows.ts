import type { ZoneStock } from '@/api/ecs/stock';
import { isInStock, stockLevel, type StockLevel } from '@/domain/stock';

export interface StockRow {
  instanceType: string;
  /** By zone ID; absent: the zone does not have the type. */
  levels: ReadonlyMap<string, StockLevel>;
}

export interface StockTable {
  zoneIds: readonly string[];
  rows: readonly StockRow[];
}

/** The answer turned: a row per instance type, a column per zone. Types are in the order of their names. */
export function stockTable(zones: readonly ZoneStock[]): StockTable {
  const byType = new Map<string, Map<string, StockLevel>>();
  for (const { ZoneId, Resources } of zones)
    for (const { Type, Supported } of Resources) {
      if (Type !== 'InstanceType') continue;
      for (const item of Supported) {
        const levels = byType.get(item.Value) ?? new Map<string, StockLevel>();
        byType.set(item.Value, levels.set(ZoneId, stockLevel(item)));
      }
    }
  const rows = [...byType].map(([instanceType, levels]) => ({ instanceType, levels }));
  return {
    zoneIds: zones.map(({ ZoneId }) => ZoneId).toSorted(),
    rows: rows.toSorted((a, b) => (a.instanceType < b.instanceType ? -1 : 1)),
  };
}

/** The rows whose type holds the text, and of which some zone has something if only those are wanted. */
export function matchingRows(rows: readonly StockRow[], text: string, inStockOnly: boolean): StockRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(
    ({ instanceType, levels }) =>
      instanceType.toLowerCase().includes(wanted) && (!inStockOnly || [...levels.values()].some(isInStock)),
  );
}

/** The level of a type in a zone; null while not known, or where it is not sold. */
export function levelAt(
  table: StockTable | undefined,
  zoneId: string,
  instanceType: string,
): StockLevel | null {
  return table?.rows.find((row) => row.instanceType === instanceType)?.levels.get(zoneId) ?? null;
}
