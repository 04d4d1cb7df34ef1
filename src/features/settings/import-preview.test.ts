import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewImport } from './import-preview';

const exported = {
  format: 'ecs-operations-console-demo',
  schemaVersion: 1,
  meta: { fleetSize: 1000 },
  acts: [
    { kind: 'CommandCreated' },
    { kind: 'InvocationCreated' },
    { kind: 'ExecutionFinished' },
    { kind: 'CommandDeleted' },
  ],
  blobs: {},
};

describe('previewImport', () => {
  it('K1: counts what an export holds', () => {
    expect(previewImport(JSON.stringify(exported))).toEqual({
      commands: 1,
      runs: 1,
      results: 1,
      acts: 4,
      fleet: 1000,
    });
  });

  it.each([
    ['{"format":', 'notJson'],
    ['', 'notJson'],
    ['null', 'notExport'],
    ['[]', 'notExport'],
    [JSON.stringify({ ...exported, format: 'other' }), 'notExport'],
    [JSON.stringify({ ...exported, acts: {} }), 'notExport'],
    [JSON.stringify({ ...exported, meta: null }), 'notExport'],
  ])('K1: %s is refused as %s', (text, problem) => {
    expect(previewImport(text)).toBe(problem);
  });

  it('K1: any text and any JSON gets an answer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(['notJson', 'notExport']).toContain(previewImport(text));
      }),
    );
  });
});
