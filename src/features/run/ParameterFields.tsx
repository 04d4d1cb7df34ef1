import { useTranslation } from '@/i18n/use-translation';
import { cx } from '@/ui/cx';
import { TextField } from '@/ui/TextField';
import { valueOf } from './run-request';

export interface ParameterFieldsProps {
  names: readonly string[];
  values: Readonly<Record<string, string>>;
  onChange(name: string, value: string): void;
}

const MOST_LINES = 6;

/** One field per parameter (manual 1.2.2, step c): a line that grows with what is typed or pasted. */
export function ParameterFields({ names, values, onChange }: ParameterFieldsProps) {
  const { t } = useTranslation('run');
  return (
    <div className={cx('grid gap-3', names.length > 1 && 'grid-cols-2')}>
      {names.map((name) => {
        const value = valueOf(values, name);
        return (
          <TextField
            key={name}
            label={name}
            hint={value === '' ? t('with.emptyAllowed') : undefined}
            mono
            multiline
            // For browsers that cannot size a field by its content.
            rows={Math.min(MOST_LINES, value.split('\n').length)}
            value={value}
            spellCheck={false}
            autoCapitalize="off"
            className="[&_textarea]:field-sizing-content [&_textarea]:max-h-32 [&_textarea]:min-h-8 [&_textarea]:resize-none"
            onChange={(event) => onChange(name, event.target.value)}
          />
        );
      })}
    </div>
  );
}
