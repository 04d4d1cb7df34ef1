import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { BATCH_PAUSES, batchSizes, MOST_LOOP_ITEMS, type RateControl } from '@/domain/rate-control';
import { Segmented } from '@/ui/Segmented';
import { SelectField } from '@/ui/SelectField';
import { TextField } from '@/ui/TextField';
import type { EngineField, EngineSettings } from './engine-settings';

export interface EngineFieldsProps {
  settings: EngineSettings;
  onChange(settings: EngineSettings): void;
  bad: readonly EngineField[];
  /** null while a field is bad. */
  control: RateControl | null;
  /** Instances of the run. */
  count: number;
}

const MOST_SIZES_TOLD = 6;

/** How fast the cloud's engine goes, where it pauses, what it tolerates and as whom it acts (contract OOS 4). */
export function EngineFields({ settings, onChange, bad, control, count }: EngineFieldsProps) {
  const { t } = useTranslation('engine');
  const format = useFormat();
  const change = (part: Partial<EngineSettings>) => onChange({ ...settings, ...part });
  const { mode } = settings;
  const errorOf = (field: EngineField) =>
    bad.includes(field) ? t(`hand.bad.${field}`, { limit: format.number(MOST_LOOP_ITEMS) }) : undefined;
  return (
    <>
      <p className="text-text-muted">{t('hand.lede')}</p>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span aria-hidden className="text-text-muted">
          {t('hand.mode')}
        </span>
        <Segmented
          label={t('hand.mode')}
          value={mode}
          onValueChange={(next) => change({ mode: next })}
          options={[
            { value: 'Batch', label: t('hand.inBatches') },
            { value: 'Concurrency', label: t('hand.rolling') },
          ]}
        />
      </div>
      {mode === 'Batch' ? (
        <div className="grid grid-cols-2 items-start gap-3">
          <TextField
            label={t('hand.batches')}
            help={control === null ? t('hand.batchesHelp') : sizesInWords(control)}
            value={settings.batches}
            error={errorOf('batches')}
            onChange={(event) => change({ batches: event.target.value })}
          />
          <SelectField
            label={t('hand.pause')}
            value={settings.pause}
            onValueChange={(pause) => change({ pause })}
            options={BATCH_PAUSES.map((value) => ({ value, label: t(`hand.pauses.${value}`) }))}
          />
        </div>
      ) : null}
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField
          label={t(mode === 'Batch' ? 'hand.atOnceInBatch' : 'hand.atOnce')}
          hint={mode === 'Batch' ? undefined : t('hand.share')}
          value={settings.concurrency}
          error={errorOf('concurrency')}
          onChange={(event) => change({ concurrency: event.target.value })}
        />
        <TextField
          label={t('hand.errors')}
          hint={t('hand.share')}
          value={settings.errors}
          error={errorOf('errors')}
          onChange={(event) => change({ errors: event.target.value })}
        />
      </div>
      <SelectField
        label={t('hand.onErrors')}
        value={settings.onErrors}
        onValueChange={(onErrors) => change({ onErrors })}
        options={(['stop', 'wait'] as const).map((value) => ({ value, label: t(`hand.then.${value}`) }))}
      />
      <TextField
        label={t('hand.role')}
        placeholder={t('hand.rolePlaceholder')}
        help={t('hand.roleHelp')}
        mono
        value={settings.role}
        error={errorOf('role')}
        spellCheck={false}
        onChange={(event) => change({ role: event.target.value })}
      />
    </>
  );

  function sizesInWords(rules: RateControl): string {
    const sizes = batchSizes(rules, count);
    const told = sizes.slice(0, MOST_SIZES_TOLD).map((size) => format.number(size));
    const list = sizes.length > told.length ? [...told, '…'].join(', ') : told.join(', ');
    return t('hand.sizes', { count: sizes.length, number: format.number(sizes.length), sizes: list });
  }
}
