import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionNames } from '../actions';
import { flatten } from '../params';
import { CATALOG, fieldsOf, findAction, TOPICS } from '.';
import type { Field, ScalarField } from './field';
import { faultOf, faultsOf } from './field-check';
import { type FieldValues, rowsOf, toParams, toValues, withoutSecretFields } from './field-values';

const listed = TOPICS.flatMap(({ actions }) => actions.map(({ name }) => name));
const fieldsNamed = (action: string): readonly Field[] => {
  const found = findAction(action);
  if (!found) throw new Error(`no ${action}`);
  return fieldsOf(found);
};

/** Texts for any part of the fields, with gaps in lists and empty rows. */
function anyValues(fields: readonly Field[], prefix = ''): fc.Arbitrary<FieldValues> {
  const parts = fields.map((field) => valuesOfOne(field, prefix + field.name));
  return fc.tuple(...parts).map((all): FieldValues => Object.assign({}, ...all));
}

function valuesOfOne(field: Field, name: string): fc.Arbitrary<FieldValues> {
  if (field.kind === 'group') return anyValues(field.fields, `${name}.`);
  if (field.kind === 'scalar') {
    const words = fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.constantFrom('', 'true', 'false', '01', '1e3', 'NaN', 'Infinity', '-0', '1.50'),
    );
    return fc.option(words, { nil: undefined }).map((word) => (word === undefined ? {} : { [name]: word }));
  }
  return fc
    .uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 3 })
    .chain((rows) => fc.tuple(...rows.map((row) => valuesOfOne(field.item, `${name}.${row}`))))
    .map((all): FieldValues => Object.assign({}, ...all));
}

describe('the catalogue', () => {
  it('J7: has every action of the console, and no other', () => {
    expect(listed.toSorted()).toEqual(actionNames().toSorted());
  });

  it('J7: names no action twice, and no parameter twice in one action', () => {
    expect(new Set(listed).size).toBe(listed.length);
    for (const action of CATALOG) {
      const names = fieldsOf(action).map(({ name }) => name);
      expect([action.name, new Set(names).size]).toEqual([action.name, names.length]);
    }
  });

  it('J7: says of a default that it is one of the values there are', () => {
    for (const action of CATALOG) {
      const bad = fieldsOf(action).filter(
        (field) =>
          field.kind === 'scalar' && field.default !== undefined && faultOf(field, field.default) !== null,
      );
      expect([action.name, bad]).toEqual([action.name, []]);
    }
  });
});

describe('the values of a form', () => {
  it('J7: become nested parameters, numbers and flags as such', () => {
    const values = {
      RegionId: 'cn-hangzhou',
      PageSize: '50',
      DryRun: 'true',
      'Tag.2.Key': 'env',
      'Tag.2.Value': 'prod',
      'Tag.5.Key': '',
      Unknown: 'x',
    };
    expect(toParams(fieldsNamed('DescribeInstances'), values)).toEqual({
      RegionId: 'cn-hangzhou',
      PageSize: 50,
      DryRun: true,
      Tag: [{ Key: 'env', Value: 'prod' }],
    });
  });

  it('J7: send an empty text where it clears a value', () => {
    const fields = fieldsNamed('ModifyCommand');
    expect(toParams(fields, { CommandId: 'c-1', Description: '' })).toEqual({
      CommandId: 'c-1',
      Description: '',
    });
  });

  it('J7: are sent with the very texts of the form, whatever the action and the texts', () => {
    const actionAndValues = fc
      .constantFrom(...CATALOG)
      .chain((action) => anyValues(fieldsOf(action)).map((values) => ({ fields: fieldsOf(action), values })));
    fc.assert(
      fc.property(actionAndValues, ({ fields, values }) => {
        const flat = flatten(toParams(fields, values));
        const texts = (all: FieldValues, name: (key: string) => string) =>
          Object.entries(all)
            .map(([key, value]) => `${name(key)}=${value}`)
            .toSorted();
        // Rows lose their gaps, and empty texts of rows are not sent; all else is sent as it stands.
        const isRow = (key: string) => /\.\d+(?:\.|$)/.test(key);
        const sent = Object.fromEntries(
          Object.entries(values).filter(([key, value]) => value !== '' || !isRow(key)),
        );
        const bare = (key: string) => key.replaceAll(/\.\d+(?=\.|$)/g, '.N');
        expect(texts(flat, bare)).toEqual(texts(sent, bare));
        for (const list of fields.filter((field) => field.kind === 'list'))
          expect(rowsOf(list.name, flat)).toEqual(rowsOf(list.name, flat).map((_, index) => index + 1));
        // What was sent opens the same form again.
        expect(toParams(fields, toValues(fields, toParams(fields, values)))).toEqual(
          toParams(fields, values),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('J7: are kept without secrets', () => {
    expect(
      withoutSecretFields(fieldsNamed('RunInstances'), {
        ImageId: 'm-1',
        Password: 'Secret-1',
        'Tag.1.Key': 'a',
      }),
    ).toEqual({ ImageId: 'm-1', 'Tag.1.Key': 'a' });
  });
});

describe('what the contract says against a value', () => {
  const scalar = (facts: Partial<ScalarField>): ScalarField => ({
    kind: 'scalar',
    name: 'X',
    type: 'text',
    ...facts,
  });
  it.each<[string, Partial<ScalarField>, string, unknown]>([
    ['a word for a number', { type: 'integer' }, 'ten', { key: 'notInteger' }],
    ['a fraction for a whole number', { type: 'integer' }, '1.5', { key: 'notInteger' }],
    ['too small a number', { type: 'integer', min: 10 }, '9', { key: 'tooSmall', limit: 10 }],
    ['too large a number', { type: 'integer', max: 50 }, '51', { key: 'tooLarge', limit: 50 }],
    ['the largest number', { type: 'integer', max: 50 }, '50', null],
    ['too long a text', { maxLength: 3 }, 'abcd', { key: 'tooLong', limit: 3, length: 4 }],
    ['a value that is not listed', { values: ['A', 'B'] }, 'C', { key: 'notListed' }],
    ['a flag that is none', { type: 'boolean' }, 'yes', { key: 'notListed' }],
    ['broken JSON', { type: 'json' }, '["a"', { key: 'notJson', line: 1, column: 5 }],
    ['nothing at all', { type: 'json' }, '', null],
  ])('J7: %s', (_what, facts, value, fault) => {
    expect(faultOf(scalar(facts), value)).toEqual(fault);
  });

  it('J7: a required list without items is missing, one with too many says how many', () => {
    const action = findAction('StopInvocation');
    const many = Object.fromEntries(
      Array.from({ length: 51 }, (_, row) => [`InstanceId.${row + 1}`, `i-${row}`]),
    );
    const faults = faultsOf(action?.required ?? [], action?.optional ?? [], {
      RegionId: 'cn-hangzhou',
      ...many,
    });
    expect([...faults]).toEqual([
      ['InvokeId', { key: 'missing' }],
      ['InstanceId', { key: 'tooMany', limit: 50, count: 51 }],
    ]);
  });
});
