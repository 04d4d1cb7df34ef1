import { CalendarDays, ChevronDown } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { entryZone, readFieldTime, writeFieldTime } from '@/domain/field-time';
import { rangeProblem } from '@/domain/monitor-period';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { usePreferences } from '@/ui/preferences';
import { TextField } from '@/ui/TextField';
import { useAxisTimes } from '../chart/use-axis-times';
import { spanOf } from '../data/chart-window';
import type { ChartViewState } from './use-chart-view';

/** The span shown, and the dialog to choose another. */
export function CustomRange({ state }: { state: ChartViewState }) {
  const { t } = useTranslation('monitoring');
  const times = useAxisTimes();
  const [isOpen, setOpen] = useState(false);
  const { window, view } = state;
  const span = window?.span ?? ('span' in view.range ? view.range.span : null);
  const isOneDay = span !== null && times.day(span.from) === times.day(span.to);
  const shown = span
    ? t('range.span', {
        from: times.moment(span.from),
        to: isOneDay ? times.clock(span.to) : times.moment(span.to),
      })
    : t('range.custom');
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={t('range.choose', { span: shown })}
        className="inline-flex h-8 items-center gap-1.5 rounded-sm px-2 whitespace-nowrap text-text hover:bg-hover"
        onClick={() => setOpen(true)}
      >
        <CalendarDays className="text-text-muted" aria-hidden />
        <b>{shown}</b>
        <ChevronDown className="size-3.5 text-text-muted" aria-hidden />
      </button>
      {isOpen ? <RangeDialog state={state} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function RangeDialog({ state, onClose }: { state: ChartViewState; onClose(): void }) {
  const { t } = useTranslation(['monitoring', 'ui']);
  const format = useFormat();
  const formId = useId();
  const chosen = usePreferences((preferences) => preferences.zone);
  const zone = useMemo(() => entryZone(chosen), [chosen]);
  const [now] = useState(() => Date.now());
  const [start] = useState(() => spanOf(state.view.range, now));
  const [from, setFrom] = useState(() => writeFieldTime(start.from, zone));
  const [to, setTo] = useState(() => writeFieldTime(start.to, zone));
  const span = { from: readFieldTime(from, zone), to: readFieldTime(to, zone) };
  const isWhole = span.from !== null && span.to !== null;
  const problem = isWhole ? rangeProblem({ from: span.from!, to: span.to! }, now) : null;
  const atFrom = problem === 'future' || problem === 'tooEarly';
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('range.dialogTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('range.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            disabledReason={problem ? t(`problem.${problem}`) : isWhole ? undefined : t('problem.incomplete')}
          >
            {t('range.show')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (problem || !isWhole) return;
          state.change({ range: { span: { from: span.from!, to: span.to! } } });
          onClose();
        }}
      >
        <TextField
          label={t('range.from')}
          hint={format.zoneName(span.from ?? now)}
          type="datetime-local"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
          error={problem && atFrom ? t(`problem.${problem}`) : undefined}
        />
        <TextField
          label={t('range.to')}
          hint={format.zoneName(span.to ?? now)}
          type="datetime-local"
          value={to}
          onChange={(event) => setTo(event.target.value)}
          error={problem && !atFrom ? t(`problem.${problem}`) : undefined}
        />
        <p className="text-xs text-text-muted">{t('range.retention')}</p>
      </form>
    </Dialog>
  );
}
