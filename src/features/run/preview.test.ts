import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { substitute } from '@/domain/parameters';
import { knownBuiltIns, previewParts } from './preview';

const BUILT_INS = knownBuiltIns('cn-hangzhou', 'c-1', []);

describe('preview', () => {
  it('B4: sets the values apart, also the empty ones', () => {
    expect(previewParts('find {{path}} -mtime +{{ days }}\n', true, { Path: '/data', days: '' }, BUILT_INS)).toEqual([
      { text: 'find ' },
      { text: '/data', name: 'path' },
      { text: ' -mtime +' },
      { text: '', name: 'days' },
      { text: '\n' },
    ]);
  });

  it('B4: fills in the built-in parameters that are known and marks the others as the service’s', () => {
    const script = '{{ACS::RegionId}} {{acs::InstanceId}}';
    expect(previewParts(script, true, {}, BUILT_INS)).toEqual([
      { text: 'cn-hangzhou', name: 'ACS::RegionId' },
      { text: ' ' },
      { text: '{{ACS::InstanceId}}', name: 'acs::InstanceId', byService: true },
    ]);
    const one = knownBuiltIns('cn-hangzhou', 'c-1', [{ instanceId: 'i-1', name: 'web' }]);
    expect(previewParts(script, true, {}, one).at(-1)).toEqual({ text: 'i-1', name: 'acs::InstanceId' });
  });

  it('B4: a command without parameters is shown as it is written', () => {
    expect(previewParts('echo {{x}}', false, { x: '1' }, BUILT_INS)).toEqual([{ text: 'echo {{x}}' }]);
  });

  it('B4: the parts together are the script that runs', () => {
    const piece = fc.constantFrom('{{a}}', '{{ B }}', '{{ACS::RegionId}}', '{{', '}}', 'x', '\n', '{{c d}}');
    fc.assert(
      fc.property(fc.array(piece), fc.string(), fc.string(), (pieces, a, b) => {
        const script = pieces.join('');
        const parts = previewParts(script, true, { a, b }, BUILT_INS);
        expect(parts.map(({ text }) => text).join('')).toBe(substitute(script, { a, b }, BUILT_INS).text);
      }),
    );
  });
});
