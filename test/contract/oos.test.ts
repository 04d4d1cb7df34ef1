import { describe, expect, it } from 'vitest';
import { ownTemplate, PUBLIC_TEMPLATE } from '@/domain/oos-template';
import { emulatorForTests } from '../support/emulator-for-tests';
import { idOf, POLL, regionId } from '../support/run-client';
import { type Answer, type Call, refusal } from '../support/vendor-clients';

const { oos } = await emulatorForTests();
const servers = ['web-prod-01', 'web-prod-02', 'web-prod-03'];
const rows = (answer: Answer, name: string) => answer[name] as Record<string, unknown>[];

describe.each(['v1 POST', 'v3'] as const)('the orchestration service (%s)', (form) => {
  const call: Call = (action, params) => oos[form](action, params);

  const parameters = (change: object = {}) => ({
    regionId,
    targets: { Type: 'ResourceIds', RegionId: regionId, ResourceIds: servers.map(idOf) },
    commandType: 'RunShellScript',
    commandContent: 'hostname',
    timeout: 60,
    rateControl: { Mode: 'Batch', MaxErrors: 0, Batch: [1, '100%'], BatchPauseOption: 'FirstBatchPause' },
    ...change,
  });
  const start = (change: object = {}, more: object = {}) =>
    call('StartExecution', {
      RegionId: regionId,
      TemplateName: PUBLIC_TEMPLATE,
      SafetyCheck: 'Skip',
      Parameters: JSON.stringify(parameters(change)),
      ...more,
    });
  const begun = async (...args: Parameters<typeof start>) =>
    ((await start(...args))['Execution'] as Record<string, unknown>)['ExecutionId'] as string;
  const execution = async (ExecutionId: string) =>
    rows(await call('ListExecutions', { RegionId: regionId, ExecutionId }), 'Executions')[0]!;
  const comesTo = (id: string, status: string) =>
    expect.poll(async () => (await execution(id))['Status'], POLL).toBe(status);
  const tasks = async (params: object) =>
    rows(await call('ListTaskExecutions', { RegionId: regionId, ...params }), 'TaskExecutions');

  it('B10: a run waits after its first batch, goes on when told to, and leads to its records', async () => {
    const started = await start({}, { Description: 'names', Tags: JSON.stringify({ by: 'test' }) });
    const first = started['Execution'] as Record<string, unknown>;
    expect(first).toMatchObject({
      Status: 'Started',
      TemplateName: PUBLIC_TEMPLATE,
      Parameters: expect.stringContaining('"hostname"'),
      Tags: { by: 'test' },
    });
    const id = String(first['ExecutionId']);
    await comesTo(id, 'Waiting');
    expect(await execution(id)).toMatchObject({
      Description: 'names',
      Category: 'Other',
      Parameters: { commandContent: 'hostname' },
      Counters: { Total: 2, Success: 1, Waiting: 1 },
      ResourceStatus: JSON.stringify({ Success: 1, Pending: 2 }),
      CurrentTasks: [{ TaskName: 'runCommand', TaskExecutionId: `${id}.t0002` }],
      EndDate: '',
    });
    const two = await tasks({ ExecutionId: id });
    expect(two.map((row) => row['TaskName'])).toEqual(['getInstance', 'runCommand']);
    await call('NotifyExecution', {
      ...{ RegionId: regionId, ExecutionId: id, NotifyType: 'Approve' },
      TaskExecutionId: `${id}.t0002`,
    });
    await comesTo(id, 'Success');
    const ended = await execution(id);
    expect(JSON.parse(String(ended['Outputs']))).toEqual({
      commandOutputs: servers.map((name) => `${name}\n`),
    });
    const children = await tasks({ ParentTaskExecutionId: `${id}.t0002`, IncludeChildTaskExecution: true });
    expect(children.map((row) => [row['LoopItem'], row['LoopBatchNumber'], row['Status']])).toEqual(
      servers.map((name, index) => [idOf(name), index === 0 ? 1 : 2, 'Success']),
    );
    const runs = rows(
      await call('ListTaskExecutionInvocations', { RegionId: regionId, TaskExecutionId: `${id}.t0002` }),
      'TaskExecutionInvocations',
    );
    expect(runs).toHaveLength(3);
    expect(runs[0]).toMatchObject({
      RegionId: regionId,
      Status: 'Success',
      InvocationTaskName: 'runCommand',
    });
    const listed = await call('ListExecutions', { RegionId: regionId, Tags: JSON.stringify({ by: 'test' }) });
    expect(listed).toMatchObject({ TotalCount: 1, NextToken: '', MaxResults: 50 });
    expect(await refusal(call('CancelExecution', { RegionId: regionId, ExecutionId: id }))).toBe(
      'ExecutionCancelled 400',
    );
  });

  it('B10: the same ClientToken starts it once', async () => {
    const ClientToken = `once-${form.replace(' ', '-')}`;
    const id = await begun({}, { ClientToken });
    expect(await begun({}, { ClientToken })).toBe(id);
    expect(await refusal(start({ timeout: 61 }, { ClientToken }))).toBe('IdempotentParameterMismatch 403');
  });

  it('B10: pages by tokens', async () => {
    for (let count = 0; count < 12; count++) await start({}, { Description: `${count}` });
    const first = await call('ListExecutions', { RegionId: regionId, MaxResults: 10 });
    const NextToken = first['NextToken'];
    expect(rows(first, 'Executions')).toHaveLength(10);
    const second = await call('ListExecutions', { RegionId: regionId, MaxResults: 10, NextToken });
    const told = [...rows(first, 'Executions'), ...rows(second, 'Executions')].map(
      (row) => row['Description'],
    );
    expect(told).toEqual(Array.from({ length: 12 }, (_, index) => String(11 - index)));
  });

  it('B10: tells of its templates', async () => {
    const listed = await call('ListTemplates', { RegionId: regionId, ShareType: 'Public' });
    expect(rows(listed, 'Templates')).toMatchObject([{ TemplateName: PUBLIC_TEMPLATE, CreatedBy: 'ACS' }]);
    const { Content } = await call('GetTemplate', { RegionId: regionId, TemplateName: PUBLIC_TEMPLATE });
    expect(String(Content)).toMatch(/^FormatVersion: OOS-2019-06-01\n/);
    const policy = await call('GenerateExecutionPolicy', {
      RegionId: regionId,
      TemplateName: PUBLIC_TEMPLATE,
    });
    expect(policy['MissingPolicy']).toBe('[]');
    expect(String(policy['Policy'])).toContain('ecs:RunCommand');
    const id = await begun();
    const used = await call('GetExecutionTemplate', { RegionId: regionId, ExecutionId: id });
    expect(used['Template']).toMatchObject({ TemplateName: PUBLIC_TEMPLATE });
    expect(used['Template']).not.toHaveProperty('HasTrigger');
  });

  it('B10: refuses what it does not understand', async () => {
    const of = { RegionId: regionId };
    expect(await refusal(start({ targets: { Type: 'ResourceIds', Values: ['i-1'] } }))).toBe(
      'InvalidParameter 400',
    );
    expect(await refusal(start({ targets: {} }))).toBe('InvalidParameter 400');
    expect(await refusal(start({ commandType: 'RunRubyScript' }))).toBe('InvalidParameter 400');
    expect(await refusal(start({ commandContent: 'x'.repeat(16_385) }))).toBe('InvalidParameter 400');
    expect(await refusal(start({ colour: 'red' }))).toBe('InvalidParameter 400');
    expect(await refusal(start({ rateControl: { Mode: 'Batch', Batch: [0] } }))).toBe('InvalidParameter 400');
    expect(await refusal(start({}, { Parameters: '[]' }))).toBe('InvalidParameter 400');
    expect(await refusal(start({}, { Parameters: '{"regionId":"cn-hangzhou"}' }))).toBe(
      'MissingParameter 400',
    );
    expect(await refusal(start({}, { Mode: 'Debug' }))).toBe('InvalidParameter 400');
    expect(await refusal(start({}, { TemplateName: 'ACS-ECS-Other' }))).toBe('EntityNotExists.Template 404');
    expect(await refusal(start({}, { TemplateContent: ownTemplate('ACS::ECS::RunCommand', false) }))).toBe(
      'InvalidParameter 400',
    );
    expect(await refusal(call('StartExecution', { ...of, TemplateContent: '{"Tasks":[]}' }))).toBe(
      'InvalidTemplate 400',
    );
    expect(await refusal(call('StartExecution', of))).toBe('MissingParameter 400');
    expect(await refusal(call('ListExecutions', { ...of, MaxResults: 9 }))).toBe('InvalidParameter 400');
    expect(await refusal(call('ListTaskExecutions', { ...of, MaxResults: 19 }))).toBe('InvalidParameter 400');
    const none = { ...of, ExecutionId: 'exec-0' };
    expect(await call('ListExecutions', none)).toMatchObject({ Executions: [] });
    expect(await refusal(call('CancelExecution', none))).toBe('EntityNotExists.Execution 404');
    expect(await refusal(call('NotifyExecution', { ...none, NotifyType: 'Approve' }))).toBe(
      'EntityNotExists.Execution 404',
    );
    expect(await refusal(call('GetExecutionTemplate', none))).toBe('EntityNotExists.Execution 404');
    const id = await begun();
    expect(await refusal(call('NotifyExecution', { ...of, ExecutionId: id, NotifyType: 'Approve' }))).toBe(
      'InvalidParameter 400',
    );
    expect(await refusal(call('DescribeInstances', of))).toBe('InvalidAction.NotFound 400');
  });
});
