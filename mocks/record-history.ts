import type { Execution, Invocation, Periodic } from './run-record';
import { type NumberSet, numberSet } from './number-set';
import { firingsOn, recordOf } from './periodic';
import type { Scene } from './periodic';

/** A long list of records that makes only those asked for. */
export interface RecordList {
  readonly length: number;
  slice(start: number, end: number): Execution[];
  /** −1: not in it. */
  indexOf(instanceId: string, repeat: number): number;
}

export function listOf(records: readonly Execution[]): RecordList {
  return {
    length: records.length,
    slice: (start, end) => records.slice(start, end),
    indexOf: (instanceId, repeat) =>
      records.findIndex((record) => record.instanceId === instanceId && record.repeat === repeat),
  };
}

/**
 * Records of a periodic run, the newest firing first, its instances in the run's order: all, or of each instance those of
 * some firings. A page costs the same however many firings there were: which record stands where follows from how many each
 * instance has.
 */
export function historyOf(
  invocation: Invocation,
  periodic: Periodic,
  instanceIds: readonly string[],
  scene: Scene,
  numbersOn = (instanceId: string) => allFirings(periodic, instanceId, scene.now),
): RecordList {
  const entries = instanceIds.map((instanceId) => ({ instanceId, firings: numbersOn(instanceId) }));
  const newest = entries.reduce((most, { firings }) => Math.max(most, firings.last), 0);
  /** Records of firings after `number`. */
  const after = (number: number) => entries.reduce((sum, { firings }) => sum + firings.above(number), 0);
  const having = (number: number) => entries.filter(({ firings }) => firings.has(number));
  const length = after(0);

  /** The firing of the record at an index: the earliest with no more records after it than that. */
  function firingAt(index: number): number {
    let low = 1;
    let high = newest;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (after(middle) <= index) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  return {
    length,
    slice(start, end) {
      const records: Execution[] = [];
      const wanted = Math.min(end, length) - start;
      while (records.length < wanted) {
        const index = start + records.length;
        const number = firingAt(index);
        const dueAt = periodic.schedule.fire(number) ?? scene.now;
        const skip = index - after(number);
        for (const { instanceId } of having(number).slice(skip, skip + wanted - records.length)) {
          records.push(recordOf(invocation, periodic, instanceId, number, scene, dueAt));
        }
      }
      return records;
    },
    indexOf(instanceId, repeat) {
      const place = having(repeat).findIndex((entry) => entry.instanceId === instanceId);
      return place < 0 || repeat < 1 ? -1 : after(repeat) + place;
    },
  };
}

function allFirings(periodic: Periodic, instanceId: string, now: number): NumberSet {
  const { first, last } = firingsOn(periodic, instanceId, now);
  return numberSet(last < first ? [] : [[first, last]]);
}

/** Lists one after another. */
export function joined(lists: readonly (RecordList & { invokeId: string })[]): {
  length: number;
  slice(start: number, end: number): Execution[];
  indexOf(invokeId: string, instanceId: string, repeat: number): number;
} {
  return {
    length: lists.reduce((sum, list) => sum + list.length, 0),
    slice(start, end) {
      const records: Execution[] = [];
      let from = 0;
      for (const list of lists) {
        if (from >= end) break;
        if (from + list.length > start)
          records.push(...list.slice(Math.max(0, start - from), Math.min(list.length, end - from)));
        from += list.length;
      }
      return records;
    },
    indexOf(invokeId, instanceId, repeat) {
      let from = 0;
      for (const list of lists) {
        const index = list.invokeId === invokeId ? list.indexOf(instanceId, repeat) : -1;
        if (index >= 0) return from + index;
        from += list.length;
      }
      return -1;
    },
  };
}
