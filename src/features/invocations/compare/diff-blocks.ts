import type { DiffRow } from './diff-lines';

/** Rows in a stretch: changes with what stands around them, or a run of equal lines that is folded. */
export interface DiffBlock {
  kind: 'shown' | 'folded';
  rows: DiffRow[];
}

/** Equal lines kept before and after a change. */
const CONTEXT = 2;
/** Folding fewer lines than this saves nothing. */
const LEAST_FOLDED = 3;

/** Folds the equal lines that are not near a change. */
export function diffBlocks(rows: readonly DiffRow[]): DiffBlock[] {
  const near = rows.map(() => false);
  for (const [at, { kind }] of rows.entries()) {
    if (kind !== 'equal') near.fill(true, Math.max(0, at - CONTEXT), at + CONTEXT + 1);
  }
  const blocks: DiffBlock[] = [];
  for (const [at, row] of rows.entries()) {
    const kind = near[at] ? 'shown' : 'folded';
    const last = blocks.at(-1);
    if (last?.kind === kind) last.rows.push(row);
    else blocks.push({ kind, rows: [row] });
  }
  return blocks.map((block) => (block.rows.length < LEAST_FOLDED ? { ...block, kind: 'shown' } : block));
}

/** A block as far as it is rendered. */
export interface ShownBlock {
  /** Of the block in the whole. */
  index: number;
  isFolded: boolean;
  rows: readonly DiffRow[];
}

/** The blocks with at most `limit` rows rendered, and how many rows are left. Folded blocks keep theirs, unrendered. */
export function shownBlocks(
  blocks: readonly DiffBlock[],
  unfolded: ReadonlySet<number>,
  limit: number,
): { shown: ShownBlock[]; left: number } {
  const shown: ShownBlock[] = [];
  let room = limit;
  for (const [index, { kind, rows }] of blocks.entries()) {
    const isFolded = kind === 'folded' && !unfolded.has(index);
    shown.push({ index, isFolded, rows: isFolded ? rows : rows.slice(0, Math.max(0, room)) });
    if (!isFolded) room -= rows.length;
  }
  return { shown, left: Math.max(0, -room) };
}

/** A row of the side-by-side view; null where one side has nothing. */
export interface SplitRow {
  base: DiffRow | null;
  other: DiffRow | null;
}

/** Sets what was removed beside what was added in its place. */
export function splitRows(rows: readonly DiffRow[]): SplitRow[] {
  const split: SplitRow[] = [];
  let open: SplitRow[] = [];
  for (const row of rows) {
    if (row.kind === 'equal') {
      open = [];
      split.push({ base: row, other: row });
    } else if (row.kind === 'removed') {
      const pair = { base: row, other: null };
      open.push(pair);
      split.push(pair);
    } else {
      const pair = open.shift();
      if (pair) pair.other = row;
      else split.push({ base: null, other: row });
    }
  }
  return split;
}
