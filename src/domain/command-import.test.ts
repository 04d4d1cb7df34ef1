import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileEntry } from './command-file';
import { freeNames, importStates, type SavedForm } from './command-import';

const form = (name: string, contentBase64 = 'YQ=='): SavedForm => ({
  name,
  description: '',
  type: 'RunShellScript',
  contentBase64,
  workingDir: '',
  timeoutSeconds: 60,
  enableParameter: false,
});
const entry = (name: string, content = 'a'): Extract<FileEntry, { ok: true }> => ({
  ok: true,
  index: 0,
  command: { ...form(name), content, createdAt: '' },
  draft: { ...form(name), type: 'RunShellScript', content, timeout: '60' },
});
const formOf = ({ draft }: Extract<FileEntry, { ok: true }>) => form(draft.name, btoa(draft.content));

describe('import of commands', () => {
  it('A9: tells what is new, what has a name that is taken, and what is there already', () => {
    const broken: FileEntry = { ok: false, index: 3, name: 'x', problems: [] };
    const states = importStates(
      [entry('new'), entry('old', 'b'), entry('old', 'a'), broken],
      [form('old', btoa('a'))],
      formOf,
    );
    expect(states).toEqual(['new', 'sameName', 'identical', 'invalid']);
  });

  it('A9: tells names that come twice in the file', () => {
    expect(importStates([entry('a'), entry('a', 'b'), entry('a')], [], formOf)).toEqual([
      'new',
      'sameName',
      'identical',
    ]);
  });

  it('A9: finds for every command a name that is free and fits', () => {
    expect(freeNames(['a', 'a', 'b'], ['a', 'a-2'], 128)).toEqual(['a-3', 'a-4', 'b']);
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .filter((text) => text.length <= 8);
    fc.assert(
      fc.property(fc.array(name), fc.array(name), (names, taken) => {
        const free = freeNames(names, taken, 8);
        expect(new Set(free).size).toBe(names.length);
        for (const given of free) {
          expect(taken).not.toContain(given);
          expect(given.length).toBeLessThanOrEqual(8);
          expect(given).not.toMatch(/\p{Cs}/u);
        }
      }),
    );
  });
});
