/** Pages that entries speak of. */
export const HELP_PAGES = {
  overview: 'overview',
  commands: 'commands',
  newCommand: 'commands/new',
  runScript: 'commands/run-script',
  invocations: 'invocations',
  schedules: 'schedules',
  instances: 'instances',
  createInstances: 'instances/create',
  monitoring: 'monitoring',
  health: 'health',
  alarms: 'alarms',
  contacts: 'alarms/contacts',
  events: 'events',
  allEvents: 'events/all',
  calendar: 'calendar',
  explorer: 'explorer',
  settings: '/settings',
} as const;

export type HelpPage = keyof typeof HELP_PAGES;

/** The address of a page in a region; some belong to none. */
export function pagePath(region: string, page: HelpPage): string {
  const path = HELP_PAGES[page];
  return path.startsWith('/') ? path : `/${encodeURIComponent(region)}/${path}`;
}

/** The address of help, or of one entry of it. */
export function helpPath(region: string, id?: string): string {
  const home = `/${encodeURIComponent(region)}/help`;
  return id === undefined ? home : `${home}/${encodeURIComponent(id)}`;
}
