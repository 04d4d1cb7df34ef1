import {
  BATCH_PAUSES,
  type BatchPause,
  MOST_LOOP_ITEMS,
  type RateControl,
  readShare,
  type Share,
} from '@/domain/rate-control';

/** How the engine is to go about a run, as the form has it. */
export interface EngineSettings {
  mode: RateControl['mode'];
  /** Running at once: a number or a percentage. */
  concurrency: string;
  /** Sizes of the batches, with commas between them. */
  batches: string;
  pause: BatchPause;
  /** Failed instances that are tolerated: a number or a percentage. */
  errors: string;
  /** Once more fail: end, or wait for a person to decide about each. */
  onErrors: 'stop' | 'wait';
  /** Role the engine takes; empty: it acts as the caller. */
  role: string;
}

export const ENGINE_DEFAULTS: EngineSettings = {
  mode: 'Batch',
  concurrency: '10',
  batches: '1, 25%',
  pause: 'FirstBatchPause',
  errors: '0',
  onErrors: 'stop',
  role: '',
};

export type EngineField = 'concurrency' | 'batches' | 'errors' | 'role';

/** Names of roles (contract 9); nothing else may become part of a policy. */
const ROLE = /^[A-Za-z0-9.-]{1,64}$/;

function shareFrom(text: string, lowest: number): Share | null {
  const share = readShare(text);
  const number = Number.parseInt(String(share), 10);
  return share !== null && number >= lowest && number <= MOST_LOOP_ITEMS ? share : null;
}

function sizesFrom(text: string): Share[] | null {
  const sizes = text
    .split(/[,;，、\s]+/)
    .filter((part) => part !== '')
    .map((part) => shareFrom(part, 1));
  return sizes.length > 0 && sizes.every((size) => size !== null) ? sizes : null;
}

/** Within a batch the engine takes a number only (contract OOS 4.1). */
function isBadConcurrency({ mode, concurrency }: EngineSettings): boolean {
  const share = shareFrom(concurrency, 1);
  return share === null || (mode === 'Batch' && typeof share !== 'number');
}

/** The fields that hold nothing that can be used; those that do not count now are not looked at. */
export function badEngineFields(settings: EngineSettings): EngineField[] {
  const { mode, role } = settings;
  return [
    ...(isBadConcurrency(settings) ? (['concurrency'] as const) : []),
    ...(mode === 'Batch' && sizesFrom(settings.batches) === null ? (['batches'] as const) : []),
    ...(shareFrom(settings.errors, 0) === null ? (['errors'] as const) : []),
    ...(role.trim() !== '' && !ROLE.test(role.trim()) ? (['role'] as const) : []),
  ];
}

/** What the settings come to; null while a field is bad. */
export function rateControlOf(settings: EngineSettings): RateControl | null {
  if (badEngineFields(settings).length > 0) return null;
  const { mode, concurrency, batches, pause } = settings;
  const maxErrors = shareFrom(settings.errors, 0) ?? 0;
  const atOnce = shareFrom(concurrency, 1) ?? 1;
  if (mode === 'Concurrency') return { mode, concurrency: atOnce, maxErrors };
  return {
    mode,
    batches: sizesFrom(batches) ?? [],
    concurrencyInBatches: typeof atOnce === 'number' ? [atOnce] : [],
    pause,
    maxErrors,
  };
}

export function isEngineSettings(value: unknown): value is EngineSettings {
  if (typeof value !== 'object' || value === null) return false;
  const kept = value as Record<string, unknown>;
  return (
    Object.keys(ENGINE_DEFAULTS).every((key) => typeof kept[key] === 'string') &&
    (kept['mode'] === 'Batch' || kept['mode'] === 'Concurrency') &&
    (kept['onErrors'] === 'stop' || kept['onErrors'] === 'wait') &&
    BATCH_PAUSES.some((pause) => pause === kept['pause'])
  );
}
