import { Skeleton } from '../Skeleton';
import type { Column } from './column';

interface SkeletonRowProps<Row> {
  columns: readonly Column<Row>[];
  hasCheck: boolean;
  hasMenu: boolean;
  /** Varies the lengths, so that the rows look like text. */
  index: number;
}

const GROWING = ['84%', '62%', '96%', '74%'];

/** A row on its way, in the shape of the columns. */
export function SkeletonRow<Row>({ columns, hasCheck, hasMenu, index }: SkeletonRowProps<Row>) {
  const width = (column: Column<Row>) =>
    column.align === 'end'
      ? 28 + (index % 4) * 4
      : typeof column.width === 'number'
        ? '80%'
        : GROWING[index % 4];
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
