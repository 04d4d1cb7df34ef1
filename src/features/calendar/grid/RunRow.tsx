import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { useFormat } from '@/i18n/format';
import { cx } from '@/ui/cx';
import type { NumberedCollision } from '../numbered';
import { CollisionDots } from './CollisionMarks';
import { LABEL, ROW } from './measures';

export interface RunRowProps {
  icon: LucideIcon;
  path: string;
  name: string;
  /** Beside the name, cut off first. */
  detail: ReactNode;
  /** What the marks say, for who does not see them. */
  told: string;
  instances: number;
  collisions: readonly NumberedCollision[];
  place(at: number): number;
  /** The marks. */
  children: ReactNode;
}

/** A schedule, or a run under way: its name, on how many instances, its marks, and where it meets events. */
export function RunRow({
  icon: Icon,
  path,
  name,
  detail,
  told,
  instances,
  collisions,
  place,
  children,
}: RunRowProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  return (
    <li className={cx(ROW, 'relative flex')}>
      <span className={cx(LABEL, 'flex flex-none items-center gap-2 pr-3')}>
        <Icon className="size-4 flex-none text-text-muted" aria-hidden />
        <Link to={path} className="truncate font-semibold text-text! hover:text-accent!" title={name}>
          {name}
        </Link>
        {detail}
        <span className="sr-only">
          {told}{' '}
          {collisions.length > 0
            ? t('grid.meets', {
                count: collisions.length,
                list: format.list(collisions.map((one) => String(one.number))),
              })
            : ''}
        </span>
        <span className="ml-auto flex-none text-text-muted">{format.number(instances)}</span>
      </span>
      <span aria-hidden className="relative flex-1">
        {children}
        <CollisionDots collisions={collisions} place={place} />
      </span>
    </li>
  );
}
