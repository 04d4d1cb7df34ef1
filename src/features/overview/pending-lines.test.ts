import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventItem } from '@/features/events';
import { pendingLines } from './pending-lines';

const events = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => ({ key: `${name}${index}` }) as EventItem);

const told = (underWay: number, soon: number, later: number, room: number) =>
  pendingLines(
    { underWay: events(underWay, 'u'), soon: events(soon, 's'), later: events(later, 'l') },
    room,
  ).map((line) => (line.kind === 'group' ? `${line.group} ${line.count}` : line.event.key));

describe('lines of the pending events', () => {
  it.each([
    [[0, 0, 0], []],
    [
      [0, 2, 0],
      ['soon 2', 's0', 's1'],
    ],
    [
      [9, 9, 9],
      ['underWay 9', 'u0', 'soon 9', 's0', 's1', 'later 9', 'l0'],
    ],
    [
      [4, 1, 0],
      ['underWay 4', 'u0', 'u1', 'u2', 'u3', 'soon 1', 's0'],
    ],
    [
      [0, 0, 9],
      ['later 9', 'l0', 'l1', 'l2', 'l3', 'l4', 'l5'],
    ],
  ] as const)('J3: of %j events under way, soon and later %j are told', ([underWay, soon, later], lines) => {
    expect(told(underWay, soon, later, 7)).toEqual(lines);
  });

  it('J3: every group that has events is there with its first, and no more lines than fit', () => {
    const count = fc.nat(30);
    fc.assert(
      fc.property(count, count, count, fc.integer({ min: 6, max: 20 }), (underWay, soon, later, room) => {
        const lines = told(underWay, soon, later, room);
        expect(lines.length).toBeLessThanOrEqual(room);
        for (const [group, has, first] of [
          ['underWay', underWay, 'u0'],
          ['soon', soon, 's0'],
          ['later', later, 'l0'],
        ] as const) {
          expect(lines.includes(`${group} ${has}`)).toBe(has > 0);
          expect(lines.includes(first)).toBe(has > 0);
        }
      }),
    );
  });
});
