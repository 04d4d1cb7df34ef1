import { type ReactNode, useRef } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { COMMAND_TYPES, defaultWorkingDir } from '@/domain/command-type';
import { Segmented } from '@/ui/Segmented';
import { Switch } from '@/ui/Switch';
import { TextField } from '@/ui/TextField';
import type { ScriptDraft } from './script-draft';

export interface ScriptFieldsProps {
  draft: ScriptDraft;
  onChange(change: Partial<ScriptDraft>): void;
  /** What is wrong with a field. */
  errorOf(field: keyof ScriptDraft): string | undefined;
  /** The parameters' values, below their switch. */
  children: ReactNode;
}

/** How the script runs: its type, where, for how long, with what values; and whether it is kept. */
export function ScriptFields({ draft, onChange, errorOf, children }: ScriptFieldsProps) {
  const { t } = useTranslation('run');
  const { t: word } = useTranslation('domain');
  const name = useRef<HTMLElement>(null);
  return (
    <section
      aria-label={t('script.how')}
      className="flex min-h-0 min-w-0 flex-col gap-3 overflow-auto -ml-0.5 pr-6 pb-1 pl-0.5"
    >
      <div className="flex flex-col gap-1">
        <span className="font-semibold">{t('script.type')}</span>
        <Segmented
          label={t('script.type')}
          value={draft.type}
          className="self-start"
          onValueChange={(type) => onChange({ type })}
          options={COMMAND_TYPES.map((type) => ({ value: type, label: word(`commandType.${type}`) }))}
        />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_96px] items-start gap-3">
        <TextField
          label={t('content.workingDir')}
          mono
          placeholder={defaultWorkingDir(draft.type)}
          title={draft.workingDir || defaultWorkingDir(draft.type)}
          value={draft.workingDir}
          error={errorOf('workingDir')}
          onChange={(event) => onChange({ workingDir: event.target.value })}
        />
        <TextField
          label={t('script.timeout')}
          inputMode="numeric"
          value={draft.timeout}
          error={errorOf('timeout')}
          onChange={(event) => onChange({ timeout: event.target.value })}
        />
      </div>
      <Switch
        label={t('script.useParameters')}
        checked={draft.enableParameter}
        help={draft.enableParameter ? undefined : t('script.parametersOff', { example: '{{name}}' })}
        onCheckedChange={(enableParameter) => onChange({ enableParameter })}
      />
      {children}
      <Switch
        label={t('script.keep')}
        checked={draft.keep}
        help={draft.keep ? undefined : t('script.keepHelp')}
        onCheckedChange={(keep) => {
          onChange({ keep });
          // It may lie below the edge of what scrolls here.
          if (keep) requestAnimationFrame(() => name.current?.focus());
        }}
      />
      {draft.keep ? (
        <TextField
          ref={(field) => {
            name.current = field;
          }}
          label={t('script.name')}
          value={draft.name}
          error={errorOf('name')}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      ) : null}
    </section>
  );
}
