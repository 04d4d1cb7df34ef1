import { describe, expect, it } from 'vitest';
import type { Params, Rpc } from '../rpc';
import { engineActions, startExecutionParams } from './executions';

const RegionId = 'cn-beijing';

function answering(answers: Record<string, unknown>[]) {
  const sent: Params[] = [];
  const rpc: Rpc = async (_product, _action, params) => {
    sent.push(params);
    return answers[sent.length - 1] ?? {};
  };
  return { sent, oos: engineActions(rpc) };
}

const TARGETS = { Type: 'ResourceIds', RegionId, ResourceIds: ['i-1', 'i-2'] };
const AS_OBJECTS = {
  ExecutionId: 'exec-1',
  Status: 'Waiting',
  WaitingStatus: 'BatchPause',
  Parameters: { regionId: RegionId, targets: TARGETS },
  ResourceStatus: { Success: 1, Failed: '2' },
  Outputs: { commandOutputs: ['a', 'b'] },
  Tags: { by: 'me' },
  CurrentTasks: [{ TaskName: 'runCommand', TaskExecutionId: 'exec-1.t0002' }],
  StartDate: '2020-02-24T08:30:16Z',
  EndDate: '',
};
const AS_TEXTS = {
  ...AS_OBJECTS,
  Parameters: JSON.stringify(AS_OBJECTS.Parameters),
  ResourceStatus: JSON.stringify(AS_OBJECTS.ResourceStatus),
  Outputs: JSON.stringify(AS_OBJECTS.Outputs),
  Tags: JSON.stringify(AS_OBJECTS.Tags),
};

describe('executions', () => {
  it.each([
    ['objects in a bare list', { Executions: [AS_OBJECTS] }],
    ['texts in a bare list', { Executions: [AS_TEXTS] }],
    ['a list in a wrapper', { Executions: { Execution: [AS_OBJECTS] } }],
  ])('B10: reads %s', async (_how, answer) => {
    const { oos } = answering([answer]);
    expect(await oos.findExecution({ RegionId, ExecutionId: 'exec-1' })).toMatchObject({
      status: 'Waiting',
      message: 'BatchPause',
      instanceIds: ['i-1', 'i-2'],
      resources: { Success: 1, Failed: 2 },
      outputs: ['a', 'b'],
      tags: { by: 'me' },
      currentTasks: [{ name: 'runCommand', taskExecutionId: 'exec-1.t0002' }],
      startedAt: Date.UTC(2020, 1, 24, 8, 30, 16),
      endedAt: null,
    });
  });

  it('B10: finds the instances in Targets where Parameters do not tell them', async () => {
    const Targets = JSON.stringify({ ResourceType: 'ALIYUN::ECS::Instance', Filters: [TARGETS] });
    const { oos } = answering([{ Executions: [{ ExecutionId: 'exec-1', Targets, Parameters: 'not JSON' }] }]);
    const execution = await oos.findExecution({ RegionId, ExecutionId: 'exec-1' });
    expect(execution).toMatchObject({ instanceIds: ['i-1', 'i-2'], parameters: {}, resources: {} });
  });

  it('K4: an ill-formed ID in a text within the answer can still become a link', async () => {
    const Parameters = '{"commandId":"c-\\ud800","targets":{"ResourceIds":["i-\\udc00"]}}';
    const { oos } = answering([{ Executions: [{ ExecutionId: 'exec-1', Parameters }] }]);
    const execution = await oos.findExecution({ RegionId, ExecutionId: 'exec-1' });
    expect(execution).toMatchObject({ parameters: { commandId: 'c-\uFFFD' }, instanceIds: ['i-\uFFFD'] });
  });

  it('B10: several tasks are decided in one call', async () => {
    const { oos, sent } = answering([{}]);
    const of = { RegionId, ExecutionId: 'exec-1', NotifyType: 'SkipTask' } as const;
    await oos.notifyExecution({ ...of, TaskExecutionIds: ['a', 'b'] });
    expect(sent).toEqual([{ ...of, TaskExecutionIds: '["a","b"]' }]);
  });

  it('B10: an execution that is not there is null', async () => {
    expect(
      await answering([{ Executions: [] }]).oos.findExecution({ RegionId, ExecutionId: 'x' }),
    ).toBeNull();
  });

  it('B10: sends maps as one text', () => {
    const params = startExecutionParams({
      ...{ RegionId, TemplateName: 'T', SafetyCheck: 'Skip' },
      Parameters: { targets: TARGETS },
      Tags: { by: 'me' },
    });
    expect(params).toMatchObject({
      Parameters: JSON.stringify({ targets: TARGETS }),
      Tags: '{"by":"me"}',
      SafetyCheck: 'Skip',
    });
  });

  it('B10: reads every page of the items, each of them once', async () => {
    const row = (id: string) => ({
      TaskExecutionId: `e.t2.${id}`,
      LoopItem: id,
      Outputs: '{"commandOutput":"x"}',
    });
    const { oos, sent } = answering([
      { TaskExecutions: [{ TaskExecutionId: 'e.t2', LoopItem: '' }] },
      { TaskExecutions: [row('i-1'), row('i-2')], NextToken: 'more' },
      { TaskExecutions: [row('i-2'), row('i-3')], NextToken: '' },
    ]);
    const { loopId, items } = await oos.listItems({ RegionId, ExecutionId: 'e' });
    expect(loopId).toBe('e.t2');
    expect(items.map(({ item, output }) => `${item} ${output}`)).toEqual(['i-1 x', 'i-2 x', 'i-3 x']);
    expect(sent[2]).toMatchObject({ NextToken: 'more', ParentTaskExecutionId: 'e.t2', MaxResults: 100 });
  });

  it.each([
    [
      'a text',
      JSON.stringify([{ Action: ['RunCommand'], ServiceName: 'ecs', Resources: '*' }]),
      ['ecs:RunCommand'],
    ],
    [
      'a list',
      [{ Action: ['ecs:RunCommand', 'ecs:DescribeInstances'] }],
      ['ecs:RunCommand', 'ecs:DescribeInstances'],
    ],
    ['nothing', undefined, []],
  ])('B10: reads the missing rights from %s', async (_how, MissingPolicy, missing) => {
    const { oos } = answering([{ Policy: '{}', MissingPolicy }]);
    expect(await oos.missingRights({ RegionId, TemplateName: 'T' })).toEqual(missing);
  });
});
