import { useEffect, useState } from 'react';
import { type CatalogAction, fieldsOf } from '@/api/catalog';
import { type FieldValues, firstName, isSet } from '@/api/catalog/field-values';
import type { Params } from '@/api/rpc';
import { useAddress } from '@/ui/use-address';
import { addressWith, keepDraft, openingValues } from './value-store';

export interface ValueForm {
  values: FieldValues;
  /** Optional fields on the form, in the order they came. */
  opened: readonly string[];
  /** Sets a text; undefined takes it out. */
  change(name: string, text: string | undefined): void;
  changeAll(change: (values: FieldValues) => FieldValues): void;
  open(name: string): void;
  /** Takes an optional field off the form, with all that is in it. */
  close(name: string): void;
  reset(): void;
  /** Puts the values of a read into the address, and the pane on show if one is given. */
  settle(pane?: string): void;
}

/** What is typed for an action. Mount anew for another action or another call. */
export function useValues(action: CatalogAction, region: string, call: Params | undefined): ValueForm {
  const [address, changeAddress] = useAddress();
  const [values, setValues] = useState(() => openingValues(action, region, address, call));
  const [opened, setOpened] = useState(() => {
    const required = new Set(action.required);
    return fieldsOf(action)
      .filter((field) => !required.has(field) && isSet(field.name, values))
      .map(({ name }) => name);
  });

  useEffect(() => {
    if (action.kind === 'write') keepDraft(action, region, values);
  }, [action, region, values]);

  const without = (name: string) => (before: FieldValues) =>
    Object.fromEntries(Object.entries(before).filter(([key]) => key !== name && !key.startsWith(`${name}.`)));
  return {
    values,
    opened,
    change: (name, text) =>
      setValues((before) => (text === undefined ? without(name)(before) : { ...before, [name]: text })),
    changeAll: setValues,
    open: (name) => {
      setOpened((before) => [...before, name]);
      const field = fieldsOf(action).find((one) => one.name === name);
      // A list opens with a row to write on.
      if (field?.kind === 'list')
        setValues((before) => ({ ...before, [firstName(field.item, `${name}.1`)]: '' }));
    },
    close: (name) => {
      setOpened((before) => before.filter((one) => one !== name));
      setValues(without(name));
    },
    reset: () => {
      setOpened([]);
      setValues({ RegionId: region });
    },
    settle: (pane) => {
      changeAddress((newest) => {
        const next = action.kind === 'read' ? addressWith(action, region, newest, values) : newest;
        if (pane !== undefined) next.set('pane', pane);
        return next;
      });
    },
  };
}
