/** The letter after `g` that leads to a page, by the page's name in the navigation; in the order of the navigation. */
export const GO_KEYS = {
  overview: 'o',
  commands: 'c',
  invocations: 'r',
  // Batches are what it is for.
  'engine-runs': 'b',
  // Its name in the API: Timed.
  schedules: 't',
  instances: 'i',
  monitoring: 'm',
  health: 'h',
  alarms: 'a',
  events: 'e',
  // By days; c and a are taken.
  calendar: 'd',
  explorer: 'x',
  settings: 's',
} as const;

type GoPage = keyof typeof GO_KEYS;
export const GO_PAGES = Object.keys(GO_KEYS) as GoPage[];

/** Where `g` and this letter lead; null: nowhere. */
export function pathFor(key: string, region: string): string | null {
  const page = GO_PAGES.find((name) => GO_KEYS[name] === key);
  if (!page) return null;
  return page === 'settings' ? '/settings' : `/${region}/${page}`;
}
