import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { substitute } from '@/domain/parameters';
import { knownBuiltIns, previewParts } from './preview';

const BUILT_INS = knownBuiltIns('cn-hangzhou', 'c-1', []);

const shell = (content: string, enableParameter = true) =>
  ({ content, enableParameter, type: 'RunShellScript' }) as const;

describe('preview', () => {
  it('B4: sets the values apart, also the empty ones', () => {
    expect(
      previewParts(shell('find "{{path}}" -mtime "+{{ days }}"\n'), { Path: '/data', days: '' }, BUILT_INS),
    ).toEqual([
      { text: 'find "' },
      { text: '/data', name: 'path' },
      { text: '" -mtime "+' },
      { text: '', name: 'days' },
      { text: '"\n' },
    ]);
  });

  it('B4: fills in the built-in parameters that are known and marks the others as the service’s', () => {
    const script = shell('"{{ACS::RegionId}} {{acs::InstanceId}}"');
    expect(previewParts(script, {}, BUILT_INS)).toEqual([
      { text: '"' },
      { text: 'cn-hangzhou', name: 'ACS::RegionId' },
      { text: ' ' },
      { text: '{{ACS::InstanceId}}', name: 'acs::InstanceId', byService: true },
      { text: '"' },
    ]);
    const one = knownBuiltIns('cn-hangzhou', 'c-1', [{ instanceId: 'i-1', name: 'web' }]);
    expect(previewParts(script, {}, one).at(-2)).toEqual({ text: 'i-1', name: 'acs::InstanceId' });
  });

  it('B9: marks each place where a shell script does not quote a value, not the quoted ones', () => {
    const script = 'echo "{{a}}" {{a}}';
    const marks = (type: 'RunShellScript' | 'RunBatScript') =>
      previewParts({ content: script, enableParameter: true, type }, { a: 'x' }, BUILT_INS)
        .filter(({ name }) => name !== undefined)
        .map(({ unquoted }) => unquoted === true);
    expect(marks('RunShellScript')).toEqual([false, true]);
    expect(marks('RunBatScript')).toEqual([false, false]);
  });

  it('B4: a command without parameters is shown as it is written', () => {
    expect(previewParts(shell('echo {{x}}', false), { x: '1' }, BUILT_INS)).toEqual([{ text: 'echo {{x}}' }]);
  });

  it('B4: the parts together are the script that runs', () => {
    const piece = fc.constantFrom('{{a}}', '{{ B }}', '{{ACS::RegionId}}', '{{', '}}', 'x', '\n', '{{c d}}');
    fc.assert(
      fc.property(fc.array(piece), fc.string(), fc.string(), (pieces, a, b) => {
        const script = pieces.join('');
        const parts = previewParts(shell(script), { a, b }, BUILT_INS);
        expect(parts.map(({ text }) => text).join('')).toBe(substitute(script, { a, b }, BUILT_INS).text);
      }),
    );
  });
});
