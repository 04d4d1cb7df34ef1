/** Things of several regions, sorted into them in the order the regions first come. */
export function byRegion<Row extends { region: string }>(rows: readonly Row[]): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.region);
    if (group) group.push(row);
    else groups.set(row.region, [row]);
  }
  return [...groups];
}
