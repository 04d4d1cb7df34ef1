import { useTranslation } from '@/i18n/use-translation';
import { cx } from '@/ui/cx';
import type { PreviewPart } from './preview';

export interface ScriptPreviewProps {
  label: string;
  parts: readonly PreviewPart[];
  className?: string;
}

/** A script with its values set apart. The text is exactly what runs: marks of empty values hold no characters. */
export function ScriptPreview({ label, parts, className }: ScriptPreviewProps) {
  const { t } = useTranslation('run');
  const titleOf = ({ name, text, byService, unquoted }: PreviewPart & { name: string }) => {
    if (byService) return t('with.byService', { name });
    if (unquoted) return t('with.unquoted', { name });
    return text === '' ? t('with.emptyValue', { name }) : name;
  };
  return (
    <pre
      role="group"
      aria-label={label}
      tabIndex={0}
      className={cx('code-block break-words whitespace-pre-wrap', className)}
    >
      {parts.map((part, index) =>
        part.name === undefined ? (
          part.text
        ) : (
          <span
            // A part has no identity but its place.
            key={index}
            title={titleOf({ ...part, name: part.name })}
            // Written by the style sheet, so that the empty value stays out of the text.
            data-empty={part.text === '' ? t('with.empty') : undefined}
            className={cx(
              'param',
              part.text === '' && 'before:font-normal before:italic before:content-[attr(data-empty)]',
              part.byService && 'italic',
              part.unquoted && 'underline decoration-warn decoration-wavy decoration-1 underline-offset-4',
            )}
          >
            {part.text}
          </span>
        ),
      )}
    </pre>
  );
}
