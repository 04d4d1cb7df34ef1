import type { FlatParams } from './signature';

/** A parameter as the caller writes it: lists and objects nest as on the wire's documentation. */
export type ParamValue =
  | string
  | number
  | boolean
  | undefined
  | null
  | readonly ParamValue[]
  | { readonly [key: string]: ParamValue };

/** Business parameters under their wire names. */
export type Params = { readonly [key: string]: ParamValue };

/**
 * Flattens parameters into the names of the wire (contract 1.3): `InstanceId.1`, `Tag.1.Key`, `EventPublishTime.Start`.
 * Absent members are left out and do not take a number; empty texts are sent, because they clear a value.
 */
export function flatten(params: Params): FlatParams {
  const entries: [string, string][] = [];
  const visit = (name: string, value: ParamValue): void => {
    if (value === undefined || value === null) return;
    if (typeof value !== 'object') entries.push([name, String(value)]);
    else if (isList(value))
      value.filter(isPresent).forEach((item, index) => visit(`${name}.${index + 1}`, item));
    else for (const [key, item] of Object.entries(value)) visit(`${name}.${key}`, item);
  };
  for (const [name, value] of Object.entries(params)) visit(name, value);
  // fromEntries defines members, so that a name like `__proto__` stays an ordinary name.
  return Object.fromEntries(entries);
}

/** Parameters that travel as one JSON text (`Parameters`, `InstanceIds`): undefined when there is nothing to send. */
export function jsonText(
  value: readonly string[] | Readonly<Record<string, string>> | undefined,
): string | undefined {
  if (value === undefined || Object.keys(value).length === 0) return undefined;
  return JSON.stringify(value);
}

const isPresent = (value: ParamValue): boolean => value !== undefined && value !== null;

function isList(value: object): value is readonly ParamValue[] {
  return Array.isArray(value);
}
