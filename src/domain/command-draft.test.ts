import { describe, expect, it } from 'vitest';
import { draftProblems, parseTimeout, type CommandDraft, type DraftProblem } from './command-draft';
import { LIMITS } from './limits';

const GOOD: CommandDraft = {
  name: 'HelloECS',
  description: 'UserGuide',
  type: 'RunShellScript',
  content: 'echo hello {{who}}',
  workingDir: '',
  timeout: '3600',
  enableParameter: true,
};

const problems = (changes: Partial<CommandDraft>, profile: 'manual' | 'today' = 'manual'): DraftProblem[] =>
  draftProblems({ ...GOOD, ...changes }, LIMITS[profile]);

describe('a command draft', () => {
  it("A2: takes the manual's example", () => {
    expect(problems({})).toEqual([]);
    expect(problems({ description: '', enableParameter: false, workingDir: '/root' })).toEqual([]);
  });

  it.each(['', '   ', '\t\n'])('A2: refuses the name %j', (name) => {
    expect(problems({ name })).toEqual([{ field: 'name', kind: 'required' }]);
  });

  it('A2: takes texts up to their limits and says by how much they are over', () => {
    const atLimit = {
      name: 'n'.repeat(128),
      description: 'd'.repeat(512),
      workingDir: `/${'w'.repeat(199)}`,
    };
    expect(problems(atLimit)).toEqual([]);
    expect(
      problems({
        name: `${atLimit.name}n`,
        description: `${atLimit.description}d`,
        workingDir: `${atLimit.workingDir}w`,
      }),
    ).toEqual([
      { field: 'name', kind: 'tooLong', limit: 128, actual: 129 },
      { field: 'description', kind: 'tooLong', limit: 512, actual: 513 },
      { field: 'workingDir', kind: 'tooLong', limit: 200, actual: 201 },
    ]);
  });

  it('A2: refuses control characters; a description may have lines', () => {
    expect(problems({ name: 'a\nb', description: 'a\r\n\tb', workingDir: '/tmp\u007f' })).toEqual([
      { field: 'name', kind: 'characters' },
      { field: 'workingDir', kind: 'characters' },
    ]);
    expect(problems({ description: 'a\u001bb' })).toEqual([{ field: 'description', kind: 'characters' }]);
  });

  it.each([
    ['abc', 'notANumber'],
    ['1.5', 'notANumber'],
    ['1e9', 'notANumber'],
    ['1,000', 'notANumber'],
    ['0x10', 'notANumber'],
    ['٣٠', 'notANumber'],
    ['', 'required'],
    [' ', 'required'],
    ['0', 'tooSmall'],
    ['-1', 'tooSmall'],
    ['86401', 'tooLarge'],
    ['1000000000', 'tooLarge'],
    ['9'.repeat(400), 'tooLarge'],
  ])('A2: the timeout %j is refused: %s', (timeout, kind) => {
    expect(problems({ timeout }).map((problem) => [problem.field, problem.kind])).toEqual([
      ['timeout', kind],
    ]);
  });

  it.each(['1', '60', ' 3600 ', '86400'])('A2: the timeout %j is fine', (timeout) => {
    expect(problems({ timeout })).toEqual([]);
  });

  it("A2: today's service starts at 10 seconds", () => {
    expect(problems({ timeout: '9' }, 'today')).toEqual([
      { field: 'timeout', kind: 'tooSmall', limit: 10, actual: 9 },
    ]);
    expect(problems({ timeout: '10' }, 'today')).toEqual([]);
  });

  it('A2: reads the timeout as it is checked', () => {
    expect(parseTimeout(' 60 ')).toBe(60);
    expect(parseTimeout('6O')).toBeNull();
  });

  it.each(['', ' \n'])('A2: refuses the content %j', (content) => {
    expect(problems({ content })).toEqual([{ field: 'content', kind: 'required' }]);
  });

  it('A4: 16 KB after Base64 is the end by the manual, 24 KB today', () => {
    const full = 'x'.repeat(12_288);
    expect(problems({ content: full })).toEqual([]);
    expect(problems({ content: `${full}x` })).toEqual([
      { field: 'content', kind: 'contentTooLarge', limit: 16_384, actual: 16_388 },
    ]);
    expect(problems({ content: `${full}x` }, 'today')).toEqual([]);
    expect(problems({ content: 'x'.repeat(18_433) }, 'today')).toEqual([
      { field: 'content', kind: 'contentTooLarge', limit: 24_576, actual: 24_580 },
    ]);
  });

  it('A4: counts bytes, not characters', () => {
    expect(problems({ content: '你'.repeat(4096) })).toEqual([]);
    expect(problems({ content: '你'.repeat(4097) })).toMatchObject([{ kind: 'contentTooLarge' }]);
  });

  it('A3: refuses more than 20 parameters and bad names, with the place', () => {
    const content = Array.from({ length: 21 }, (_, i) => `{{p${i}}}`).join('\n');
    expect(problems({ content: `${content}\n {{a b}}` })).toEqual([
      { field: 'content', kind: 'tooManyParameters', limit: 20, actual: 21 },
      {
        field: 'content',
        kind: 'parameterName',
        at: expect.objectContaining({ kind: 'characters', raw: 'a b', line: 22, column: 2 }),
      },
    ]);
  });

  it('A3: braces mean nothing in a command that does not use parameters', () => {
    expect(problems({ content: "docker ps --format '{{.Names}}'", enableParameter: false })).toEqual([]);
  });
});
