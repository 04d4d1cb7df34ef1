import {
  BATCH_PAUSES,
  MOST_LOOP_ITEMS,
  type RateControl,
  readShare,
  type Share,
} from '@/domain/rate-control';
import { isObject, refuse, refuseUnknown, wholeNumberIn } from './values';

const MEMBERS = ['Mode', 'Concurrency', 'Batch', 'ConcurrencyInBatches', 'BatchPauseOption', 'MaxErrors'];
const NAME = 'rateControl';

/** The rate control of a request (contract OOS 4.1), or InvalidParameter naming what is wrong. */
export function readRateControl(value: unknown, loopMode: string): RateControl {
  if (!isObject(value)) return refuse(NAME, 'an object is expected');
  refuseUnknown(value, MEMBERS, NAME);
  const maxErrors = shareIn(value['MaxErrors'] ?? 0, 'MaxErrors', 0);
  if (value['Mode'] === 'Concurrency') {
    const concurrency = shareIn(value['Concurrency'] ?? 1, 'Concurrency', 1);
    return { mode: 'Concurrency', concurrency, maxErrors };
  }
  if (value['Mode'] !== 'Batch') return refuse(`${NAME}.Mode`, 'Concurrency or Batch is expected');
  const batches = value['Batch'];
  if (!Array.isArray(batches) || batches.length === 0) return refuse(`${NAME}.Batch`, 'a list is expected');
  const inBatches: unknown = value['ConcurrencyInBatches'] ?? [];
  if (!Array.isArray(inBatches)) return refuse(`${NAME}.ConcurrencyInBatches`, 'a list is expected');
  const option = value['BatchPauseOption'] ?? loopMode;
  const pause = BATCH_PAUSES.find((one) => one === option);
  if (pause === undefined) return refuse(`${NAME}.BatchPauseOption`, 'it is none of those there are');
  return {
    mode: 'Batch',
    batches: batches.map((size: unknown) => shareIn(size, 'Batch', 1)),
    concurrencyInBatches: inBatches.map((size: unknown) => {
      const count = wholeNumberIn(size, `${NAME}.ConcurrencyInBatches`);
      return count >= 1 ? count : refuse(`${NAME}.ConcurrencyInBatches`, 'at least 1 is expected');
    }),
    pause,
    maxErrors,
  };
}

function shareIn(value: unknown, member: string, lowest: number): Share {
  const share = readShare(value);
  const number = share === null ? Number.NaN : Number.parseInt(String(share), 10);
  if (share === null || number < lowest || number > MOST_LOOP_ITEMS)
    return refuse(
      `${NAME}.${member}`,
      `a number from ${lowest} to ${MOST_LOOP_ITEMS} or a percentage is expected`,
    );
  return share;
}
