import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averageKilobits,
  kilobytesPerSecond,
  type Quantity,
  saturationKilobits,
  scaleFor,
  type TrafficUnit,
} from './monitor-units';

describe('units of traffic', () => {
  it.each([
    [1, 125],
    [4, 500],
    [100, 12_500],
  ])('G3: a bandwidth of %i Mbit/s is %i KB/s', (megabits, kilobytes) => {
    expect(kilobytesPerSecond(megabits)).toBe(kilobytes);
  });

  it('G3: 1 Mbit/s is used up at 1024 kbit/s, as the manual counts', () => {
    expect(saturationKilobits(1)).toBe(1024);
  });

  it('G3: traffic of a period as a rate', () => {
    expect(averageKilobits(732, 60)).toBeCloseTo(12.2);
    expect(averageKilobits(36_000, 3600)).toBe(10);
  });

  it.each<[Quantity, number, TrafficUnit, string, number]>([
    ['percent', 63, 'bit', '%', 63],
    ['kilobitRate', 0.8, 'bit', 'bit/s', 800],
    ['kilobitRate', 640, 'bit', 'kbit/s', 640],
    ['kilobitRate', 5120, 'bit', 'Mbit/s', 5.12],
    ['kilobitRate', 1000, 'byte', 'KB/s', 125],
    ['kilobitRate', 10_000, 'byte', 'MB/s', 1.25],
    ['kilobits', 7_875_738, 'bit', 'Gbit', 7.875738],
    ['kilobits', 8000, 'byte', 'MB', 1],
    ['bitRate', 5_120_000, 'bit', 'Mbit/s', 5.12],
    ['bitRate', 1_000_000, 'byte', 'KB/s', 125],
    ['byteRate', 40_960, 'bit', 'KB/s', 40.96],
    ['byteRate', 40_960, 'byte', 'KB/s', 40.96],
    ['operationRate', 9, 'bit', '/s', 9],
    ['operationRate', 12_000, 'bit', 'k/s', 12],
    ['microseconds', 310, 'bit', 'µs', 310],
    ['microseconds', 4100, 'bit', 'ms', 4.1],
    ['microseconds', 2_500_000, 'bit', 's', 2.5],
    ['bytes', 8_589_934_592, 'bit', 'GiB', 8],
    ['packets', 1234, 'bit', '', 1234],
    ['number', 2.5, 'bit', '', 2.5],
  ])('G3: %s %d in %ss is shown in %s', (quantity, value, traffic, unit, shown) => {
    const scale = scaleFor(quantity, value, traffic);
    expect(scale.unit).toBe(unit);
    expect(value / scale.divisor).toBeCloseTo(shown, 6);
  });

  it('G3: a byte is eight bits on whatever scale', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e9, noNaN: true }),
        fc.constantFrom('kilobits', 'kilobitRate', 'bitRate'),
        (value, quantity) => {
          const inBase = (traffic: TrafficUnit) => {
            const { unit, divisor } = scaleFor(quantity, value, traffic);
            const power = ['', 'k', 'm', 'g', 't'].indexOf(
              /^([kmgt])(?=b)/i.exec(unit)?.[1]?.toLowerCase() ?? '',
            );
            return (value / divisor) * 1000 ** power;
          };
          expect(inBase('bit') / inBase('byte')).toBeCloseTo(8, 6);
        },
      ),
    );
  });

  it('G3: nothing to show still has a unit', () => {
    expect(scaleFor('kilobitRate', 0)).toEqual({ unit: 'bit/s', divisor: 0.001 });
    expect(scaleFor('bytes', 0)).toEqual({ unit: 'B', divisor: 1 });
  });
});
