/**
 * What a parameter of an action is, in the type letters of the contract: text, whole number, number, boolean, or JSON in
 * one text.
 */
export type ScalarType = 'text' | 'integer' | 'number' | 'boolean' | 'json';

/** A short remark on a parameter; pages have the words for each. */
export type FieldNote =
  | 'addedInstances'
  | 'allHosts'
  | 'attributeNames'
  | 'atLeastOneLevel'
  | 'atLeastOneChannel'
  | 'commaSeparated'
  | 'contactLevel'
  | 'cron'
  | 'encodedAsNamed'
  | 'endTime'
  | 'epochMs'
  | 'finishedOnly'
  | 'fullHours'
  | 'groupBy'
  | 'idempotent'
  | 'ignoredToday'
  | 'insteadOfList'
  | 'jsonArray'
  | 'jsonDimensions'
  | 'jsonObject'
  | 'minuteTime'
  | 'needsInvokeId'
  | 'neverTrue'
  | 'notWithInstanceType'
  | 'oneTemplate'
  | 'periodicOnly'
  | 'prefix'
  | 'searchKeywords'
  | 'secondsAllowed'
  | 'statisticsRule'
  | 'utcTime'
  | 'wholeMembership'
  | 'wildcards'
  | 'windowsOnly';

interface ScalarFacts {
  /** All values there are. */
  values?: readonly string[];
  /** Smallest and largest number. */
  min?: number;
  max?: number;
  /** Most characters. */
  maxLength?: number;
  /** What the server takes when nothing is sent. */
  default?: string;
  note?: FieldNote;
  /** Never kept, never put into an address, never shown in clear. */
  secret?: true;
  /** Usually has several lines. */
  multiline?: true;
  /** Usually travels as Base64: pages offer to encode and decode it. */
  base64?: true;
}

export interface ScalarField extends ScalarFacts {
  kind: 'scalar';
  name: string;
  type: ScalarType;
}

/** `Name.1`, `Name.2` … or, with members, `Name.1.Key` … */
export interface ListField {
  kind: 'list';
  name: string;
  item: ScalarField | GroupField;
  /** Most items in one call. */
  max?: number;
  note?: FieldNote;
}

/** `Name.Member` … */
export interface GroupField {
  kind: 'group';
  name: string;
  fields: readonly Field[];
  note?: FieldNote;
}

export type Field = ScalarField | ListField | GroupField;

const scalar =
  (type: ScalarType) =>
  (name: string, facts: ScalarFacts = {}): ScalarField => ({ kind: 'scalar', name, type, ...facts });

export const text = scalar('text');
export const integer = scalar('integer');
export const number = scalar('number');
export const json = scalar('json');
export const flag = scalar('boolean');

/** A text of which the contract lists all values; another one can be sent all the same. */
export function choice(
  name: string,
  values: readonly string[],
  facts: Omit<ScalarFacts, 'values'> = {},
): ScalarField {
  return text(name, { ...facts, values });
}

/** Texts under one name: `InstanceId.1`, `InstanceId.2`. */
export function texts(
  name: string,
  { max, note, ...facts }: ScalarFacts & Pick<ListField, 'max' | 'note'> = {},
): ListField {
  return listOf(name, text('', facts), { max, note });
}

/** Objects under one name: `Tag.1.Key`, `Tag.1.Value`. */
export function objects(
  name: string,
  fields: readonly Field[],
  facts: Pick<ListField, 'max' | 'note'> = {},
): ListField {
  return listOf(name, group('', fields), facts);
}

export function group(name: string, fields: readonly Field[], note?: FieldNote): GroupField {
  return { kind: 'group', name, fields, ...(note ? { note } : {}) };
}

function listOf(
  name: string,
  item: ListField['item'],
  { max, note }: { max?: number | undefined; note?: FieldNote | undefined },
): ListField {
  return { kind: 'list', name, item, ...(max === undefined ? {} : { max }), ...(note ? { note } : {}) };
}
