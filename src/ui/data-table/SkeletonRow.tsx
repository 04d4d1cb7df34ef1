import { memo } from 'react';
import { Skeleton } from '../Skeleton';
import type { Column } from './column';

interface SkeletonRowProps<Row> {
  columns: readonly Column<Row>[];
  hasCheck: boolean;
  hasMenu: boolean;
  /** From 0: which of the lengths it has. */
  look: number;
}

const GROWING = ['84%', '62%', '96%', '74%'];

/** The lengths take turns, so that the rows look like text. */
export const lookOf = (index: number): number => index % GROWING.length;

function SkeletonRowInner<Row>({ columns, hasCheck, hasMenu, look }: SkeletonRowProps<Row>) {
  const width = (column: Column<Row>) =>
    column.align === 'end' ? 28 + look * 4 : typeof column.width === 'number' ? '80%' : GROWING[look];
  return (
    <tr aria-hidden>
      {hasCheck ? (
        <td data-slot="check">
          <Skeleton width={16} height={16} />
        </td>
      ) : null}
      {columns.map((column) => (
        <td key={column.id} data-align={column.align}>
          <Skeleton width={width(column)} />
        </td>
      ))}
      {hasMenu ? <td data-slot="menu">{null}</td> : null}
    </tr>
  );
}

/** A row on its way, in the shape of the columns. */
export const SkeletonRow = memo(SkeletonRowInner) as typeof SkeletonRowInner;
