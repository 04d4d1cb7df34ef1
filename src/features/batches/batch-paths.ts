/** The page of one run in batches. */
export function batchRunPath(region: string, planId: string): string {
  return `/${region}/runs/${encodeURIComponent(planId)}`;
}
