/** What the page that follows new instances has to know, all of it in its address. */
export interface Followed {
  ids: readonly string[];
  /** How many were asked for. */
  asked: number;
  /** When they were asked for, epoch ms, whole seconds. */
  since: number;
}

const SECOND = 1000;

/** Addresses of the pages that make instances. */
export function creationPaths(region: string) {
  const home = `/${encodeURIComponent(region)}/instances`;
  return {
    instances: home,
    instance: (instanceId: string) => `${home}/${encodeURIComponent(instanceId)}`,
    create: `${home}/create`,
    /** What is missing of an earlier request, made elsewhere. */
    createMissing: (firstId: string, amount: number) =>
      `${home}/create?again=${encodeURIComponent(firstId)}&amount=${amount}`,
    progress: ({ ids, asked, since }: Followed) =>
      `${home}/create/progress?ids=${ids.map(encodeURIComponent).join(',')}&asked=${asked}&since=${Math.floor(since / SECOND)}`,
  };
}

const MOST_IDS = 100;

/** What an address of the progress page says; null when it names no instances. */
export function followedOf(params: URLSearchParams): Followed | null {
  const ids = [...new Set((params.get('ids') ?? '').split(',').filter(Boolean))].slice(0, MOST_IDS);
  if (ids.length === 0) return null;
  const since = Number(params.get('since'));
  const asked = Number(params.get('asked'));
  return {
    ids,
    asked: Number.isInteger(asked) && asked >= ids.length ? Math.min(asked, MOST_IDS) : ids.length,
    since: Number.isFinite(since) ? since * SECOND : 0,
  };
}
