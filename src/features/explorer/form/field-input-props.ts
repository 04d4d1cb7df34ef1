import type { Field } from '@/api/catalog/field';
import type { FieldFault } from '@/api/catalog/field-check';
import type { ValueForm } from './use-values';

/** What the control of a field gets. */
export interface FieldInputProps<Kind extends Field = Field> {
  field: Kind;
  /** On the wire: `Tag.1.Key`. */
  name: string;
  form: ValueForm;
  faults: ReadonlyMap<string, FieldFault>;
  /** Inside a list an empty text holds a row open and is not sent. */
  inList?: boolean;
  hiddenLabel?: boolean;
}
