import type { WorldInstance } from '../world/instance';
import { Draws, hash32, mix32 } from '../world/random';
import type { Part } from './cast';
import type { EventPlan } from './plan';

/** What a series needs to know of the account. */
export interface Stage {
  seed: number;
  bornAt: number;
  idPrefix(regionId: string): string;
  /** The instance of a roster; undefined when the fleet is too small to have it. */
  instance(part: Part): WorldInstance | undefined;
  /** Running instances beyond the region's roster: those a grown fleet has more. */
  grown(regionId: string): readonly WorldInstance[];
  /** Running roster instances whose life no other series touches. */
  steady(regionId: string): readonly WorldInstance[];
}

/**
 * Events that come again and again: slot `n` begins at `bornAt + phase + n × period` and has the plans `make` gives. Counted
 * from the account's birth, so that every demo begins with the same picture. Until then they are sparse; from then on some
 * event of every type is always open.
 */
export interface Series {
  name: string;
  period: number;
  phase: number;
  /** Whether the slot has plans for the region at all: asked first, for all slots of all series. */
  concerns(number: number, regionId: string): boolean;
  /** Plans of the region; asked only for slots that concern it. Nothing when the fleet lacks the instance. */
  make(slot: Slot, stage: Stage, regionId: string): EventPlan[];
}

export interface Slot {
  number: number;
  /** World epoch ms. */
  at: number;
  draws: Draws;
  eventId(regionId: string, index?: number): string;
}

export function slotOf(series: Series, number: number, stage: Stage): Slot {
  const seed = hash32(`${stage.seed}/event/${series.name}`);
  const at = Math.floor((stage.bornAt + series.phase + number * series.period) / 1000) * 1000;
  const named = (index: number) => {
    const draws = new Draws(mix32(seed ^ Math.imul(number * 64 + index + 1, 0x9e3779b1)));
    const part = () =>
      Math.floor(draws.next() * 36 ** 6)
        .toString(36)
        .padStart(6, '0');
    return part() + part() + (index + number * 64 + 36 ** 4 * 8).toString(36).slice(-5);
  };
  return {
    number,
    at,
    draws: new Draws(mix32(seed ^ Math.imul(number + 1, 0x85ebca6b))),
    eventId: (regionId, index = 0) => `e-${stage.idPrefix(regionId)}${named(index)}`,
  };
}

/** Goes round a list, backwards too. */
export const pick = <T>(list: readonly T[], number: number): T | undefined =>
  list.length === 0 ? undefined : list[((number % list.length) + list.length) % list.length];

/** Whether a slot would happen in an ordinary account: one in `sparse`. */
export const isOrdinary = (number: number, sparse: number) => number % sparse === 0;

/** Whether a slot happens: every one since the account was born, before that the ordinary ones. */
export const happens = (number: number, sparse: number) => number >= -1 || isOrdinary(number, sparse);
