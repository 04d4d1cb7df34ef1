import { Plus, X } from 'lucide-react';
import { type ClipboardEvent, type ReactNode, useId, useRef } from 'react';
import { flushSync } from 'react-dom';
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

  const focusRow = (at: number) =>
    [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
      .at(at)
      ?.querySelector<HTMLElement>('input, textarea, button')
      ?.focus();
  // Drawn at once, not with the next frame: the very next key belongs to the row.
  const add = () => {
    const next = Math.max(...shown) + 1;
    flushSync(() =>
      form.changeAll((before) => {
        const held: FieldValues =
          rows.length > 0 ? before : { ...before, [firstName(field.item, `${name}.1`)]: '' };
        return { ...held, [firstName(field.item, `${name}.${next}`)]: '' };
      }),
    );
    focusRow(-1);
  };
  const remove = (row: number) => {
    const place = rows.indexOf(row);
    flushSync(() => form.change(`${name}.${row}`, undefined));
    focusRow(Math.min(place, Math.max(rows.length - 2, 0)));
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
                className={isPlain ? 'mt-[3px]' : '-mt-1'}
                onClick={() => remove(row)}
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
