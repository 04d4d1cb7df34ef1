import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formRequest, writtenCall } from './request-forms';
import { snippet } from './snippets';

const params = { RegionId: 'cn-beijing', InstanceId: ['i-1', 'i-2'], Name: `it's "so" 測試\n\t\\\u2028` };
const call = writtenCall('ecs', 'InvokeCommand', params);
const flat = {
  RegionId: 'cn-beijing',
  'InstanceId.1': 'i-1',
  'InstanceId.2': 'i-2',
  Name: params.Name,
};
const anyParams = fc.dictionary(
  fc.stringMatching(/^[A-Z][A-Za-z0-9.]{0,12}$/),
  fc.string({ unit: 'binary' }),
);

/** The pairs that lines of the form `…"name"…"value"…` hold. */
function pairsIn(code: string, line: RegExp): Record<string, string> {
  return Object.fromEntries(
    [...code.matchAll(line)].map(([, name = '', value = '']) => [JSON.parse(name), JSON.parse(value)]),
  );
}
const QUOTED = String.raw`("(?:[^"\\\n]|\\.)*")`;

describe('the request in other words', () => {
  it('J7: the form body is what the server reads, without key and signature', () => {
    const [head, body = ''] = formRequest(call).split('\n\n');
    expect(head).toContain('Host: ecs.cn-beijing.aliyuncs.com');
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      ...flat,
      Action: 'InvokeCommand',
      Version: '2014-05-26',
      Format: 'JSON',
    });
  });

  it('J7: names the endpoint and version of each product', () => {
    expect(writtenCall('cms', 'PutContact', { RegionId: 'cn-hangzhou' })).toMatchObject({
      host: 'metrics.cn-hangzhou.aliyuncs.com',
      version: '2019-01-01',
    });
  });

  it('J7: a region that cannot be one does not become a host', () => {
    expect(writtenCall('ecs', 'DescribeInstances', { RegionId: 'evil.example/' }).host).toBe('…');
  });

  it('J7: the TypeScript really runs and asks for the very call', async () => {
    const asked: unknown[] = [];
    class RPCClient {
      constructor(config: Record<string, unknown>) {
        asked.push(config['endpoint'], config['apiVersion']);
      }
      async request(...args: unknown[]) {
        asked.push(...args);
        return {};
      }
    }
    const code = snippet('typescript', call)
      .replace(/^import .*$/m, '')
      .replaceAll('!,', ',');
    const run = Object.getPrototypeOf(async () => undefined).constructor as FunctionConstructor;
    await run('RPCClient', 'process', 'console', code)(RPCClient, { env: {} }, { log: () => undefined });
    expect(asked).toEqual([
      'https://ecs.cn-beijing.aliyuncs.com',
      '2014-05-26',
      'InvokeCommand',
      flat,
      { method: 'POST' },
    ]);
  });

  it.each([
    ['typescript', new RegExp(String.raw`^    ${QUOTED}: ${QUOTED},$`, 'gm')],
    ['python', new RegExp(String.raw`^request\.add_body_params\(${QUOTED}, ${QUOTED}\)$`, 'gm')],
    ['go', new RegExp(String.raw`^\trequest\.FormParams\[${QUOTED}\] = ${QUOTED}$`, 'gm')],
  ] as const)('J7: the %s has every parameter on one line of plain characters', (language, line) => {
    fc.assert(
      fc.property(anyParams, (all) => {
        const texts = Object.fromEntries(
          Object.entries(all).map(([name, text]) => [name, text.toWellFormed()]),
        );
        expect(pairsIn(snippet(language, { ...call, params: texts }), line)).toEqual(texts);
      }),
    );
  });
});
