import type { WorldInstance } from '../world/instance';
import type { LoadSource } from './load-source';
import type { MinuteLoad } from './minute';
import type { Column } from './periods';

/** CPU credits that burstable types earn in a minute; one credit is one vCPU at 100 % for a minute. */
const EARNED: Readonly<Record<string, number>> = { 'ecs.t5-lc1m1.small': 0.1, 'ecs.t6-c1m2.large': 0.4 };
const DAY = 1440;
const DECIMALS = 3;

/** The credit columns of a burstable instance, for reading minutes from `first` on in order; none for other types. */
export function creditColumns(instance: WorldInstance, source: LoadSource, first: number): Column[] {
  const earned = EARNED[instance.instanceType];
  if (earned === undefined) return [];
  const spent = (load: MinuteLoad) => (load.cpu / 100) * source.profile.vcpus;
  return [
    { name: 'CPUCreditUsage', of: spent, combine: 'sum', decimals: DECIMALS },
    {
      name: 'CPUCreditBalance',
      of: balance(source, earned, spent, first),
      combine: 'last',
      decimals: DECIMALS,
    },
    { name: 'CPUAdvanceCreditBalance', of: () => 0, combine: 'last' },
    { name: 'CPUNotpaidSurplusCreditUsage', of: () => 0, combine: 'sum' },
  ];
}

/**
 * Credits saved: at most those of a day. Whoever asks for whatever span must see the same, so a minute's balance is what is
 * left when the UTC day before it began with all that can be saved.
 */
function balance(
  source: LoadSource,
  earned: number,
  spent: (load: MinuteLoad) => number,
  first: number,
): (load: MinuteLoad, minute: number) => number {
  const most = earned * DAY;
  let day = Math.floor(first / DAY);
  let sinceYesterday = most;
  let sinceToday = most;
  const advance = (load: MinuteLoad, minute: number): number => {
    const today = Math.floor(minute / DAY);
    if (today !== day) {
      sinceYesterday = today === day + 1 ? sinceToday : most;
      sinceToday = most;
      day = today;
    }
    const change = earned - spent(load);
    sinceYesterday = Math.min(most, Math.max(0, sinceYesterday + change));
    sinceToday = Math.min(most, Math.max(0, sinceToday + change));
    return sinceYesterday;
  };
  day -= 1;
  source.eachMinute(day * DAY, first, advance);
  return advance;
}
