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
    everyHealth: (region: string) => ['instances', region, 'health'] as const,
    everyAgent: (region: string) => ['instances', region, 'agents'] as const,
    /** How far a search through every instance has come; not read anew with the others. */
    walk: (region: string, filters: object) => ['instance walks', region, filters] as const,
    /** How far the installs of agents on these instances have come. */
    installs: (region: string, ids: readonly string[]) => ['instances', region, 'installs', ids] as const,
  },
  /** Runs handed to the cloud's own engine. */
  engineRuns: {
    ...topic('engineRuns'),
    /** The rows of an execution's items, and the runs they made. */
    items: (region: string, executionId: string) => ['engineRuns', region, 'items', executionId] as const,
    runs: (region: string, executionId: string, isWhole: boolean) =>
      ['engineRuns', region, 'runs', executionId, { isWhole }] as const,
    /** Of an execution; it never changes, so it is not read anew with the others. */
    template: (region: string, executionId: string) => ['engine templates', region, executionId] as const,
    rights: (region: string, template: string, role: string) =>
      ['engineRuns', region, 'rights', template, role] as const,
  },
  /** An account's runs in several calls, kept in this browser. */
  batchRuns: (account: string) => ['batchRuns', account] as const,
  tags: topic('tags'),
  /** What can be bought. */
  stock: {
    all: (region: string) => ['stock', region] as const,
    types: (region: string, asked: object) => ['stock', region, 'types', asked] as const,
    disks: (region: string, asked: object) => ['stock', region, 'disks', asked] as const,
  },
  monitoring: {
    all: (region: string) => ['monitoring', region] as const,
    /** What `id`, a thing of a `kind`, measured in a span, epoch ms, averaged over so many seconds. */
    reading: (region: string, kind: string, id: string, span: { from: number; to: number; period: number }) =>
      ['monitoring', region, kind, id, span] as const,
    /** The newest value of a metric on every instance. */
    last: (region: string, metric: string) => ['monitoring', region, 'last', metric] as const,
    /** The instances that the region's pages draw. */
    fleet: (region: string) => ['monitoring', region, 'fleet'] as const,
    /** What is marked on an instance's time axis since a time, epoch ms. */
    marks: (region: string, kind: string, instanceId: string, since: number) =>
      ['monitoring', region, 'marks', kind, instanceId, since] as const,
    disks: (region: string, instanceId: string) => ['monitoring', region, 'disks', instanceId] as const,
    plugIn: (region: string, instanceId: string) => ['monitoring', region, 'plug-in', instanceId] as const,
  },
  events: {
    ...topic('events'),
    /** Those that are not over. */
    pending: (region: string) => ['events', region, 'pending'] as const,
    /** The disks of the instances that a dialog is about, and what becomes of their snapshots. */
    disks: (region: string, instanceIds: readonly string[]) =>
      ['events', region, 'disks', instanceIds] as const,
    snapshots: (region: string, ids: readonly string[]) => ['events', region, 'snapshots', ids] as const,
  },
  /** Contacts and contact groups belong to the account; the region is the one that was asked. */
  contacts: {
    all: (region: string) => ['contacts', region] as const,
    people: (region: string) => ['contacts', region, 'people'] as const,
    groups: (region: string) => ['contacts', region, 'groups'] as const,
  },
  /** Event rules belong to the account too; a detail is where one sends its events. */
  eventRules: topic('event rules'),
  /** Events as CloudMonitor knows them, of all regions. */
  cmsEvents: topic('cms events'),
  metricRules: topic('metric rules'),
  alertLog: topic('alert log'),
  account: {
    all: (region: string) => ['account', region] as const,
    attributes: (region: string) => ['account', region, 'attributes'] as const,
  },
  /** The texts of help in a language. */
  help: (language: string) => ['help', language] as const,
  regions: {
    all: () => ['regions'] as const,
    list: (language: string) => ['regions', 'list', language] as const,
    zones: (region: string, language: string) => ['regions', 'zones', region, language] as const,
  },
} as const;
