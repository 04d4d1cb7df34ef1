import { type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { CatalogAction } from '@/api/catalog';
import type { FieldFault } from '@/api/catalog/field-check';
import { useTranslation } from '@/i18n/use-translation';
import { IconButton } from '@/ui/IconButton';
import { X } from 'lucide-react';
import { AddFields } from './AddFields';
import { FieldInput } from './FieldInput';
import type { ValueForm } from './use-values';

export interface CallFormProps {
  action: CatalogAction;
  form: ValueForm;
  faults: ReadonlyMap<string, FieldFault>;
  /** False: held back for its faults, of which the first takes the focus. */
  onSend(): boolean;
  /** The buttons and what stands beside them. */
  foot: ReactNode;
}

/** The parameters of an action: required ones, then those that were asked for, then the names of the others. */
export function CallForm({ action, form, faults, onSend, foot }: CallFormProps) {
  const { t } = useTranslation('explorer');
  const fields = useRef<HTMLDivElement>(null);
  const all = [...action.optional, ...action.today];
  const opened = form.opened.flatMap((name) => all.find((field) => field.name === name) ?? []);
  const isOpen = new Set(form.opened);

  const focus = (selector: string) => fields.current?.querySelector<HTMLElement>(selector)?.focus();
  // Drawn at once, not with the next frame: the very next key belongs to what takes the focus.
  const add = (name: string) => {
    flushSync(() => form.open(name));
    focus(`[data-field="${name}"] :is(input, textarea, [role='combobox'])`);
  };
  const remove = (name: string) => {
    flushSync(() => form.close(name));
    focus(`[data-add="${name}"]`);
  };
  const send = () => {
    let isHeld = false;
    flushSync(() => {
      isHeld = !onSend();
    });
    if (isHeld) focus('[aria-invalid="true"]');
  };
  const common = { form, faults };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl Enter sends from any field
    <form
      aria-label={t('form.label', { action: action.name })}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
      onBlur={() => form.settle()}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
          return;
        event.preventDefault();
        send();
      }}
    >
      <div ref={fields} className="-mx-1 flex min-h-0 flex-1 flex-col gap-4 overflow-auto px-1 pb-4">
        {action.required.map((field) => (
          <FieldInput key={field.name} field={field} name={field.name} {...common} />
        ))}
        {opened.map((field) => (
          <div key={field.name} data-field={field.name} className="flex items-start gap-1">
            <div className="min-w-0 flex-1">
              <FieldInput field={field} name={field.name} {...common} />
            </div>
            <IconButton
              size="sm"
              icon={X}
              label={t('form.remove', { name: field.name })}
              className="-mt-1"
              onClick={() => remove(field.name)}
            />
          </div>
        ))}
        <AddFields
          title={t('form.optional')}
          fields={action.optional.filter(({ name }) => !isOpen.has(name))}
          onAdd={add}
        />
        <AddFields
          title={t('form.today')}
          fields={action.today.filter(({ name }) => !isOpen.has(name))}
          onAdd={add}
        />
      </div>
      {foot}
    </form>
  );
}
