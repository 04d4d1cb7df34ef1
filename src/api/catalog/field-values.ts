import { isMasked, MASK } from '@/domain/secrets';
import { flatten, type Params, type ParamValue } from '../params';
import type { Field, GroupField, ScalarField } from './field';

/**
 * What a form holds: texts under their names on the wire, `InstanceId.1`, `Tag.2.Key`. A name that is absent is not sent;
 * an empty text is sent empty, but in a list it only holds a row open.
 */
export type FieldValues = Readonly<Record<string, string>>;

/**
 * The parameters that the values stand for: lists without gaps, numbers and booleans as such where the text is one. Flattened
 * they are the very texts of the form. Names that no field has are left out.
 */
export function toParams(fields: readonly Field[], values: FieldValues): Params {
  return (membersOf(fields, '', values, false) ?? {}) as Params;
}

/** The values that a form needs to send such parameters, but for what is masked in them; names that no field has are left out. */
export function toValues(fields: readonly Field[], params: Params): FieldValues {
  const values = Object.entries(knownValues(fields, flatten(params)));
  return Object.fromEntries(values.filter(([, text]) => !isMasked(text)));
}

/** Only what some field of these has a place for. */
export function knownValues(fields: readonly Field[], values: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => fieldNamed(fields, name.split('.')) !== null),
  );
}

/** Without the fields that must not be kept. */
export function withoutSecretFields(fields: readonly Field[], values: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => fieldNamed(fields, name.split('.'))?.secret !== true),
  );
}

/** For the eye and for copies: with a mask in place of what is in such fields. */
export function withMaskedFields(fields: readonly Field[], values: FieldValues): FieldValues {
  const open = withoutSecretFields(fields, values);
  return Object.fromEntries(
    Object.entries(values).map(([name, text]) => [
      name,
      text === '' || Object.hasOwn(open, name) ? text : MASK,
    ]),
  );
}

/** Numbers of the rows of a list, in their order; rows keep their number while others go. */
export function rowsOf(name: string, values: FieldValues): number[] {
  const rows = new Set<number>();
  for (const key of Object.keys(values)) {
    if (!key.startsWith(`${name}.`)) continue;
    const row = /^[1-9]\d{0,3}(?=\.|$)/.exec(key.slice(name.length + 1))?.[0];
    if (row) rows.add(Number(row));
  }
  return [...rows].sort((a, b) => a - b);
}

/** The name of the first text below a field: what holds a new row open. */
export function firstName(field: ScalarField | GroupField, name: string): string {
  if (field.kind === 'scalar') return name;
  const [first] = field.fields;
  if (!first) return name;
  const inner = `${name}.${first.name}`;
  return first.kind === 'list' ? firstName(first.item, `${inner}.1`) : firstName(first, inner);
}

/** Whether anything is held for the field or below it. */
export function isSet(name: string, values: FieldValues): boolean {
  return Object.keys(values).some((key) => key === name || key.startsWith(`${name}.`));
}

function membersOf(
  fields: readonly Field[],
  prefix: string,
  values: FieldValues,
  inList: boolean,
): Record<string, ParamValue> | undefined {
  const members = fields.flatMap((field) => {
    const value = valueOf(field, prefix + field.name, values, inList);
    return value === undefined ? [] : [[field.name, value] as const];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

function valueOf(field: Field, name: string, values: FieldValues, inList: boolean): ParamValue | undefined {
  if (field.kind === 'group') return membersOf(field.fields, `${name}.`, values, inList);
  if (field.kind === 'list') {
    const items = rowsOf(name, values).flatMap((row) => {
      const item = valueOf(field.item, `${name}.${row}`, values, true);
      return item === undefined ? [] : [item];
    });
    return items.length === 0 ? undefined : items;
  }
  const text = Object.hasOwn(values, name) ? values[name] : undefined;
  if (text === undefined || (text === '' && inList)) return undefined;
  return typed(field, text);
}

function typed({ type }: ScalarField, text: string): string | number | boolean {
  if ((type === 'integer' || type === 'number') && text !== '' && String(Number(text)) === text)
    return Number.isFinite(Number(text)) ? Number(text) : text;
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/** The field behind a name on the wire; null if there is none. */
function fieldNamed(fields: readonly Field[], path: readonly string[]): ScalarField | null {
  const [name, ...rest] = path;
  const field = fields.find((one) => one.name === name);
  if (!field) return null;
  if (field.kind !== 'list') return scalarAt(field, rest);
  const [row = '', ...inner] = rest;
  return /^[1-9]\d{0,3}$/.test(row) ? scalarAt(field.item, inner) : null;
}

function scalarAt(field: ScalarField | GroupField, path: readonly string[]): ScalarField | null {
  if (field.kind === 'group') return fieldNamed(field.fields, path);
  return path.length === 0 ? field : null;
}
