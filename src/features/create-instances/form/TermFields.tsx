import { useTranslation } from '@/i18n/use-translation';
import { formatWireTime } from '@/api/wire-times';
import { isPeriodUnit, PERIODS, type PeriodUnit } from '@/domain/creation-limits';
import { entryZone, readFieldTime, writeFieldTime } from '@/domain/field-time';
import { useFormat } from '@/i18n/format';
import { usePreferences } from '@/ui/preferences';
import { Segmented } from '@/ui/Segmented';
import { SelectField } from '@/ui/SelectField';
import { TextField } from '@/ui/TextField';
import type { FieldsProps } from './FieldsColumn';

const CHARGES = ['PostPaid', 'PrePaid'] as const;
const UNITS = Object.keys(PERIODS).filter(isPeriodUnit);

/** What they cost by, and for how long they are there. */
export function TermFields({ form, errorOf }: FieldsProps) {
  const { t } = useTranslation('createInstances');
  const { draft } = form;
  return (
    <>
      <Segmented
        label={t('field.chargeType')}
        className="self-start"
        value={draft.chargeType}
        options={CHARGES.map((value) => ({ value, label: t(`charge.${value}`) }))}
        onValueChange={(chargeType) => form.change({ chargeType })}
      />
      {draft.chargeType === 'PrePaid' ? (
        <PeriodField form={form} errorOf={errorOf} />
      ) : (
        <ReleaseField form={form} errorOf={errorOf} />
      )}
    </>
  );
}

function PeriodField({ form, errorOf }: FieldsProps) {
  const { t } = useTranslation('createInstances');
  const { period, periodUnit } = form.draft;
  const options = UNITS.flatMap((unit) =>
    PERIODS[unit].map((count) => ({ value: `${count} ${unit}`, label: t(`period.${unit}`, { count }) })),
  );
  return (
    <SelectField
      label={t('field.period')}
      value={`${period} ${periodUnit}`}
      options={options}
      error={errorOf('period')}
      onValueChange={(value) => {
        const [count = '', unit = ''] = value.split(' ');
        form.change({ period: count, periodUnit: unit as PeriodUnit });
      }}
    />
  );
}

function ReleaseField({ form, errorOf }: FieldsProps) {
  const { t } = useTranslation('createInstances');
  const format = useFormat();
  const zone = entryZone(usePreferences((preferences) => preferences.zone));
  const { autoReleaseAt } = form.draft;
  return (
    <TextField
      label={t('field.autoReleaseAt')}
      hint={t('hint.optional')}
      type="datetime-local"
      value={autoReleaseAt === null ? '' : writeFieldTime(autoReleaseAt, zone)}
      error={errorOf('autoReleaseAt')}
      help={
        autoReleaseAt === null
          ? t('help.autoRelease')
          : t('help.autoReleaseAt', { local: format.full(autoReleaseAt), utc: formatWireTime(autoReleaseAt) })
      }
      onChange={(event) => form.change({ autoReleaseAt: readFieldTime(event.target.value, zone) })}
      onBlur={() => form.leave('autoReleaseAt')}
    />
  );
}
