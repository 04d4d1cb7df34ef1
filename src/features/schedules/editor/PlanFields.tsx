import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { SelectField } from '@/ui/SelectField';
import { NumberField } from './NumberField';
import { changedKind, type Plan, PLAN_KINDS } from './plan';
import { TimeField } from './TimeField';
import { MONDAY_FIRST, useWeekdayNames, WeekdayButtons } from './WeekdayButtons';

export interface PlanFieldsProps {
  /** null: the expression says more than the form can. */
  plan: Plan | null;
  onChange(plan: Plan): void;
}

/** The schedule as a form. */
export function PlanFields({ plan, onChange }: PlanFieldsProps) {
  const { t } = useTranslation('schedules');
  return (
    <>
      <div className="grid grid-cols-[2fr_3fr] items-start gap-3">
        <SelectField
          label={t('plan.kind')}
          value={plan?.kind ?? null}
          placeholder={t('plan.other')}
          options={PLAN_KINDS.map((kind) => ({ value: kind, label: t(`plan.kinds.${kind}`) }))}
          onValueChange={(kind) => onChange(changedKind(plan, kind))}
        />
        <div className="flex min-w-0 gap-2">{plan ? <Details plan={plan} onChange={onChange} /> : null}</div>
      </div>
      {plan?.kind === 'weekly' ? (
        <WeekdayButtons days={plan.days} onChange={(days) => onChange({ ...plan, days })} />
      ) : null}
      <PlanHelp plan={plan} />
    </>
  );
}

function Details({ plan, onChange }: { plan: Plan; onChange(plan: Plan): void }): ReactNode {
  const { t } = useTranslation('schedules');
  const names = useWeekdayNames();
  switch (plan.kind) {
    case 'minutes':
      return (
        <NumberField
          label={t('plan.everyMinutes')}
          min={1}
          max={59}
          value={plan.every}
          onChange={(every) => onChange({ ...plan, every })}
          className="flex-1"
        />
      );
    case 'hours':
      return (
        <>
          <NumberField
            label={t('plan.everyHours')}
            min={1}
            max={23}
            value={plan.every}
            onChange={(every) => onChange({ ...plan, every })}
            className="flex-1"
          />
          <NumberField
            label={t('plan.minute')}
            min={0}
            max={59}
            value={plan.minute}
            onChange={(minute) => onChange({ ...plan, minute })}
            className="flex-1"
          />
        </>
      );
    case 'monthly':
      return (
        <>
          <NumberField
            label={t('plan.day')}
            min={1}
            max={31}
            value={plan.day}
            onChange={(day) => onChange({ ...plan, day })}
            className="w-16 flex-none"
          />
          <TimeField time={plan.time} onChange={(time) => onChange({ ...plan, time })} />
        </>
      );
    case 'nthWeekday': {
      const nths = [1, 2, 3, 4, 5, 'last'] as const;
      return (
        <div className="grid min-w-0 flex-1 grid-cols-2 gap-2">
          <SelectField
            label={t('plan.nth')}
            value={String(plan.nth)}
            options={nths.map((nth) => ({ value: String(nth), label: t(`nth.${nth}`) }))}
            onValueChange={(nth) => onChange({ ...plan, nth: nth === 'last' ? nth : Number(nth) })}
          />
          <SelectField
            label={t('plan.weekday')}
            value={String(plan.dayOfWeek)}
            options={MONDAY_FIRST.map((day) => ({ value: String(day), label: names.long(day) }))}
            onValueChange={(day) => onChange({ ...plan, dayOfWeek: Number(day) })}
          />
          <div className="col-span-2">
            <TimeField time={plan.time} onChange={(time) => onChange({ ...plan, time })} />
          </div>
        </div>
      );
    }
    case 'daily':
    case 'weekly':
    case 'lastDay':
      return <TimeField time={plan.time} onChange={(time) => onChange({ ...plan, time })} />;
  }
}

/** Where a plan means something else than one may think. */
function PlanHelp({ plan }: { plan: Plan | null }) {
  const { t } = useTranslation('schedules');
  const text =
    plan?.kind === 'minutes' && 60 % plan.every !== 0
      ? t('plan.uneven')
      : plan?.kind === 'hours' && 24 % plan.every !== 0
        ? t('plan.unevenHours')
        : plan?.kind === 'monthly' && plan.day > 28
          ? t('plan.skipped', { day: plan.day })
          : null;
  return text === null ? null : <p className="text-xs text-text-muted">{text}</p>;
}
