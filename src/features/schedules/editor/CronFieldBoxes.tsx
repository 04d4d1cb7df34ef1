import { useTranslation } from '@/i18n/use-translation';
import { CRON_FIELDS, type CronError, splitCron } from '@/domain/cron';
import { cx } from '@/ui/cx';

export interface CronFieldBoxesProps {
  expression: string;
  errors: readonly CronError[];
  /** The field the caret is in, counted from 0. */
  current: number | null;
  /** A field was chosen: its text from `from` to `to` in the expression. */
  onChoose(from: number, to: number): void;
}

/**
 * The fields of an expression side by side, each with its name and marked when it is wrong; a press selects its text.
 * Not tab stops: with the keyboard one moves in the text itself.
 */
export function CronFieldBoxes({ expression, errors, current, onChoose }: CronFieldBoxesProps) {
  const { t } = useTranslation('schedules');
  const fields = splitCron(expression);
  const isWrong = (field: string) => errors.some((error) => error.field === field);
  return (
    <div role="group" aria-label={t('editor.fields')} className="flex gap-1">
      {CRON_FIELDS.map((field, index) => {
        const part = fields[index];
        const name = t(`fieldName.${field}`);
        return (
          <button
            key={field}
            type="button"
            tabIndex={-1}
            aria-label={
              part
                ? t('editor.fieldButton', { field: name, text: part.text })
                : t('editor.fieldEmpty', { field: name })
            }
            aria-current={index === current || undefined}
            data-invalid={isWrong(field) || undefined}
            className={cx(
              'flex min-w-0 flex-auto flex-col items-center rounded-sm px-1 py-0.5',
              isWrong(field)
                ? 'bg-danger-subtle text-danger'
                : index === current
                  ? 'bg-accent-subtle text-accent'
                  : 'bg-panel hover:bg-hover',
            )}
            onClick={() =>
              part
                ? onChoose(part.position, part.position + part.text.length)
                : onChoose(expression.length, expression.length)
            }
          >
            <span className="code max-w-full truncate font-semibold">{part?.text ?? '\u00a0'}</span>
            <span className={cx('text-xs', isWrong(field) || index === current ? '' : 'text-text-subtle')}>
              {t(`field.${field}`)}
            </span>
          </button>
        );
      })}
    </div>
  );
}
