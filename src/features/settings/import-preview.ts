/** What an export file holds, counted before it replaces anything. */
export interface ImportPreview {
  commands: number;
  runs: number;
  results: number;
  /** Everything the user did, the above included. */
  acts: number;
  /** Instances in the account. */
  fleet: number;
}

export type ImportProblem = 'notJson' | 'notExport';

const FORMAT = 'ecs-operations-console-demo';

/**
 * Looks into a file that is said to be an export of the demo. Only the outside is checked here, to say something useful
 * before asking; the emulator checks every act when it imports, and refuses the whole file if one is wrong.
 */
export function previewImport(text: string): ImportPreview | ImportProblem {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return 'notJson';
  }
  if (
    !isObject(data) ||
    data['format'] !== FORMAT ||
    !Array.isArray(data['acts']) ||
    !isObject(data['meta'])
  ) {
    return 'notExport';
  }
  const fleet = data['meta']['fleetSize'];
  if (typeof fleet !== 'number') return 'notExport';
  const acts: readonly unknown[] = data['acts'];
  const count = (kind: string) => acts.filter((act) => isObject(act) && act['kind'] === kind).length;
  return {
    commands: count('CommandCreated'),
    runs: count('InvocationCreated'),
    results: count('ExecutionFinished'),
    acts: acts.length,
    fleet,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
