/** `yyyy-MM-ddTHH:mm:ssZ` in UTC (contract 1.5); null becomes the empty string. */
export function wireTime(epochMs: number | null): string {
  return epochMs === null ? '' : `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}

/** `yyyy-MM-ddTHH:mmZ` in UTC, without seconds: commands' and instances' times (contract 1.5). */
export function wireMinute(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 16)}Z`;
}
