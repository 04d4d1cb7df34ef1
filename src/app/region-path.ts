const FAMILIES = [
  'overview',
  'commands',
  'invocations',
  'engine-runs',
  'schedules',
  'instances',
  'monitoring',
  'health',
  'events',
  'calendar',
] as const;
export type PageFamily = (typeof FAMILIES)[number];

/** The page family of an address, `commands` where there is none. */
export function familyOf(pathname: string): PageFamily {
  const segment = pathname.split('/')[2];
  return FAMILIES.find((family) => family === segment) ?? 'commands';
}

/**
 * The same page family in another region: a command, record or instance does not exist there, so it is the list, and the
 * filters stay behind with the data they filtered.
 */
export function pathInRegion(pathname: string, region: string): string {
  return `/${encodeURIComponent(region)}/${familyOf(pathname)}`;
}
