/** `yyyy-MM-ddTHH:mmZ` (or with seconds) in UTC as epoch ms; null when it is neither (contract 1.5). */
export function parseFilterTime(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
