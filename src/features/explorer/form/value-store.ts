import { type CatalogAction, fieldsOf } from '@/api/catalog';
import { type FieldValues, knownValues, toValues, withoutSecretFields } from '@/api/catalog/field-values';
import type { Params } from '@/api/rpc';
import { dropFromSession, keepInSession, readFromSession } from '@/ui/session-keep';

/** Names of parameters begin with a capital, those of the page's own settings do not. */
const isParameter = (name: string) => /^[A-Z]/.test(name);
const keyOf = (region: string, action: string) => `explorer-draft:${region}:${action}`;

/** What a form opens with: the parameters of a call, else what the address holds of a read, else the draft of a write. */
export function openingValues(
  action: CatalogAction,
  region: string,
  address: URLSearchParams,
  call: Params | undefined,
): FieldValues {
  const fields = fieldsOf(action);
  const kept = () =>
    action.kind === 'read'
      ? Object.fromEntries([...address].filter(([name]) => isParameter(name)))
      : textsOf(readFromSession(keyOf(region, action.name)));
  const values = call ? toValues(fields, call) : knownValues(fields, kept());
  return { RegionId: region, ...values };
}

/** The address with the values of a read, secrets left out, and the page's own settings as they are. */
export function addressWith(
  action: CatalogAction,
  region: string,
  before: URLSearchParams,
  values: FieldValues,
): URLSearchParams {
  const next = new URLSearchParams([...before].filter(([name]) => !isParameter(name)));
  for (const [name, value] of Object.entries(withoutSecretFields(fieldsOf(action), values)))
    if (name !== 'RegionId' || value !== region) next.set(name, value);
  return next;
}

/** Keeps what was typed for a write in this tab, secrets left out. */
export function keepDraft(action: CatalogAction, region: string, values: FieldValues): void {
  const kept = withoutSecretFields(fieldsOf(action), values);
  const { RegionId, ...typed } = kept;
  if (Object.keys(typed).length === 0 && RegionId === region) dropFromSession(keyOf(region, action.name));
  else keepInSession(keyOf(region, action.name), kept);
}

function textsOf(value: unknown): FieldValues {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
