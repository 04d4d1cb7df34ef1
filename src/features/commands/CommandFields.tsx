import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from '@/i18n/use-translation';
import { type CommandDraft, parseTimeout } from '@/domain/command-draft';
import { COMMAND_TYPES, defaultWorkingDir } from '@/domain/command-type';
import { useFormat } from '@/i18n/format';
import { Segmented } from '@/ui/Segmented';
import { TextField } from '@/ui/TextField';

export interface CommandFieldsProps {
  form: UseFormReturn<CommandDraft>;
  values: CommandDraft;
  /** What is wrong with a field, if it is to be told now. */
  errorOf(field: keyof CommandDraft): string | undefined;
  /** Told of the name's own element. */
  nameRef(field: HTMLElement | null): void;
}

/** Everything of a command but its script. */
export function CommandFields({ form, values, errorOf, nameRef }: CommandFieldsProps) {
  const { t } = useTranslation('commands');
  const { t: word } = useTranslation('domain');
  const format = useFormat();
  const name = form.register('name');
  const seconds = parseTimeout(values.timeout);
  const typeError = errorOf('type');
  return (
    <section
      className="-ml-0.5 flex min-w-0 flex-col gap-4 overflow-auto pr-1 pb-3 pl-0.5"
      aria-label={t('form.nameHeading')}
    >
      <TextField
        {...name}
        ref={(field) => {
          name.ref(field);
          nameRef(field);
        }}
        label={t('form.name')}
        placeholder={t('form.namePlaceholder')}
        error={errorOf('name')}
      />
      <TextField
        {...form.register('description')}
        multiline
        rows={2}
        label={t('form.description')}
        hint={t('form.optional')}
        error={errorOf('description')}
      />
      <div className="flex flex-col gap-1">
        <span className="font-semibold">{t('form.type')}</span>
        <Controller
          control={form.control}
          name="type"
          render={({ field }) => (
            <Segmented
              label={t('form.type')}
              value={field.value}
              onValueChange={field.onChange}
              className="self-start"
              options={COMMAND_TYPES.map((type) => ({ value: type, label: word(`commandType.${type}`) }))}
            />
          )}
        />
        {typeError ? <p className="text-xs text-danger">{typeError}</p> : null}
        <p className="text-xs text-text-muted">{t(`form.typeHelp.${values.type}`)}</p>
      </div>
      <TextField
        {...form.register('workingDir')}
        mono
        label={t('form.workingDir')}
        hint={t('form.optional')}
        placeholder={defaultWorkingDir(values.type)}
        help={t('form.workingDirHelp', { path: defaultWorkingDir(values.type) })}
        error={errorOf('workingDir')}
      />
      <TextField
        {...form.register('timeout')}
        inputMode="numeric"
        label={t('form.timeout')}
        hint={t('form.seconds')}
        help={
          seconds !== null && seconds > 0 && !errorOf('timeout')
            ? t('form.timeoutHelp', { duration: format.duration(seconds * 1000) })
            : undefined
        }
        error={errorOf('timeout')}
      />
    </section>
  );
}
