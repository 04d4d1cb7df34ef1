import { Plus, X } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { CREATION_LIMITS } from '@/domain/creation-limits';
import { namesAskedFor, takesSuffix } from '@/domain/instance-creation';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Checkbox } from '@/ui/Checkbox';
import { IconButton } from '@/ui/IconButton';
import { TextField } from '@/ui/TextField';
import type { FieldsProps } from './FieldsColumn';

const NAMES_SHOWN = 3;

/** How many, and what they are called. */
export function NameFields({ form, errorOf }: FieldsProps) {
  const { t } = useTranslation('createInstances');
  const format = useFormat();
  const { draft } = form;
  const { min, max } = CREATION_LIMITS.amount;
  const isNumbered = draft.name.trim() + draft.hostName.trim() !== '' && !takesSuffix(draft);
  /** Nothing will be called by what is refused. */
  const preview = (field: 'name' | 'hostName') =>
    errorOf(field) ? undefined : (
      <NamePreview names={namesAskedFor(draft[field], draft)} empty={t(`help.${field}`)} />
    );
  return (
    <>
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField
          label={t('field.amount')}
          hint={t('hint.upTo', { number: format.number(max) })}
          inputMode="numeric"
          value={draft.amount}
          error={errorOf('amount')}
          onChange={(event) => form.change({ amount: event.target.value })}
          onBlur={() => form.leave('amount')}
        />
        <TextField
          label={t('field.minAmount')}
          hint={t('hint.optional')}
          inputMode="numeric"
          value={draft.minAmount}
          error={errorOf('minAmount')}
          help={t(draft.minAmount.trim() === '' ? 'help.noMinAmount' : 'help.minAmount', {
            least: draft.minAmount,
            min: format.number(min),
          })}
          onChange={(event) => form.change({ minAmount: event.target.value })}
          onBlur={() => form.leave('minAmount')}
        />
      </div>
      <TextField
        label={t('field.name')}
        hint={t('hint.optional')}
        placeholder="web-[1,3]"
        value={draft.name}
        error={errorOf('name')}
        help={preview('name')}
        onChange={(event) => form.change({ name: event.target.value })}
        onBlur={() => form.leave('name')}
      />
      <TextField
        label={t('field.hostName')}
        hint={t('hint.optional')}
        mono
        spellCheck={false}
        value={draft.hostName}
        error={errorOf('hostName')}
        help={preview('hostName')}
        onChange={(event) => form.change({ hostName: event.target.value })}
        onBlur={() => form.leave('hostName')}
      />
      <Checkbox
        label={t('field.uniqueSuffix')}
        checked={draft.uniqueSuffix}
        disabled={isNumbered}
        help={isNumbered ? t('help.numbered') : undefined}
        onCheckedChange={(uniqueSuffix) => form.change({ uniqueSuffix })}
      />
      <TagFields form={form} errorOf={errorOf} />
    </>
  );
}

/** "web-001, web-002 … web-012". */
function NamePreview({ names, empty }: { names: readonly string[]; empty: string }) {
  const { t } = useTranslation('createInstances');
  const format = useFormat();
  if (names.length === 0) return <>{empty}</>;
  const first = names.slice(0, NAMES_SHOWN);
  const last = names.length > NAMES_SHOWN ? names.at(-1) : undefined;
  return (
    <span className="break-all">
      {t('help.names')} <b className="code font-semibold">{first.join(format.comma)}</b>
      {last === undefined ? null : (
        <>
          {' … '}
          <b className="code font-semibold">{last}</b>
        </>
      )}
    </span>
  );
}

function TagFields({ form, errorOf }: FieldsProps) {
  const { t } = useTranslation('createInstances');
  const { tags } = form.draft;
  const put = (index: number, change: Partial<(typeof tags)[number]>) =>
    form.change({ tags: tags.map((tag, at) => (at === index ? { ...tag, ...change } : tag)) });
  return (
    <fieldset className="flex flex-col items-start gap-2">
      <legend className="mb-1 font-semibold">{t('field.tags')}</legend>
      {tags.map((tag, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- tags have no names of their own while they are typed
        <div key={index} className="grid w-full grid-cols-[1fr_1fr_auto] items-start gap-2">
          <TextField
            label={t('tag.key', { number: index + 1 })}
            hiddenLabel
            placeholder={t('tag.keyPlaceholder')}
            value={tag.key}
            error={errorOf('tags', index)}
            onChange={(event) => put(index, { key: event.target.value })}
            onBlur={() => form.leave('tags')}
          />
          <TextField
            label={t('tag.value', { number: index + 1 })}
            hiddenLabel
            placeholder={t('tag.valuePlaceholder')}
            value={tag.value}
            onChange={(event) => put(index, { value: event.target.value })}
          />
          <IconButton
            icon={X}
            label={t('tag.remove', { number: index + 1 })}
            onClick={() => form.change({ tags: tags.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      <Button
        size="sm"
        icon={Plus}
        disabledReason={
          tags.length >= CREATION_LIMITS.tags ? t('tag.full', { number: CREATION_LIMITS.tags }) : undefined
        }
        onClick={() => form.change({ tags: [...tags, { key: '', value: '' }] })}
      >
        {t('tag.add')}
      </Button>
    </fieldset>
  );
}
