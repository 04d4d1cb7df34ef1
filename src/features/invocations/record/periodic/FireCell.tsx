import { useTranslation } from '@/i18n/use-translation';
import type { Outcome } from '@/domain/invocation-status';
import { OUTCOME_LOOK } from '@/features/cloud-assistant';
import { cx } from '@/ui/cx';
import { STATUS_ICONS } from '@/ui/status-icons';
import { TEXT, type Tone } from '@/ui/tones';
import type { FireRecord } from './fires';

const GROUND: Record<Tone, string> = {
  ok: 'bg-ok-subtle',
  warn: 'bg-warn-subtle',
  danger: 'bg-danger-subtle',
  info: 'bg-info-subtle',
  neutral: 'bg-neutral-subtle',
};

export interface FireCellProps {
  /** undefined: the schedule was stopped on the instance before. */
  record: FireRecord | undefined;
  when: string;
  place: string;
  isActive: boolean;
  isCurrent: boolean;
  onOpen(): void;
}

/** One instance at one fire: icon on the outcome's ground, and a dot where its output changed. */
export function FireCell({ record, when, place, isActive, isCurrent, onOpen }: FireCellProps) {
  const { t } = useTranslation(['invocations', 'domain']);
  const outcome = record?.run.outcome;
  const words = outcome
    ? outcome === 'unknown' && record.run.wireStatus
      ? record.run.wireStatus
      : t(`domain:outcome.${outcome}`)
    : t('periodic.noRecord');
  const look = outcome && OUTCOME_LOOK[outcome];
  const label = t(record?.changed ? 'periodic.cellChanged' : 'periodic.cell', { time: when, result: words });
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid answers Enter and Space for its cells
    <td
      // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- not every reader derives it from the grid
      role="gridcell"
      tabIndex={isActive ? 0 : -1}
      aria-label={label}
      aria-selected={isCurrent}
      title={label}
      data-place={place}
      onClick={onOpen}
      className={cx('group p-0 px-[3px] text-center outline-none', record && 'cursor-pointer')}
    >
      <span
        className={cx(
          'relative flex h-[26px] min-w-[38px] items-center justify-center rounded-sm group-focus-visible:outline-2 group-focus-visible:outline-focus forced-colors:border',
          look ? GROUND[look.tone] : 'text-text-subtle',
          isCurrent && 'shadow-[inset_0_0_0_2px_var(--color-accent)]',
        )}
      >
        {outcome ? <OutcomeMark outcome={outcome} /> : <span aria-hidden>–</span>}
        {record?.changed ? (
          <span
            aria-hidden
            className="absolute top-[3px] right-[3px] size-[6px] rounded-full bg-accent-solid forced-colors:bg-[CanvasText]"
          />
        ) : null}
      </span>
    </td>
  );
}

function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const { tone, icon } = OUTCOME_LOOK[outcome];
  const Icon = STATUS_ICONS[icon];
  return (
    <Icon
      aria-hidden
      className={cx('size-[15px] stroke-2', TEXT[tone], icon === 'running' && 'animate-spin')}
    />
  );
}
