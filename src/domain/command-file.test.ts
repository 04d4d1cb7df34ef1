import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToBase64 } from './base64';
import {
  COMMAND_FILE_BYTES,
  COMMAND_FILE_FORMAT,
  type FileCommand,
  readCommandFile,
  sizeProblem,
  writeCommandFile,
} from './command-file';
import { COMMAND_TYPES } from './command-type';
import { LIMITS } from './limits';

const limits = LIMITS.manual;
const ORIGIN = { region: 'cn-hangzhou', exportedAt: '2026-11-23T02:00:00.000Z' };
const COMMAND: FileCommand = {
  name: 'disk-check',
  description: 'Free space',
  type: 'RunShellScript',
  content: 'df -h "{{mount}}"\n',
  workingDir: '/root',
  timeoutSeconds: 60,
  enableParameter: true,
  createdAt: '2026-11-21T16:42:00.000Z',
};

const file = (change: object) => JSON.stringify({ format: COMMAND_FILE_FORMAT, version: 1, ...change });
const problemOf = (text: string) => {
  const read = readCommandFile(text, limits);
  return read.ok ? null : read.problem;
};
const problemsOf = (item: unknown) => {
  const read = readCommandFile(file({ commands: [item] }), limits);
  const [entry] = read.ok ? read.entries : [];
  return entry && !entry.ok ? entry.problems : [];
};

describe('file of commands', () => {
  it('A9: gives back exactly what was exported', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !/\p{Cc}/u.test(text));
    const command: fc.Arbitrary<FileCommand> = fc.record({
      name: line.filter((text) => text.trim() !== ''),
      description: line,
      type: fc.constantFrom(...COMMAND_TYPES),
      content: fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== ''),
      workingDir: line,
      timeoutSeconds: fc.integer({ min: 1, max: 86_400 }),
      enableParameter: fc.constant(false),
      createdAt: fc.constantFrom('', '2026-11-21T16:42:00.000Z'),
    });
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 8 }), (commands) => {
        const read = readCommandFile(writeCommandFile(commands, ORIGIN), limits);
        expect(read).toMatchObject({ ok: true, ...ORIGIN });
        expect(read.ok && read.entries.map((entry) => entry.ok && entry.command)).toEqual(commands);
      }),
    );
  });

  it('A9: holds the script as text, and its bytes only where they are no UTF-8', () => {
    const bytes = bytesToBase64(new Uint8Array([0x65, 0x63, 0x68, 0x6f, 0x20, 0xd6, 0xd0]));
    const gbk: FileCommand = { ...COMMAND, content: 'echo \uFFFD\uFFFD', contentBase64: bytes };
    const text = writeCommandFile([COMMAND, gbk], ORIGIN);
    const [plain, other] = (JSON.parse(text) as { commands: Record<string, unknown>[] }).commands;
    expect(plain).toMatchObject({ content: COMMAND.content });
    expect(plain).not.toHaveProperty('contentBase64');
    expect(other).not.toHaveProperty('content');
    const read = readCommandFile(text, limits);
    expect(read.ok && read.entries[1]).toMatchObject({ ok: true, command: gbk });
  });

  it('A9: never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readCommandFile(text, limits).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), (commands) => {
        const read = readCommandFile(file({ commands }), limits);
        expect(read.ok && read.entries.length).toBe(commands.length);
      }),
    );
  });

  it.each([
    ['empty', ''],
    ['empty', ' \n'],
    ['notJson', 'name,type\ndisk-check,Shell'],
    ['notJson', '{"format":'],
    ['notCommands', '[]'],
    ['notCommands', 'null'],
    ['notCommands', '{"commands":[]}'],
    ['notCommands', file({ commands: { 0: COMMAND } })],
    ['demoData', '{"format":"ecs-operations-console-demo","acts":[]}'],
    ['noCommands', file({ commands: [] })],
    ['noVersion', file({ version: '1', commands: [COMMAND] })],
    ['newerVersion', file({ version: 2, commands: [COMMAND] })],
    ['olderVersion', file({ version: 0, commands: [COMMAND] })],
  ])('A9: refuses a file as a whole: %s', (kind, text) => {
    expect(problemOf(text)).toMatchObject({ kind });
  });

  it('A9: refuses an empty or a huge file before it is read', () => {
    expect(sizeProblem(0)).toEqual({ kind: 'empty' });
    expect(sizeProblem(COMMAND_FILE_BYTES)).toBeNull();
    expect(sizeProblem(COMMAND_FILE_BYTES + 1)).toMatchObject({
      kind: 'tooLarge',
      limit: COMMAND_FILE_BYTES,
    });
  });

  it('A9: reads a file that an editor saved with a byte order mark', () => {
    expect(readCommandFile(`\uFEFF${file({ commands: [COMMAND] })}`, limits).ok).toBe(true);
  });

  it.each<[string, unknown, object[]]>([
    ['no object', 'echo', [{ kind: 'notAnObject' }]],
    [
      'nothing in it',
      {},
      [
        { kind: 'missing', field: 'name' },
        { kind: 'missing', field: 'type' },
        { kind: 'missing', field: 'content' },
      ],
    ],
    ['a number as script', { ...COMMAND, content: 5 }, [{ kind: 'notText', field: 'content' }]],
    ['an unknown type', { ...COMMAND, type: 'RunPython' }, [{ kind: 'unknownType', type: 'RunPython' }]],
    [
      'a text as timeout',
      { ...COMMAND, timeoutSeconds: '60' },
      [{ kind: 'notANumber', field: 'timeoutSeconds' }],
    ],
    [
      'a text as switch',
      { ...COMMAND, enableParameter: 'yes' },
      [{ kind: 'notABoolean', field: 'enableParameter' }],
    ],
    ['broken Base64', { ...COMMAND, contentBase64: '%%' }, [{ kind: 'notBase64' }]],
    ['no seconds', { ...COMMAND, timeoutSeconds: -4 }, [{ kind: 'draft', problem: { kind: 'tooSmall' } }]],
    [
      'half a second',
      { ...COMMAND, timeoutSeconds: 0.5 },
      [{ kind: 'draft', problem: { kind: 'notANumber' } }],
    ],
    ['no name', { ...COMMAND, name: ' ' }, [{ kind: 'draft', problem: { field: 'name', kind: 'required' } }]],
    [
      'a script too large',
      { ...COMMAND, content: 'x'.repeat(limits.contentBytes) },
      [{ kind: 'draft', problem: { kind: 'contentTooLarge' } }],
    ],
    [
      'bytes too many',
      { ...COMMAND, content: undefined, contentBase64: 'AAAA'.repeat(limits.contentBytes / 4 + 1) },
      [{ kind: 'draft', problem: { kind: 'contentTooLarge' } }],
    ],
    [
      'a bad parameter',
      { ...COMMAND, content: 'echo {{a b}}' },
      [{ kind: 'draft', problem: { field: 'content', kind: 'parameterName' } }],
    ],
  ])('A9: names what is wrong with one command: %s', (_what, item, problems) => {
    expect(problemsOf(item)).toMatchObject(problems);
  });

  it('A9: judges each command on its own', () => {
    const read = readCommandFile(file({ commands: [COMMAND, { name: 'bad' }, COMMAND] }), limits);
    expect(read.ok && read.entries.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(read.ok && read.entries[1]).toMatchObject({ name: 'bad' });
  });
});
