import { Plus } from 'lucide-react';
import { useId } from 'react';
import type { Field } from '@/api/catalog/field';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { useFieldWords } from './use-field-words';

export interface AddFieldsProps {
  title: string;
  fields: readonly Field[];
  onAdd(name: string): void;
}

/** Optional parameters that are not on the form yet, each a press away. */
export function AddFields({ title, fields, onAdd }: AddFieldsProps) {
  const { t } = useTranslation('explorer');
  const format = useFormat();
  const words = useFieldWords();
  const id = useId();
  if (fields.length === 0) return null;
  return (
    <div role="group" aria-labelledby={id} className="flex flex-col gap-1.5">
      <h3 id={id} className="text-xs font-normal text-text-subtle">
        {title}
      </h3>
      <div className="flex flex-wrap gap-1">
        {fields.map((field) => (
          <button
            key={field.name}
            type="button"
            data-add={field.name}
            aria-label={t('form.add', { name: field.name })}
            title={format.sentences(words.kind(field), words.help(field))}
            className="inline-flex h-[26px] items-center gap-1 rounded-sm bg-field px-2 code text-text-muted hover:bg-press hover:text-text"
            onClick={() => onAdd(field.name)}
          >
            <Plus className="size-3" aria-hidden />
            {field.name}
          </button>
        ))}
      </div>
    </div>
  );
}
