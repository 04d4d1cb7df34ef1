import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffBlocks, shownBlocks, splitRows } from './diff-blocks';
import { diffLines, type DiffRow, MOST_LINES } from './diff-lines';

const textOf = (row: DiffRow) => row.parts.map(({ text }) => text).join('');
const changedOf = (row: DiffRow | undefined) =>
  row?.parts.filter(({ changed }) => changed).map(({ text }) => text);
const lines = fc.array(fc.constantFrom('a', 'b', 'c d', 'c e', '', 'disk 61% used', 'disk 94% used'), {
  maxLength: 30,
});

describe('difference of two outputs', () => {
  it('C7: both outputs can be read back from it, and each line has its number', () => {
    fc.assert(
      fc.property(lines, lines, (base, other) => {
        const { rows, removed, added } = diffLines(base, other);
        const side = (without: DiffRow['kind']) => rows.filter(({ kind }) => kind !== without);
        expect(side('added').map(textOf)).toEqual(base);
        expect(side('removed').map(textOf)).toEqual(other);
        expect(side('added').map((row) => row.base)).toEqual(base.map((_, at) => at + 1));
        expect(side('removed').map((row) => row.other)).toEqual(other.map((_, at) => at + 1));
        expect(rows.filter(({ kind }) => kind === 'removed')).toHaveLength(removed);
        expect(rows.filter(({ kind }) => kind === 'added')).toHaveLength(added);
      }),
    );
  });

  it('C7: marks the words that changed, and a line that has nothing in common as a whole', () => {
    const { rows } = diffLines(
      ['/dev/vdb1 200G 61% /data', '37 files reclaimed'],
      ['/dev/vdb1 200G 94% /data', 'rm: cannot remove'],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['removed', 'removed', 'added', 'added']);
    expect(rows.map((row) => changedOf(row)?.join(''))).toEqual([
      '61',
      '37 files reclaimed',
      '94',
      'rm: cannot remove',
    ]);
  });

  it('C7: outputs with nothing in common end in time and are told as coarse or whole', () => {
    const long = (seed: number) =>
      Array.from({ length: MOST_LINES + 10 }, (_, at) => `line ${(at * seed) % 7919} of ${seed}`);
    const start = performance.now();
    const diff = diffLines(['same', ...long(31)], ['same', ...long(57)]);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(diff.leftOut).toBe(22);
    expect(diff.rows[0]).toMatchObject({ kind: 'equal', base: 1, other: 1 });
    expect(diff.removed).toBe(diff.added);
  });

  it('C7: equal lines away from a change are folded, never lost', () => {
    fc.assert(
      fc.property(lines, lines, (base, other) => {
        const { rows } = diffLines(base, other);
        const blocks = diffBlocks(rows);
        expect(blocks.flatMap((block) => block.rows)).toEqual(rows);
        for (const block of blocks) {
          if (block.kind === 'folded') expect(block.rows.every(({ kind }) => kind === 'equal')).toBe(true);
        }
      }),
    );
    const base = Array.from({ length: 20 }, (_, at) => `line ${at}`);
    const { rows } = diffLines(base, [...base.slice(0, 10), 'new', ...base.slice(10)]);
    expect(diffBlocks(rows).map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ['folded', 8],
      ['shown', 5],
      ['folded', 8],
    ]);
  });

  it('C7: of a long difference a part is rendered, and what is left is counted', () => {
    const { rows } = diffLines(
      [],
      Array.from({ length: 50 }, (_, at) => `line ${at}`),
    );
    const { shown, left } = shownBlocks(diffBlocks(rows), new Set(), 30);
    expect(shown.flatMap((block) => block.rows)).toHaveLength(30);
    expect(left).toBe(20);
    expect(shownBlocks(diffBlocks(rows), new Set(), Infinity).left).toBe(0);
  });

  it('C7: side by side, what was removed stands beside what took its place', () => {
    const { rows } = diffLines(['x 1', 'y 1', 'same'], ['x 2', 'same', 'z']);
    const split = splitRows(rows).map(({ base, other }) => [base && textOf(base), other && textOf(other)]);
    expect(split).toEqual([
      ['x 1', 'x 2'],
      ['y 1', null],
      ['same', 'same'],
      [null, 'z'],
    ]);
  });
});
