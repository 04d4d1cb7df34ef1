import { useMemo } from 'react';
import type { RateControl } from '@/domain/rate-control';
import { badEngineFields, type EngineField, rateControlOf } from '@/features/engine';
import { RUN_LIMITS } from '../run-request';
import { badFields, type BatchField, type BatchSettings, type BatchShape, shapeOf } from './batch-settings';

export interface Batching {
  /** The run goes out in several calls. */
  isOn: boolean;
  /** Because one call does not take so many. */
  isNeeded: boolean;
  /** null when it is not on, somebody else drives, or a field is bad. */
  shape: BatchShape | null;
  bad: readonly BatchField[];
  /** The cloud's engine drives; null: this browser. */
  engine: {
    /** null while a field is bad. */ control: RateControl | null;
    bad: readonly EngineField[];
  } | null;
}

/** Whether and how the run is split. */
export function useBatching(
  settings: BatchSettings,
  instanceIds: readonly string[],
  scheduled: boolean,
): Batching {
  const perCall = RUN_LIMITS.instancesPerCall;
  const count = instanceIds.length;
  const isNeeded = count > perCall;
  const isOn = isNeeded || (settings.on && count > 1);
  return useMemo(() => {
    if (isOn && settings.driver === 'engine' && !scheduled) {
      const { engine: own } = settings;
      return {
        isOn,
        isNeeded,
        shape: null,
        bad: [],
        engine: { control: rateControlOf(own), bad: badEngineFields(own) },
      };
    }
    const bad = isOn ? badFields(settings, { perCall, count, scheduled }) : [];
    const shape = isOn && bad.length === 0 ? shapeOf(settings, instanceIds, { perCall, scheduled }) : null;
    return { isOn, isNeeded, shape, bad, engine: null };
  }, [count, instanceIds, isNeeded, isOn, perCall, scheduled, settings]);
}
