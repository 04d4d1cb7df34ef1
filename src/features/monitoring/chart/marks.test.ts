import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BandMark, inLanes, laneLook } from './chart-marks';
import { geometryOf, laneTop } from './geometry';
import { marksIn, marksUnder } from './marks-under';

const band = (id: string, from: number, to: number | null): BandMark => ({
  id,
  from,
  to,
  label: id,
  address: `/events/${id}`,
});

describe('bands of one time', () => {
  it('G6: stand in lanes of their own, each with a look of its own', () => {
    const [first, second, third, later] = inLanes([
      band('c', 40, null),
      band('a', 0, 60),
      band('b', 30, 80),
      band('d', 70, 90),
    ]);
    expect([first, second, third, later].map((one) => `${one!.id}${one!.lane}`)).toEqual([
      'a0',
      'b1',
      'c2',
      'd0',
    ]);
    const looks = [0, 1, 2, 3].map((lane) => laneLook(lane));
    expect(new Set(looks.map(({ colour }) => colour)).size).toBe(4);
    expect(new Set(looks.map(({ dash }) => dash)).size).toBe(4);
  });

  it('G6: never share a lane while both go on', () => {
    const bands = fc.array(
      fc
        .tuple(fc.nat(100), fc.option(fc.nat(30)))
        .map(([from, length]) => band('', from, length === null ? null : from + length)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(bands, (some) => {
        const laid = inLanes(some);
        expect(laid).toHaveLength(some.length);
        for (const [index, one] of laid.entries()) {
          for (const other of laid.slice(index + 1)) {
            const overlap = (one.to ?? Infinity) > other.from || one.from === other.from;
            if (overlap) expect(one.lane).not.toBe(other.lane);
          }
        }
      }),
    );
  });
});

describe('what is pressed on a chart', () => {
  const geometry = geometryOf({ width: 142, height: 132 }, { from: 0, to: 100 }, 10);
  const marks = {
    begin: null,
    points: [
      { id: 'run 1', at: 50, label: 'deploy', to: '/runs/1' },
      { id: 'run 2', at: 52, label: 'check', to: '/runs/2' },
    ],
    bands: inLanes([band('a', 20, 60), band('b', 40, 80)]),
  };
  const at = (time: number, y: number) => ({ x: geometry.x(time), y });
  const pressed = (time: number, y: number) =>
    marksUnder(at(time, y), marks, geometry).map(({ label }) => label);

  it('G6: is every band of the place, or the one whose strip it is', () => {
    expect(pressed(50, 60)).toEqual(['a', 'b']);
    expect(pressed(30, 60)).toEqual(['a']);
    expect(pressed(50, laneTop(0) + 1)).toEqual(['a']);
    expect(pressed(50, laneTop(1) + 1)).toEqual(['b']);
    expect(pressed(90, 60)).toEqual([]);
    expect(pressed(50, geometry.bottom + 12)).toEqual([]);
  });

  it('G6: is every run near the place, the nearest first', () => {
    expect(pressed(52, geometry.bottom)).toEqual(['check', 'deploy']);
    expect(pressed(50, geometry.bottom)).toEqual(['deploy', 'check']);
  });

  it('G6: by keys it is what the period under the cursor has', () => {
    const inPeriod = (from: number, to: number) => marksIn(marks, { from, to }).map(({ label }) => label);
    expect(inPeriod(50, 51)).toEqual(['deploy', 'a', 'b']);
    expect(inPeriod(60, 61)).toEqual(['b']);
    expect(inPeriod(90, 91)).toEqual([]);
  });
});
