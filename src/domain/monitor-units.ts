/**
 * Bits and bytes (manual 4.1, appendix): lower-case b is a bit, upper-case B a byte of 8 bits, K and k a thousand;
 * 1 kbit/s = 1000 bit/s, 1 KB = 8 kbit, hence 1 Mbit/s = 125 KB/s.
 */

const BITS_PER_BYTE = 8;

/** What a bandwidth of so many Mbit/s downloads at best, in KB/s. */
export function kilobytesPerSecond(megabits: number): number {
  return (megabits * 1000) / BITS_PER_BYTE;
}

/**
 * Outgoing traffic at which a bandwidth is used up, in kbit/s. Here the manual counts in 1024: a bandwidth of 1 Mbit/s is
 * full at 1024 kbit/s.
 */
export function saturationKilobits(megabits: number): number {
  return megabits * 1024;
}

/** Traffic of a period in kbit as an average rate in kbit/s (contract 8). */
export function averageKilobits(kilobits: number, periodSeconds: number): number {
  return kilobits / periodSeconds;
}

/**
 * What a number measures: a share in %, traffic in kbit, network rate in bit/s or kbit/s, disk rate in byte/s, operations
 * per second, a delay in µs, sizes in byte, packets, or a plain number.
 */
export type Quantity =
  | 'percent'
  | 'kilobits'
  | 'bitRate'
  | 'kilobitRate'
  | 'byteRate'
  | 'operationRate'
  | 'microseconds'
  | 'bytes'
  | 'packets'
  | 'number';

/** Whether traffic is read in bits, as the service counts it, or in bytes, as programs show downloads. */
export type TrafficUnit = 'bit' | 'byte';

/** A unit for all values of one axis: `value / divisor` is in `unit`. The unit is a symbol, alike in every language. */
export interface Scale {
  unit: string;
  divisor: number;
}

const THOUSANDS = ['', 'k', 'M', 'G', 'T'] as const;
const BYTE_THOUSANDS = ['', 'K', 'M', 'G', 'T'] as const;
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti'] as const;

/** The unit in which the largest value of an axis is read most easily. */
export function scaleFor(quantity: Quantity, largest: number, traffic: TrafficUnit = 'bit'): Scale {
  switch (quantity) {
    case 'percent':
      return { unit: '%', divisor: 1 };
    case 'operationRate':
      return prefixed('/s', largest, 1, THOUSANDS, 1000, 10_000);
    case 'microseconds':
      if (largest >= 1_000_000) return { unit: 's', divisor: 1_000_000 };
      return largest >= 1000 ? { unit: 'ms', divisor: 1000 } : { unit: 'µs', divisor: 1 };
    case 'kilobits':
      return trafficScale('', largest, 1000, traffic);
    case 'kilobitRate':
      return trafficScale('/s', largest, 1000, traffic);
    case 'bitRate':
      return trafficScale('/s', largest, 1, traffic);
    case 'byteRate':
      return trafficScale('/s', largest, BITS_PER_BYTE, traffic === 'bit' ? 'byte' : traffic);
    case 'bytes':
      return prefixed('B', largest, 1, BINARY, 1024);
    case 'packets':
    case 'number':
      return { unit: '', divisor: 1 };
  }
}

/** `bits`: how many bits the value 1 stands for. */
function trafficScale(suffix: string, largest: number, bits: number, traffic: TrafficUnit): Scale {
  return traffic === 'bit'
    ? prefixed(`bit${suffix}`, largest, bits, THOUSANDS, 1000)
    : prefixed(`B${suffix}`, largest, bits / BITS_PER_BYTE, BYTE_THOUSANDS, 1000);
}

/** `size`: how many base units the value 1 stands for. `from`: the smallest number of units that gets a prefix. */
function prefixed(
  base: string,
  largest: number,
  size: number,
  prefixes: readonly string[],
  step: number,
  from = step,
): Scale {
  let power = 0;
  let rest = Math.abs(largest) * size;
  if (rest < from) return { unit: `${prefixes[0]}${base}`, divisor: 1 / size };
  while (rest >= step && power < prefixes.length - 1) {
    rest /= step;
    power += 1;
  }
  return { unit: `${prefixes[power]}${base}`, divisor: step ** power / size };
}
