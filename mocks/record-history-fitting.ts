import { DELIVERY_WINDOW_MS } from './delivery';
import { type AccountNow, instanceTurns } from './instance-turns';
import { type NumberSet, numberSet } from './number-set';
import { firingsOn, recordOf } from './periodic';
import type { Scene } from './periodic';
import type { Execution, Invocation, Periodic } from './run-record';

/**
 * The firings of one instance whose records pass a test of their status. A record that nobody had run is the same for every
 * firing while nothing happens to the instance, so one is looked at for all of them: a month of a schedule costs what
 * happened in it, not how often it fired.
 */
export function fittingFirings(
  invocation: Invocation,
  periodic: Periodic,
  instanceId: string,
  scene: Scene & AccountNow,
  fits: (record: Execution) => boolean,
): NumberSet {
  const { schedule } = periodic;
  const { first: begin, last: end } = firingsOn(periodic, instanceId, scene.now);
  const from = schedule.fire(begin) ?? scene.now;
  const turns = instanceTurns(scene, invocation.regionId, instanceId, from, scene.now);
  // Those before have waited as long as a record waits for an agent.
  const settled = Math.min(end, schedule.count(scene.now - DELIVERY_WINDOW_MS));
  const changes =
    turns === null
      ? numbersFrom(begin, end)
      : [
          ...turns.map((at) => schedule.count(Math.ceil(at) - 1) + 1),
          ...numbersFrom(settled + 1, end),
          ...[...(periodic.begun.get(instanceId)?.keys() ?? [])].flatMap((number) => [number, number + 1]),
        ];
  const firsts = [...new Set([begin, ...changes])]
    .filter((number) => number >= begin && number <= end)
    .sort((a, b) => a - b);
  return numberSet(
    firsts.flatMap((first, index): [number, number][] =>
      fits(recordOf(invocation, periodic, instanceId, first, scene))
        ? [[first, (firsts[index + 1] ?? end + 1) - 1]]
        : [],
    ),
  );
}

const numbersFrom = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last + 1 - first) }, (_, index) => first + index);
