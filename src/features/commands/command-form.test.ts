import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '@/domain/base64';
import { contentOf, copyName, createRequest, draftOf, emptyDraft, modifyRequest } from './command-form';

const saved = {
  Name: 'disk-check',
  Description: 'Free space',
  Type: 'RunShellScript',
  CommandContent: encodeBase64('df -h /{{mount}}'),
  WorkingDir: '/srv',
  Timeout: 600,
  EnableParameter: true,
};

describe('a new command', () => {
  it('A2: starts with the manual’s defaults', () => {
    expect(emptyDraft()).toEqual({
      name: '',
      description: '',
      type: 'RunShellScript',
      content: '',
      workingDir: '',
      timeout: '3600',
      enableParameter: false,
    });
  });

  it('A2: is sent in Base64, and what was left empty is not sent', () => {
    const draft = { ...emptyDraft(), name: ' hello ', content: 'echo "héllo"\n', timeout: ' 60 ' };
    expect(createRequest('cn-beijing', draft)).toEqual({
      RegionId: 'cn-beijing',
      Name: 'hello',
      Type: 'RunShellScript',
      CommandContent: 'ZWNobyAiaMOpbGxvIgo=',
      Timeout: 60,
      EnableParameter: false,
    });
  });
});

describe('a copy', () => {
  it('A6: has every field of its original', () => {
    const copy = createRequest('cn-beijing', draftOf(saved, 'disk-check-2'));
    expect(copy).toEqual({
      RegionId: 'cn-beijing',
      ...saved,
      Name: 'disk-check-2',
    });
  });

  it('A6: keeps any script byte for byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (script) => {
        const command = { ...saved, CommandContent: encodeBase64(script) };
        expect(createRequest('r', draftOf(command, 'x')).CommandContent).toBe(command.CommandContent);
        expect(contentOf(command).exact).toBe(true);
      }),
    );
  });

  it('A6: says when a script is not UTF-8 and would not survive', () => {
    const gbk = contentOf({ CommandContent: 'ZWNobyDE47rD' });
    expect(gbk.exact).toBe(false);
    expect(gbk.text).toMatch(/^echo \uFFFD+/);
    expect(contentOf({ CommandContent: 'not base64!' })).toEqual({ text: 'not base64!', exact: false });
  });

  it('A6: gets a name within 128 characters', () => {
    expect(copyName('web', '-copy')).toBe('web-copy');
    const long = copyName('名'.repeat(128), '-copy');
    expect([...long]).toHaveLength(128);
    expect(long.endsWith('-copy')).toBe(true);
  });
});

describe('an edit', () => {
  it('A5: sends name and description only; an emptied description is sent as empty', () => {
    expect(modifyRequest('cn-beijing', 'c-1', { name: 'new ', description: '' })).toEqual({
      RegionId: 'cn-beijing',
      CommandId: 'c-1',
      Name: 'new',
      Description: '',
    });
  });
});
