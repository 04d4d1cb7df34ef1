import { ListChecks, Undo2 } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useErrorText } from '@/api/use-error-text';
import { INELIGIBILITIES } from '@/domain/eligibility';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import type { InstanceFilters } from '../instance-filters';
import type { InstancePickerProps } from './InstancePicker';
import { type PickMatchingState, usePickMatching } from './use-pick-matching';

export interface PickMatchingProps {
  picker: InstancePickerProps;
  filters: InstanceFilters;
  /** How many answer the filters; null while that is read. */
  total: number | null;
}

/** Selects all that a search found, on whatever page; and says what came of it, with a way back. */
export function PickMatching({ picker, filters, total }: PickMatchingProps) {
  const { t } = useTranslation('instances');
  const format = useFormat();
  const { state, start, giveUp, undo } = usePickMatching(picker, filters);
  const button = useRef<HTMLButtonElement>(null);
  const thenBack = (act: () => void) => () => {
    act();
    // The button that had the focus goes.
    button.current?.focus();
  };
  const reading = state.phase === 'reading' ? state : null;
  return (
    <div className="flex min-h-[30px] flex-none flex-wrap items-center gap-x-1 gap-y-1 pb-1.5">
      <Button
        ref={button}
        size="sm"
        icon={ListChecks}
        onClick={start}
        busy={
          reading !== null &&
          (reading.looked === 0
            ? t('matching.reading')
            : t('matching.readingOf', {
                looked: format.number(reading.looked),
                total: format.number(reading.total),
              }))
        }
        disabledReason={total === null ? t('matching.counting') : undefined}
      >
        {total === null
          ? t('matching.select')
          : t('matching.selectAll', { count: total, number: format.number(total) })}
      </Button>
      {reading ? (
        <Button size="sm" variant="quiet" onClick={thenBack(giveUp)}>
          {t('matching.giveUp')}
        </Button>
      ) : null}
      {state.phase === 'done' && state.added.length > 0 ? (
        <Button size="sm" variant="quiet" icon={Undo2} onClick={thenBack(undo)}>
          {t('matching.undo')}
        </Button>
      ) : null}
      <Outcome state={state} maximum={picker.maximum} />
    </div>
  );
}

function Outcome({ state, maximum }: { state: PickMatchingState; maximum: number }) {
  const { t } = useTranslation(['instances', 'domain']);
  const format = useFormat();
  const failure = useErrorText(state.phase === 'failed' ? state.error : null);
  const figure = (count: number) => ({ count, number: format.number(count) });
  const words = () => {
    if (state.phase === 'failed') {
      return format.sentences(t('matching.failed'), failure.title, failure.advice, failure.code);
    }
    if (state.phase !== 'done') return '';
    const { added, already, cannot, surplus, unread, agentsUnread } = state;
    const reasons = INELIGIBILITIES.flatMap((reason) => {
      const count = cannot.filter(
        ({ verdict }) => verdict.kind === 'cannot' && verdict.reason === reason,
      ).length;
      return count === 0
        ? []
        : [
            t('matching.reason', {
              number: format.number(count),
              reason: t(`domain:ineligibility.${reason}.short`),
            }),
          ];
    });
    return [
      t('paste.added', figure(added.length)),
      already.length > 0 ? t('paste.already', figure(already.length)) : '',
      cannot.length > 0
        ? t('matching.cannot', { ...figure(cannot.length), reasons: format.list(reasons) })
        : '',
      surplus.length + unread > 0
        ? t('matching.surplus', { ...figure(surplus.length + unread), limit: format.number(maximum) })
        : '',
      agentsUnread ? t('picker.agentsFailed') : '',
    ]
      .filter(Boolean)
      .reduce((told, next) => t('matching.then', { told, next }));
  };
  return (
    <span
      role="status"
      className={cx(
        'basis-full text-xs empty:hidden',
        state.phase === 'failed' ? 'text-danger' : 'text-text-muted',
      )}
    >
      {words()}
    </span>
  );
}
