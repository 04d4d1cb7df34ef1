/** The seven health values, worst news first only after `OK`: the order of the manual's table (4.2). */
export const HEALTH_STATUSES = [
  'OK',
  'Impaired',
  'Warning',
  'Maintaining',
  'Initializing',
  'InsufficientData',
  'NotApplicable',
] as const;
export type HealthStatus = (typeof HEALTH_STATUSES)[number];

const BY_LOWER_CASE = new Map(HEALTH_STATUSES.map((status) => [status.toLowerCase(), status]));

/**
 * Reads a health value as the API sends it, without regard to case: the manual writes `OK`, the wire `Ok`
 * (contract 3). `null` for a value this console does not know, which is then shown as it came.
 */
export function parseHealth(wire: string): HealthStatus | null {
  return BY_LOWER_CASE.get(wire.trim().toLowerCase()) ?? null;
}
