import {
  type BatchPace,
  type BatchRules,
  type CanaryGate,
  type CanaryShare,
  splitBatches,
  type SplitOptions,
} from '@/domain/batch-plan';
import { ENGINE_DEFAULTS, type EngineSettings, isEngineSettings } from '@/features/engine';

/** How a run is split, as the form has it. */
export interface BatchSettings {
  /** In batches though one call would do. */
  on: boolean;
  /** Instances of a batch as typed; empty: as many as a call takes. */
  size: string;
  canary: boolean;
  canarySize: string;
  unit: CanaryShare['unit'];
  gate: CanaryGate;
  /** Instances that may fail, as typed; empty: any number. */
  failures: string;
  pace: BatchPace;
  /** Who sends the calls. */
  driver: 'browser' | 'engine';
  engine: EngineSettings;
}

export const NO_BATCHES: BatchSettings = {
  on: false,
  size: '',
  canary: false,
  canarySize: '1',
  unit: 'instances',
  gate: 'succeeded',
  failures: '',
  pace: 'afterEnd',
  driver: 'browser',
  engine: ENGINE_DEFAULTS,
};

/** A run as it will be split and by what rules it goes on. */
export interface BatchShape {
  split: SplitOptions;
  rules: BatchRules;
  /** Instances of each batch. */
  sizes: number[];
  /** Instances that go first. */
  canary: number;
}

export type BatchField = 'size' | 'canarySize' | 'failures';

/** The highest value of each field. */
export function highestOf(
  field: BatchField,
  { unit }: BatchSettings,
  perCall: number,
  count: number,
): number {
  if (field === 'size') return perCall;
  return field === 'canarySize' && unit === 'percent' ? 100 : count;
}

function wholeNumber(text: string, low: number, high: number): number | null {
  const trimmed = text.trim();
  const value = Number(trimmed);
  return /^[0-9]{1,6}$/.test(trimmed) && value >= low && value <= high ? value : null;
}

/** The fields that hold no number that can be used; those that do not count now are not looked at. */
export function badFields(
  settings: BatchSettings,
  { perCall, count, scheduled }: { perCall: number; count: number; scheduled: boolean },
): BatchField[] {
  const high = (field: BatchField) => highestOf(field, settings, perCall, count);
  const isBad = (field: BatchField, low: number) => wholeNumber(settings[field], low, high(field)) === null;
  return [
    ...(settings.size.trim() !== '' && isBad('size', 1) ? (['size'] as const) : []),
    ...(!scheduled && settings.canary && isBad('canarySize', 1) ? (['canarySize'] as const) : []),
    ...(!scheduled && settings.failures.trim() !== '' && isBad('failures', 0) ? (['failures'] as const) : []),
  ];
}

/**
 * What the settings come to for these instances. The batches of a schedule never end, so that nothing can be waited for:
 * they go out one after the other at once.
 */
export function shapeOf(
  settings: BatchSettings,
  instanceIds: readonly string[],
  { perCall, scheduled }: { perCall: number; scheduled: boolean },
): BatchShape {
  const { size, canary, canarySize, unit, gate, failures, pace } = settings;
  const hasCanary = canary && !scheduled;
  const split: SplitOptions = {
    perCall,
    batchSize: size.trim() === '' ? null : Number(size),
    canary: hasCanary ? { unit, value: Number(canarySize) } : null,
  };
  const parts = splitBatches(instanceIds, split);
  return {
    split,
    rules: {
      gate: hasCanary ? gate : null,
      maxFailures: scheduled || failures.trim() === '' ? null : Number(failures),
      pace: scheduled ? 'atOnce' : pace,
    },
    sizes: parts.map((part) => part.instanceIds.length),
    canary: parts.filter((part) => part.canary).reduce((sum, part) => sum + part.instanceIds.length, 0),
  };
}

export function isBatchSettings(value: unknown): value is BatchSettings {
  if (typeof value !== 'object' || value === null) return false;
  const sample: Record<string, unknown> = { ...NO_BATCHES };
  const kept = value as Record<string, unknown>;
  return (
    Object.keys(sample).every((key) => typeof kept[key] === typeof sample[key]) &&
    isEngineSettings(kept['engine'])
  );
}

/** What the preflight has to know of it; `bad`: a field has to be mended first. */
export function callsOf(shape: BatchShape | null): { calls: number; canary: number; limit: number } | 'bad' {
  if (shape === null) return 'bad';
  const { sizes, canary } = shape;
  return { calls: sizes.length, canary, limit: Math.max(...sizes) };
}
