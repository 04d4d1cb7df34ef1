import { describe, expect, it } from 'vitest';
import { emulatorForTests } from '../support/emulator-for-tests';
import { idOf, RUN_EMULATOR } from '../support/run-client';
import { type Answer, type Call, refusal } from '../support/vendor-clients';

const HOUR = 3_600_000;
const NOW = Date.parse(RUN_EMULATOR[3]);
const { cms } = await emulatorForTests();
const RULE = {
  RuleName: 'sudden restarts',
  EventType: 'SYSTEM',
  State: 'ENABLED',
  SilenceTime: '3600',
  'EventPattern.1.Product': 'ecs',
  'EventPattern.1.EventTypeList.1': 'Exception',
  'EventPattern.1.LevelList.1': 'CRITICAL',
  'EventPattern.1.NameList.1': 'Instance:SystemFailure.Reboot:Executing',
};
const TARGETS = {
  RuleName: RULE.RuleName,
  'ContactParameters.1.Id': '1',
  'ContactParameters.1.ContactGroupName': 'ops',
  'ContactParameters.1.Level': '3',
  'WebhookParameters.1.Id': '2',
  'WebhookParameters.1.Protocol': 'https',
  'WebhookParameters.1.Method': 'POST',
  'WebhookParameters.1.Url': 'https://example.com/hook',
};
const rows = (answer: Answer, wrapper: string, item: string) =>
  (answer[wrapper] as Record<string, Record<string, unknown>[]>)[item]!;

describe.each(['v1 POST', 'v3'] as const)('event rules (%s)', (form) => {
  const call: Call = (action, params) => cms[form](action, params);
  const list = async (IsEnable: boolean, NamePrefix = 'sudden') =>
    rows(
      await call('DescribeEventRuleList', { IsEnable: String(IsEnable), NamePrefix }),
      'EventRules',
      'EventRule',
    );

  it('I2: a rule and its targets are put, listed, switched and deleted', async () => {
    expect(await call('PutEventRule', RULE)).toMatchObject({ Code: '200', Success: true, Data: '1' });
    expect(await call('PutEventRuleTargets', TARGETS)).toMatchObject({ FailedParameterCount: '0' });
    expect(await list(true)).toEqual([
      {
        Name: 'sudden restarts',
        Description: '',
        State: 'ENABLED',
        EventType: 'SYSTEM',
        GroupId: '',
        SilenceTime: 3600,
        EventPattern: {
          EventPattern: [
            {
              Product: 'ecs',
              NameList: { NameList: ['Instance:SystemFailure.Reboot:Executing'] },
              LevelList: { LevelList: ['CRITICAL'] },
              EventTypeList: { EventTypeList: ['Exception'] },
            },
          ],
        },
      },
    ]);
    const targets = await call('DescribeEventRuleTargetList', { RuleName: RULE.RuleName });
    expect(rows(targets, 'ContactParameters', 'ContactParameter')).toEqual([
      { Id: '1', ContactGroupName: 'ops', Level: '3' },
    ]);
    expect(rows(targets, 'WebhookParameters', 'WebhookParameter')).toHaveLength(1);
    await call('DeleteEventRuleTargets', { RuleName: RULE.RuleName, 'Ids.1': '2' });
    const left = await call('DescribeEventRuleTargetList', { RuleName: RULE.RuleName });
    expect(rows(left, 'WebhookParameters', 'WebhookParameter')).toEqual([]);

    const named = { 'RuleNames.1': RULE.RuleName };
    await call('DisableEventRules', named);
    expect(await list(true)).toEqual([]);
    expect(await list(false)).toMatchObject([{ State: 'DISABLED' }]);
    await call('EnableEventRules', named);
    await call('DeleteEventRules', named);
    expect([...(await list(true)), ...(await list(false))]).toEqual([]);
  });

  it('I2: refuses with its codes, and then changes nothing', async () => {
    const put = (members: Record<string, string>) => refusal(call('PutEventRule', { ...RULE, ...members }));
    expect(await put({ 'EventPattern.1.LevelList.1': 'GRAVE' })).toBe('ParameterInvalid 400');
    expect(await put({ 'EventPattern.1.EventTypeList.1': 'Party' })).toBe('ParameterInvalid 400');
    expect(await put({ State: 'ON' })).toBe('ParameterInvalid 400');
    const names = Object.fromEntries(
      Array.from({ length: 51 }, (_, index) => [`EventPattern.1.NameList.${index + 1}`, `n${index}`]),
    );
    expect(await put(names)).toBe('ParameterInvalid 400');
    expect(await list(true)).toEqual([]);
    expect(await refusal(call('PutEventRuleTargets', TARGETS))).toBe('ResourceNotFound 404');
    const both = { 'RuleNames.1': 'planned-restarts', 'RuleNames.2': 'nobody’s' };
    expect(await refusal(call('DeleteEventRules', both))).toBe('ResourceNotFound 404');
    expect(await list(true, 'planned')).toHaveLength(1);
  });

  it('I2, I4: a test event is counted and listed like a real one', async () => {
    const Name = 'Instance:InstanceFailure.Reboot:Executing';
    const EventContent = JSON.stringify({
      product: 'ECS',
      instanceId: idOf('web-prod-01'),
      consoleTest: true,
    });
    const span = { Product: 'ECS', StartTime: String(NOW - HOUR), EndTime: String(NOW + HOUR), Name };
    const asked = { ...span, SearchKeywords: `consoleTest and ${idOf('web-prod-01')}`, Level: 'Critical' };
    await call('SendDryRunSystemEvent', { Product: 'ECS', EventName: Name, EventContent });
    const counts = await call('DescribeSystemEventCount', asked);
    expect(rows(counts, 'SystemEventCounts', 'SystemEventCount')).toMatchObject([{ Num: 1, Name }]);
    const listed = await call('DescribeSystemEventAttribute', asked);
    expect(listed['Success']).toBe('true');
    expect(rows(listed, 'SystemEvents', 'SystemEvent')).toMatchObject([
      { Name, Level: 'CRITICAL', Status: 'Executing', Content: EventContent },
    ]);
    expect(await refusal(call('SendDryRunSystemEvent', { Product: 'ECS', EventName: 'x' }))).toBe(
      'ResourceNotFound 404',
    );
  });
});
