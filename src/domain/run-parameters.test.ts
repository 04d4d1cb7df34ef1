import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits';
import { runProblems, type RunDraft, type RunProblem } from './run-parameters';

const problems = (changes: Partial<RunDraft>): RunProblem[] =>
  runProblems({
    content: 'echo {{Who}} {{code}}',
    enableParameter: true,
    parameters: { who: 'Jack', CODE: '' },
    instanceCount: 1,
    limits: LIMITS.manual,
    ...changes,
  });

describe('a run', () => {
  it('B4: takes values in any case of the name, empty ones, and none at all', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ parameters: {} })).toEqual([]);
    expect(problems({ parameters: {}, enableParameter: false })).toEqual([]);
  });

  it('B3: takes 1 to 50 instances in one call, 100 today', () => {
    expect(problems({ instanceCount: 0 })).toEqual([{ field: 'instances', kind: 'noInstances' }]);
    expect(problems({ instanceCount: 50 })).toEqual([]);
    expect(problems({ instanceCount: 51 })).toEqual([
      { field: 'instances', kind: 'tooManyInstances', limit: 50, actual: 51 },
    ]);
    expect(problems({ instanceCount: 100, limits: LIMITS.today })).toEqual([]);
  });

  it('B4: refuses values for a command that does not use parameters', () => {
    expect(problems({ enableParameter: false })).toEqual([
      { field: 'parameters', kind: 'parametersDisabled', name: 'who', actual: 2 },
    ]);
  });

  it.each([
    [{ nobody: '' }, [{ field: 'parameters', kind: 'keyUnknown', name: 'nobody' }]],
    [{ who: '1', WHO: '2' }, [{ field: 'parameters', kind: 'keyDuplicate', name: 'WHO' }]],
    [{ '': '1' }, [{ field: 'parameters', kind: 'keyEmpty', name: '' }]],
    [{ 'ACS::InstanceId': '1' }, [{ field: 'parameters', kind: 'keyUnknown', name: 'ACS::InstanceId' }]],
    [
      { ['k'.repeat(65)]: '1' },
      [{ field: 'parameters', kind: 'keyTooLong', name: 'k'.repeat(65), limit: 64, actual: 65 }],
    ],
  ])('B4: %j', (parameters, expected) => {
    expect(problems({ parameters: parameters as Record<string, string> })).toEqual(expected);
  });

  it('B4: passes at most ten values', () => {
    const names = Array.from({ length: 11 }, (_, i) => `p${i}`);
    const content = names.map((name) => `{{${name}}}`).join(' ');
    const parameters = Object.fromEntries(names.map((name) => [name, '1']));
    expect(problems({ content, parameters })).toEqual([
      { field: 'parameters', kind: 'tooManyPairs', limit: 10, actual: 11 },
    ]);
  });

  it('B4: script and values share the 16 KB', () => {
    const room = 12_288 - 'echo {{who}}'.length - '{"who":""}'.length;
    const content = 'echo {{who}}';
    expect(problems({ content, parameters: { who: 'x'.repeat(room) } })).toEqual([]);
    expect(problems({ content, parameters: { who: 'x'.repeat(room + 1) } })).toEqual([
      { field: 'parameters', kind: 'runTooLarge', limit: 16_384, actual: 16_388 },
    ]);
  });
});
