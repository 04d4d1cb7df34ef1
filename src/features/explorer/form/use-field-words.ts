import type { Field, ScalarField } from '@/api/catalog/field';
import type { FieldFault } from '@/api/catalog/field-check';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { useActionWords } from '../use-action-words';

/** What a field takes and what is wrong with what it holds, in words. */
export function useFieldWords() {
  const { t } = useTranslation('explorer');
  const { notes } = useActionWords();
  const format = useFormat();
  const number = (value: number) => format.number(value);

  const limits = ({ min, max, maxLength }: ScalarField): string => {
    if (min !== undefined && max !== undefined)
      return t('field.range', { min: number(min), max: number(max) });
    if (min !== undefined) return t('field.from', { min: number(min) });
    if (max !== undefined) return t('field.upTo', { max: number(max) });
    return maxLength === undefined ? '' : t('field.length', { max: number(maxLength) });
  };

  return {
    /** Kind and limits: "whole number, 1 to 50". */
    kind(field: Field): string {
      if (field.kind === 'group') return '';
      if (field.kind === 'list')
        return field.max === undefined ? t('field.list') : t('field.listUpTo', { max: number(field.max) });
      const kind = field.values ? t('field.type.choice') : t(`field.type.${field.type}`);
      const limit = limits(field);
      return limit ? t('field.kind', { kind, limit }) : kind;
    },
    /** What is to be known, and what an absent value means. */
    help(field: Field): string {
      const byDefault =
        field.kind === 'scalar' && field.default !== undefined
          ? t('field.default', { value: field.default })
          : null;
      return format.sentences(field.note ? notes[field.note] : null, byDefault);
    },
    fault(fault: FieldFault): string {
      switch (fault.key) {
        case 'tooSmall':
        case 'tooLarge':
          return t(`fault.${fault.key}`, { limit: number(fault.limit) });
        case 'tooLong':
          return t('fault.tooLong', { limit: number(fault.limit), length: number(fault.length) });
        case 'tooMany':
          return t('fault.tooMany', { limit: number(fault.limit), count: fault.count });
        case 'notJson':
          return t('fault.notJson', { line: number(fault.line), column: number(fault.column) });
        default:
          return t(`fault.${fault.key}`);
      }
    },
  };
}
