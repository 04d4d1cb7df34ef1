import { jsonFault } from '@/domain/json-syntax';
import type { Field, ScalarField } from './field';
import { type FieldValues, rowsOf } from './field-values';

/** What the contract says against a value. The server has the last word: it may be sent all the same. */
export type FieldFault =
  | { key: 'missing' }
  | { key: 'notInteger' }
  | { key: 'notNumber' }
  | { key: 'tooSmall'; limit: number }
  | { key: 'tooLarge'; limit: number }
  | { key: 'tooLong'; limit: number; length: number }
  | { key: 'tooMany'; limit: number; count: number }
  | { key: 'notJson'; line: number; column: number }
  | { key: 'notListed' };

/** The fault of one text; null if there is none. */
export function faultOf({ type, values, min, max, maxLength }: ScalarField, text: string): FieldFault | null {
  if (text === '') return null;
  if (values && !values.includes(text)) return { key: 'notListed' };
  if (type === 'boolean' && text !== 'true' && text !== 'false') return { key: 'notListed' };
  if (type === 'integer' && !/^[+-]?\d+$/.test(text)) return { key: 'notInteger' };
  if (type === 'number' && !/^[+-]?\d+(?:\.\d+)?$/.test(text)) return { key: 'notNumber' };
  if (type === 'integer' || type === 'number') {
    if (min !== undefined && Number(text) < min) return { key: 'tooSmall', limit: min };
    if (max !== undefined && Number(text) > max) return { key: 'tooLarge', limit: max };
  }
  if (type === 'json') {
    const place = jsonFault(text);
    if (place) return { key: 'notJson', ...place };
  }
  const length = [...text].length;
  if (maxLength !== undefined && length > maxLength) return { key: 'tooLong', limit: maxLength, length };
  return null;
}

/** Every fault by the name on the wire: of what is there, and of required fields that are not. */
export function faultsOf(
  required: readonly Field[],
  optional: readonly Field[],
  values: FieldValues,
): ReadonlyMap<string, FieldFault> {
  const faults = new Map<string, FieldFault>();
  for (const field of required) addFaults(field, field.name, values, true, faults);
  for (const field of optional) addFaults(field, field.name, values, false, faults);
  return faults;
}

/** Whether something of the field is filled in. */
function addFaults(
  field: Field,
  name: string,
  values: FieldValues,
  isRequired: boolean,
  faults: Map<string, FieldFault>,
): boolean {
  let filled = false;
  if (field.kind === 'scalar') {
    const text = values[name] ?? '';
    filled = text !== '';
    const fault = faultOf(field, text);
    if (fault) faults.set(name, fault);
  } else if (field.kind === 'group') {
    for (const member of field.fields)
      filled = addFaults(member, `${name}.${member.name}`, values, false, faults) || filled;
  } else {
    let count = 0;
    for (const row of rowsOf(name, values))
      if (addFaults(field.item, `${name}.${row}`, values, false, faults)) count++;
    filled = count > 0;
    if (field.max !== undefined && count > field.max)
      faults.set(name, { key: 'tooMany', limit: field.max, count });
  }
  if (isRequired && !filled) faults.set(name, { key: 'missing' });
  return filled;
}
