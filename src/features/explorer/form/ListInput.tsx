import { Plus, X } from 'lucide-react';
import { type ClipboardEvent, type ReactNode, useId, useRef } from 'react';
import type { ListField } from '@/api/catalog/field';
import { type FieldValues, firstName, rowsOf } from '@/api/catalog/field-values';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { IconButton } from '@/ui/IconButton';
import type { FieldInputProps } from './field-input-props';
import { useFieldWords } from './use-field-words';

export interface ListInputProps extends FieldInputProps<ListField> {
  /** The control of one item, by its name. */
  item(name: string): ReactNode;
}

/** A list whose rows can be added, taken out and, for plain texts, pasted many at once. */
export function ListInput({ field, name, form, faults, item }: ListInputProps) {
  const { t } = useTranslation('explorer');
  const words = useFieldWords();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const rows = rowsOf(name, form.values);
  // A row to write on from the start; it is held only once something is written.
  const shown = rows.length > 0 ? rows : [1];
  const isPlain = field.item.kind === 'scalar';
  const fault = faults.get(name);

  const add = () => {
    const next = Math.max(...shown) + 1;
    form.changeAll((before) => {
      const held: FieldValues =
        rows.length > 0 ? before : { ...before, [firstName(field.item, `${name}.1`)]: '' };
      return { ...held, [firstName(field.item, `${name}.${next}`)]: '' };
    });
    // The row is there with the next frame.
    requestAnimationFrame(() => {
      [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
        .at(-1)
        ?.querySelector<HTMLElement>('input, textarea, button')
        ?.focus();
    });
  };
  const paste = (row: number) => (event: ClipboardEvent) => {
    const parts = event.clipboardData
      .getData('text')
      .split(/[\s,;]+/)
      .filter(Boolean);
    if (!isPlain || parts.length < 2) return;
    event.preventDefault();
    const last = Math.max(...shown);
    form.changeAll((before) => ({
      ...before,
      ...Object.fromEntries(parts.map((part, at) => [`${name}.${at === 0 ? row : last + at}`, part])),
    }));
  };

  return (
    <div role="group" aria-labelledby={`${id}label`} className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline gap-1.5">
        <span id={`${id}label`} className="code font-semibold">
          {name}
        </span>
        <span className="ml-auto text-text-subtle">{words.kind(field)}</span>
      </div>
      <div ref={list} className={cx('flex flex-col', isPlain ? 'gap-1' : 'gap-3')}>
        {shown.map((row) => (
          <div key={row} data-row className="flex items-start gap-1" onPaste={paste(row)}>
            <div className="min-w-0 flex-1">{item(`${name}.${row}`)}</div>
            {rows.length > 0 ? (
              <IconButton
                size="sm"
                icon={X}
                label={t('form.removeRow', { name: `${name}.${row}` })}
                className="mt-[3px]"
                onClick={() => form.change(`${name}.${row}`, undefined)}
              />
            ) : null}
          </div>
        ))}
      </div>
      {fault ? <p className="text-xs text-danger">{words.fault(fault)}</p> : null}
      <div className="flex items-center gap-2">
        <Button size="sm" variant="quiet" icon={Plus} className="-ml-2" onClick={add}>
          {t('form.addRow')}
          <span className="sr-only">: {name}</span>
        </Button>
        <span className="text-xs text-text-muted">{words.help(field)}</span>
      </div>
    </div>
  );
}
