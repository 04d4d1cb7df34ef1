/**
 * Every key of the query cache. Keys nest from wide to narrow, so that invalidating `keys.commands.all(region)` re-reads
 * every list and detail of the region's commands.
 */
const topic = <Name extends string>(name: Name) => ({
  all: (region: string) => [name, region] as const,
  list: (region: string, filters: object = {}) => [name, region, 'list', filters] as const,
  detail: (region: string, id: string) => [name, region, 'detail', id] as const,
});

export const keys = {
  commands: topic('commands'),
  invocations: {
    ...topic('invocations'),
    results: (region: string, invokeId: string, filters: object = {}) =>
      ['invocations', region, 'results', invokeId, filters] as const,
  },
  instances: {
    ...topic('instances'),
    status: (region: string, ids: readonly string[]) => ['instances', region, 'status', ids] as const,
    health: (region: string, ids: readonly string[]) => ['instances', region, 'health', ids] as const,
    agents: (region: string, ids: readonly string[]) => ['instances', region, 'agents', ids] as const,
  },
  tags: topic('tags'),
  account: {
    all: (region: string) => ['account', region] as const,
    attributes: (region: string) => ['account', region, 'attributes'] as const,
  },
  regions: {
    all: () => ['regions'] as const,
    list: (language: string) => ['regions', 'list', language] as const,
    zones: (region: string, language: string) => ['regions', 'zones', region, language] as const,
  },
} as const;
