import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCli } from './cli';
import { invokeCommandParams } from './ecs/invocations';
import type { Params } from './params';

let bin = '';

beforeAll(() => {
  bin = mkdtempSync(join(tmpdir(), 'aliyun-cli-'));
  // Ends each call with a record mark, so that one shell can run many lines.
  writeFileSync(
    join(bin, 'aliyun'),
    `#!/bin/sh\nfor word do printf '%s\\0' "$word"; done\nprintf 'END\\0'\n`,
  );
  chmodSync(join(bin, 'aliyun'), 0o755);
});
afterAll(() => rmSync(bin, { recursive: true, force: true }));

/** The arguments that a real shell hands to `aliyun`, for each line of a script. */
function argumentsOf(lines: readonly string[]): string[][] {
  const env = { PATH: `${bin}:/usr/bin:/bin`, HOME: '/root', secret: 'expanded' };
  const output = execFileSync('sh', ['-eu'], {
    input: `${lines.join('\n')}\n`,
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  const calls: string[][] = [];
  let words: string[] = [];
  for (const word of output.toString('utf8').split('\0').slice(0, -1)) {
    if (word !== 'END') words.push(word);
    else {
      calls.push(words);
      words = [];
    }
  }
  return calls;
}

/** `--Name value` and `--Name=value` read alike, as the CLI reads them. */
function optionsOf(words: readonly string[]): Record<string, string> {
  const options: Record<string, string> = {};
  for (let i = 2; i < words.length; i++) {
    const word = words[i] ?? '';
    const equals = word.indexOf('=');
    if (equals > 0) options[word.slice(2, equals)] = word.slice(equals + 1);
    else options[word.slice(2)] = words[++i] ?? '(missing)';
  }
  return options;
}

const HARD = [
  '',
  ' ',
  "it's",
  `'`,
  `''"'"'`,
  '"$secret"',
  '$secret ${secret} $(echo x) `echo x`',
  'a\nb\n',
  '\n',
  'tab\tcr\r',
  '\\',
  'ends with \\',
  '!history',
  '~',
  '*',
  '? [a-z] {a,b}',
  '#comment',
  'a;b & c | d > e < f',
  '-x',
  '--RegionId',
  '-',
  '--',
  '=',
  'A=b',
  '測試 😀 ñ',
  '{"name":"O\'Neil ~ 測試"}',
];

describe('toCli', () => {
  it('B8: reads as a person would write it', () => {
    const params = invokeCommandParams({
      CommandId: 'c-1',
      InstanceId: ['i-1', 'i-2'],
      Parameters: { who: "O'Neil" },
      RegionId: 'cn-beijing',
      ClientToken: 'token',
    });
    expect(toCli('ecs', 'InvokeCommand', params)).toBe(
      `aliyun ecs InvokeCommand --RegionId cn-beijing --CommandId c-1 --InstanceId.1 i-1 --InstanceId.2 i-2 --Parameters '{"who":"O'\\''Neil"}'`,
    );
  });

  it('B8: a real shell hands every hard value to the program unchanged', () => {
    const calls = argumentsOf(
      HARD.map((Name) => toCli('ecs', 'ModifyCommand', { RegionId: 'cn-beijing', Name })),
    );
    expect(calls.map((words) => words.slice(0, 2))).toEqual(HARD.map(() => ['ecs', 'ModifyCommand']));
    expect(calls.map((words) => optionsOf(words)['Name'])).toEqual(HARD);
  });

  it('B8: a value that starts with a dash is joined to its option, or the CLI would take it for one', () => {
    expect(argumentsOf([toCli('ecs', 'ModifyCommand', { Name: '-rf "$HOME"' })])).toEqual([
      ['ecs', 'ModifyCommand', '--Name=-rf "$HOME"'],
    ]);
  });

  it('B8: so does any text, in any parameter', () => {
    const text = fc
      .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...`'"\\$\`-=!\n \t{}*~#`) }))
      .filter((value) => !/[\0\p{Surrogate}]/u.test(value));
    const batch = fc.array(
      fc.record({ RegionId: text, Name: text, InstanceId: fc.array(text, { maxLength: 3 }) }),
      {
        minLength: 10,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(batch, (requests) => {
        const calls = argumentsOf(requests.map((request) => toCli('ecs', 'X', request as Params)));
        const expected = requests.map(({ RegionId, Name, InstanceId }) => ({
          RegionId,
          Name,
          ...Object.fromEntries(InstanceId.map((id, index) => [`InstanceId.${index + 1}`, id])),
        }));
        expect(calls.map(optionsOf)).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  it('B8: an odd parameter name cannot break out of its word', () => {
    expect(argumentsOf([toCli('ecs', 'X', { "a'; echo $secret; '": 'v' })])).toEqual([
      ['ecs', 'X', "--a'; echo $secret; '", 'v'],
    ]);
  });

  it('B8, K2: no key, signature or token gets into the line', () => {
    const line = toCli('ecs', 'X', {
      RegionId: 'cn-beijing',
      AccessKeyId: 'LEAK',
      SecurityToken: 'LEAK',
      Signature: 'LEAK',
      SignatureNonce: 'LEAK',
      ClientToken: 'LEAK',
      Timestamp: 'LEAK',
      Format: 'LEAK',
    });
    expect(line).toBe('aliyun ecs X --RegionId cn-beijing');
  });

  it('B8: a NUL, which no argument can hold, is shown as a replacement character', () => {
    expect(argumentsOf([toCli('ecs', 'X', { Name: 'a\0b' })])).toEqual([['ecs', 'X', '--Name', 'a\uFFFDb']]);
  });
});
