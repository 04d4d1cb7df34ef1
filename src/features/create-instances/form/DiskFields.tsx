import { Plus, X } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import type { SupportedResource } from '@/api/ecs/stock';
import { useErrorText } from '@/api/use-error-text';
import { CREATION_LIMITS } from '@/domain/creation-limits';
import { isInStock, stockLevel } from '@/domain/stock';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import { Note } from '@/ui/Note';
import { SelectField, type SelectOption } from '@/ui/SelectField';
import { TextField } from '@/ui/TextField';
import { useDiskStock } from '../queries';
import type { FieldsProps } from './FieldsColumn';

/** Stands for "the service chooses": a select has no empty value. */
const USUAL = 'usual';

/** The system disk and those for data, of the kinds that the chosen type can have in the chosen zone. */
export function DiskFields({ region, form, errorOf }: FieldsProps & { region: string }) {
  const { t } = useTranslation('createInstances');
  const { draft } = form;
  const place = { zoneId: draft.zoneId, instanceType: draft.instanceType, chargeType: draft.chargeType };
  const system = useDiskStock(region, 'SystemDisk', place);
  const data = useDiskStock(region, 'DataDisk', { ...place, systemCategory: draft.systemCategory });
  const optionsOf = useDiskOptions();
  const failed = system.error ?? data.error;
  return (
    <>
      {failed ? (
        <Unread error={failed} onRetry={() => void Promise.all([system.refetch(), data.refetch()])} />
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)_112px] items-start gap-2">
        <SelectField
          label={t('field.systemCategory')}
          value={draft.systemCategory || USUAL}
          options={optionsOf(system.data, draft.systemCategory)}
          help={draft.instanceType === '' ? t('help.diskFirst') : undefined}
          error={errorOf('systemCategory')}
          onValueChange={(value) => form.change({ systemCategory: value === USUAL ? '' : value })}
        />
        <TextField
          label={t('field.systemSize')}
          hint="GiB"
          inputMode="numeric"
          value={draft.systemSize}
          error={errorOf('systemSize')}
          onChange={(event) => form.change({ systemSize: event.target.value })}
          onBlur={() => form.leave('systemSize')}
        />
      </div>
      <DataDisks form={form} errorOf={errorOf} options={(chosen) => optionsOf(data.data, chosen)} />
    </>
  );
}

function DataDisks({
  form,
  errorOf,
  options,
}: FieldsProps & { options(chosen: string): SelectOption<string>[] }) {
  const { t } = useTranslation('createInstances');
  const { dataDisks } = form.draft;
  const put = (index: number, change: Partial<(typeof dataDisks)[number]>) =>
    form.change({ dataDisks: dataDisks.map((disk, at) => (at === index ? { ...disk, ...change } : disk)) });
  return (
    <fieldset className="flex flex-col items-start gap-2">
      <legend className="mb-1 font-semibold">{t('field.dataDisks')}</legend>
      {dataDisks.map((disk, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- disks that are not made yet have no names
        <div key={index} className="grid w-full grid-cols-[minmax(0,1fr)_80px_auto] items-start gap-2">
          <SelectField
            label={t('disk.category', { number: index + 1 })}
            hiddenLabel
            value={disk.category || USUAL}
            options={options(disk.category)}
            onValueChange={(value) => put(index, { category: value === USUAL ? '' : value })}
          />
          <TextField
            label={t('disk.size', { number: index + 1 })}
            hiddenLabel
            inputMode="numeric"
            value={disk.size}
            error={errorOf('dataDisks', index)}
            onChange={(event) => put(index, { size: event.target.value })}
            onBlur={() => form.leave('dataDisks')}
          />
          <IconButton
            icon={X}
            label={t('disk.remove', { number: index + 1 })}
            onClick={() => form.change({ dataDisks: dataDisks.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      <Button
        size="sm"
        icon={Plus}
        disabledReason={
          dataDisks.length >= CREATION_LIMITS.dataDisks
            ? t('disk.full', { number: CREATION_LIMITS.dataDisks })
            : undefined
        }
        onClick={() =>
          form.change({
            dataDisks: [...dataDisks, { category: '', size: String(CREATION_LIMITS.dataDisk.usual) }],
          })
        }
      >
        {t('disk.add')}
      </Button>
    </fieldset>
  );
}

/** What is sold, what is sold out with that as the reason, and a choice that is no more offered. */
function useDiskOptions() {
  const { t } = useTranslation('createInstances');
  const format = useFormat();
  const known: Readonly<Record<string, string>> = {
    cloud: t('category.cloud'),
    cloud_efficiency: t('category.cloud_efficiency'),
    cloud_ssd: t('category.cloud_ssd'),
    cloud_essd: t('category.cloud_essd'),
  };
  const label = (category: string) => known[category] ?? category;
  return (offered: readonly SupportedResource[] | undefined, chosen: string): SelectOption<string>[] => {
    const options = (offered ?? []).map((item) => {
      const level = stockLevel(item);
      const sizes =
        item.Min === undefined || item.Max === undefined
          ? ''
          : `${format.comma}${t('disk.sizes', { min: format.number(item.Min), max: format.number(item.Max) })}`;
      return {
        value: item.Value,
        label: `${label(item.Value)}${sizes}`,
        disabledReason: isInStock(level) ? undefined : t(`stock.${level}`),
      };
    });
    const isGone = chosen !== '' && !options.some(({ value }) => value === chosen);
    return [
      { value: USUAL, label: t('category.usual') },
      ...options,
      ...(isGone
        ? [
            {
              value: chosen,
              label: label(chosen),
              disabledReason: offered ? t('disk.notOffered') : undefined,
            },
          ]
        : []),
    ];
  };
}

function Unread({ error, onRetry }: { error: Error; onRetry(): void }) {
  const { t } = useTranslation('createInstances');
  const { t: word } = useTranslation('ui');
  const { title, code } = useErrorText(error);
  return (
    <Note
      tone="warn"
      role="status"
      title={t('disk.unread')}
      action={
        <Button size="sm" onClick={onRetry}>
          {word('action.retry')}
        </Button>
      }
    >
      {title} <span className="code">{code}</span>
    </Note>
  );
}
