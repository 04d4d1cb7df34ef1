import { describe, expect, it } from 'vitest';
import { encodeBase64, bytesToBase64 } from '@/domain/base64';
import { type AnswerStatus, createEngine } from './engine';
import { patternProblem } from './pattern';

const status = (instanceId: string, members: Partial<AnswerStatus> = {}): AnswerStatus => ({
  instanceId,
  outcome: 'succeeded',
  exitCode: 0,
  errorCode: '',
  isFailure: false,
  ...members,
});

function engineWith(outputs: Record<string, string>) {
  const engine = createEngine();
  engine.put(
    Object.entries(outputs).map(([instanceId, text]) => ({ instanceId, output: encodeBase64(text) })),
  );
  return engine;
}

describe('engine over the outputs of a run', () => {
  it('C7: with masking, outputs equal but for time and own name fall together', () => {
    const engine = engineWith({
      'i-1': '2026-11-23 02:01:54 web-01 ok\n',
      'i-2': '2026-11-23 02:01:55 web-02 ok\n',
      'i-3': '2026-11-23 02:01:55 web-01 ok\n',
    });
    const answers = ['i-1', 'i-2', 'i-3'].map((id) => status(id));
    expect(engine.groups(answers, null).families).toHaveLength(3);
    const { families } = engine.groups(answers, { 'i-1': ['web-01'], 'i-2': ['web-02'], 'i-3': ['web-03'] });
    expect(families.map(({ instanceIds, line }) => [instanceIds, line])).toEqual([
      [['i-1', 'i-2'], '‹time› ‹self› ok'],
      [['i-3'], '‹time› web-01 ok'],
    ]);
  });

  it('C7: the bytes decide, also where they are no text', () => {
    const engine = createEngine();
    engine.put([
      { instanceId: 'i-1', output: bytesToBase64(Uint8Array.from([0xff, 0xfe])) },
      { instanceId: 'i-2', output: bytesToBase64(Uint8Array.from([0xff, 0xfd])) },
    ]);
    expect(engine.groups([status('i-1'), status('i-2')], null).families).toHaveLength(2);
  });

  it('C7: clusters failures by the last line of what they wrote', () => {
    const engine = engineWith({
      'i-1': 'a\nread-only\n\n',
      'i-2': 'b\nread-only',
      'i-3': 'c\nfull',
      'i-4': 'd',
    });
    const failed = { outcome: 'nonzero', exitCode: 1, isFailure: true } as const;
    const answers = [status('i-1', failed), status('i-2', failed), status('i-3', failed), status('i-4')];
    expect(engine.groups(answers, null).clusters).toEqual([
      { errorCode: '', exitCode: 1, lastLine: 'read-only', instanceIds: ['i-1', 'i-2'] },
      { errorCode: '', exitCode: 1, lastLine: 'full', instanceIds: ['i-3'] },
    ]);
  });

  it('C7: finds text whatever the case, in what is shown rather than in terminal sequences', () => {
    const engine = engineWith({
      'i-1': '\u001b[31mRead\u001b[0m-only\nread-ONLY read-only\n',
      'i-2': 'nothing 31m',
      'i-3': 'a+b (c)',
    });
    expect(engine.find({ text: 'read-only', isRegex: false })).toEqual({ counts: { 'i-1': 3 }, total: 3 });
    expect(engine.find({ text: '31m', isRegex: false }).counts).toEqual({ 'i-2': 1 });
    expect(engine.find({ text: 'a+b (c)', isRegex: false }).total).toBe(1);
    expect(engine.hits('i-1', { text: 'read-only', isRegex: false })).toEqual([
      { line: 0, from: 0, to: 9 },
      { line: 1, from: 0, to: 9 },
      { line: 1, from: 10, to: 19 },
    ]);
  });

  it('C7: a regular expression sees one line at a time and empty places do not count', () => {
    const engine = engineWith({ 'i-1': 'disk 61%\ndisk 94%\n', 'i-2': '' });
    expect(engine.find({ text: '^disk (9\\d)%$', isRegex: true })).toEqual({
      counts: { 'i-1': 1 },
      total: 1,
    });
    expect(engine.find({ text: 'x*', isRegex: true }).total).toBe(0);
    expect(engine.find({ text: '%\\s', isRegex: true }).total).toBe(0);
  });

  it.each(['(', '[a', 'a{2,1}', '*'])('C7: %s is told as no regular expression', (text) => {
    expect(patternProblem({ text, isRegex: true })).toMatch(/\S/);
    expect(patternProblem({ text, isRegex: false })).toBeNull();
  });

  it('C7: an output that comes anew replaces the earlier one', () => {
    const engine = engineWith({ 'i-1': 'so far' });
    engine.find({ text: 'so far', isRegex: false });
    engine.put([{ instanceId: 'i-1', output: encodeBase64('done') }]);
    expect(engine.find({ text: 'so far', isRegex: false }).total).toBe(0);
    expect(engine.find({ text: 'done', isRegex: false }).total).toBe(1);
  });
});
