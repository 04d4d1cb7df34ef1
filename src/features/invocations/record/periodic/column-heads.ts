import type { Format } from '@/i18n/format';
import type { Fire } from './fires';

export interface ColumnHead {
  number: number;
  /** `14:30`, with seconds when two fires fall into one minute; `#12` when no instance began. */
  time: string;
  day: string;
  /** Whether the column to the left belongs to another day. */
  isNewDay: boolean;
  full: string;
}

const MINUTE_MS = 60_000;

/** The words over the columns: a time each, the day where it changes. */
export function columnHeads(fires: readonly Fire[], format: Format): ColumnHead[] {
  const minutes = fires.map(({ at }) => (at === null ? null : Math.floor(at / MINUTE_MS)));
  const needsSeconds = minutes.some(
    (minute, index) => minute !== null && index > 0 && minute === minutes[index - 1],
  );
  let lastDay = '';
  return fires.map(({ number, at }) => {
    if (at === null) return { number, time: `#${number}`, day: '', isNewDay: false, full: `#${number}` };
    const clock = format.clock(at);
    const day = format.dateTime(at).replace(/\s*\d\d:\d\d$/, '');
    const isNewDay = day !== lastDay;
    lastDay = day;
    return {
      number,
      time: needsSeconds ? clock : clock.replace(/:\d\d$/, ''),
      day,
      isNewDay,
      full: format.full(at),
    };
  });
}
