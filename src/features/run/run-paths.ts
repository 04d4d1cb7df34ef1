const INSTANCES = 'instances';
/** More of them make an address that servers refuse on a reload; the choice is kept in the tab only. */
export const MOST_IN_ADDRESS = 100;
const CRON = 'cron';
const FROM = 'from';
const OWN = [CRON, FROM];

/** What the run sheet is opened with from elsewhere. */
export interface RunPrefill {
  instances?: readonly string[];
  /** A record whose parameters are used again. Its ID, not the values: they may be secrets, and addresses are kept. */
  from?: string;
  /** By a schedule, not at once. */
  cron?: string;
}

/** The address of the run sheet with these choices made: `?instances=i-1,i-2&cron=…&from=t-1`. */
export function runAddress(region: string, commandId: string, prefill: RunPrefill = {}): string {
  const query = new URLSearchParams();
  if (prefill.cron) query.set(CRON, prefill.cron);
  if (prefill.from) query.set(FROM, prefill.from);
  const search = withInstances(`?${query.toString()}`, prefill.instances ?? []);
  return `/${region}/commands/${encodeURIComponent(commandId)}/run${search}`;
}

/** The address of the sheet for a script that is not saved; with `from` it holds that record's script and values. */
export function scriptAddress(
  region: string,
  { instances = [], from = '' }: Pick<RunPrefill, 'instances' | 'from'> = {},
): string {
  const query = new URLSearchParams(from === '' ? [] : [[FROM, from]]);
  return `/${region}/commands/run-script${withInstances(`?${query.toString()}`, instances)}`;
}

/** What an address asks for besides the instances. */
export interface AskedRun {
  from: string | null;
  cron: string | null;
  /** All of it in one form, `''` for nothing: the same text is the same wish. */
  text: string;
}

export function askedRunOf(search: string): AskedRun {
  const query = new URLSearchParams(search);
  const asked = OWN.flatMap((key) => {
    const value = query.get(key);
    return value ? [[key, value]] : [];
  });
  return {
    from: query.get(FROM) || null,
    cron: query.get(CRON) || null,
    text: new URLSearchParams(asked).toString(),
  };
}

/** The query of the address without anything of the run sheet's. */
export function withoutRun(search: string): string {
  const query = new URLSearchParams(search);
  for (const key of OWN) query.delete(key);
  return withInstances(`?${query.toString()}`, []);
}

/** The instances an address asks for (`?instances=i-1,i-2`), without repetitions. */
export function instancesOf(search: string): string[] {
  const ids = new URLSearchParams(search).get(INSTANCES)?.split(',') ?? [];
  return [...new Set(ids.map((id) => id.trim()).filter((id) => id !== ''))];
}

/** The query of the address with these instances; everything else in it stays. */
export function withInstances(search: string, ids: readonly string[]): string {
  const query = new URLSearchParams(search);
  query.delete(INSTANCES);
  const rest = query.toString();
  const own = ids.length === 0 ? '' : `${INSTANCES}=${ids.map(encodeURIComponent).join(',')}`;
  const all = [rest, own].filter((part) => part !== '').join('&');
  return all === '' ? '' : `?${all}`;
}
