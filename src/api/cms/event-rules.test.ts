import { describe, expect, it } from 'vitest';
import { createApi } from '@/api/api';
import { fakeRpc } from '../../../test/support/render';
import { ApiError } from '../errors';

const RegionId = 'cn-hangzhou';
const modern = {
  Name: 'modern',
  State: 'ENABLED',
  SilenceTime: '3600',
  EventPattern: {
    EventPattern: [
      {
        Product: 'ecs',
        NameList: { NameList: ['Instance:StateChange'] },
        LevelList: { LevelList: ['INFO'] },
        EventTypeList: { EventTypeList: ['*'] },
        KeywordFilter: { Relation: 'OR', Keywords: { Keywords: ['a', 'b'] } },
      },
    ],
  },
};
const old = {
  Name: 'old',
  State: 'ENABLED',
  EventPattern: { Product: 'ECS', LevelList: ['CRITICAL'], NameList: [] },
};

/** The rules that answers, enabled ones first, are read as. */
async function read(enabled: Record<string, unknown>, disabled: Record<string, unknown> = {}) {
  const rpc = fakeRpc({ DescribeEventRuleList: ({ IsEnable }) => (IsEnable ? enabled : disabled) });
  return { rpc, rules: await createApi(rpc).cms.describeEventRuleListAll({ RegionId }) };
}

describe('event rules on the wire', () => {
  it('I2: inner lists repeat the wrapper’s name; enabled and disabled ones are both asked for', async () => {
    const { rpc, rules } = await read(
      { EventRules: { EventRule: [modern] }, Total: 1 },
      { EventRules: { EventRule: [{ Name: 'off', State: 'DISABLED' }] }, Total: 1 },
    );
    expect(rules.map(({ name, enabled }) => [name, enabled])).toEqual([
      ['modern', true],
      ['off', false],
    ]);
    expect(rules[0]).toMatchObject({
      silenceSeconds: 3600,
      patterns: [
        {
          product: 'ecs',
          names: ['Instance:StateChange'],
          levels: ['INFO'],
          types: ['*'],
          filter: 'OR a, b',
        },
      ],
    });
    expect(rpc.calls.map(({ params }) => params['IsEnable'])).toEqual([true, false]);
  });

  it.each([
    ['EventRules.Datapoints', { EventRules: { Datapoints: [old] } }],
    ['Datapoints.EventRule', { Datapoints: { EventRule: [old] } }],
    ['a bare list', { EventRules: [old] }],
  ])('I2: the form of 2020 is understood: %s', async (_form, answer) => {
    const { rules } = await read(answer);
    expect(rules).toMatchObject([
      { name: 'old', enabled: true, patterns: [{ product: 'ECS', levels: ['CRITICAL'] }] },
    ]);
  });

  it('I2: every page is read', async () => {
    const many = Array.from({ length: 130 }, (_, index) => ({ Name: `rule-${index}`, State: 'ENABLED' }));
    const rpc = fakeRpc({
      DescribeEventRuleList: ({ IsEnable, PageNumber, PageSize }) => {
        const start = (Number(PageNumber) - 1) * Number(PageSize);
        const rows = IsEnable ? many.slice(start, start + Number(PageSize)) : [];
        return { EventRules: { EventRule: rows }, Total: IsEnable ? many.length : 0 };
      },
    });
    expect(await createApi(rpc).cms.describeEventRuleListAll({ RegionId })).toHaveLength(130);
  });

  it('I2: targets of every kind; the capital letters of FCParameter', async () => {
    const rpc = fakeRpc({
      DescribeEventRuleTargetList: {
        ContactParameters: { ContactParameter: [{ Id: 1, ContactGroupName: 'ops', Level: 3 }] },
        FcParameters: {
          FCParameter: [{ Id: 'f', Region: 'cn-beijing', ServiceName: 's', FunctionName: 'g' }],
        },
      },
    });
    const targets = await createApi(rpc).cms.describeEventRuleTargetList({ RegionId, RuleName: 'r' });
    expect(targets.contacts).toEqual([{ id: '1', group: 'ops', level: '3' }]);
    expect(targets.others).toEqual([{ kind: 'FC', id: 'f', where: 'cn-beijing / s / g' }]);
  });

  it('I2: targets that were refused make the call fail, though it says success', async () => {
    const rpc = fakeRpc({
      PutEventRuleTargets: {
        FailedParameterCount: '1',
        FailedContactParameters: { ContactParameter: [{ Id: '1', ContactGroupName: 'ghosts' }] },
      },
    });
    const put = createApi(rpc).cms.putEventRuleTargets({
      RegionId,
      RuleName: 'r',
      contacts: [{ id: '1', group: 'ghosts', level: '4' }],
      webhooks: [],
    });
    await expect(put).rejects.toThrow(/ghosts/);
    await expect(put).rejects.toBeInstanceOf(ApiError);
  });

  it('I2: no names never mean every rule', async () => {
    const rpc = fakeRpc({});
    const { cms } = createApi(rpc);
    await expect(cms.deleteEventRules({ RegionId, RuleNames: [] })).rejects.toMatchObject({
      code: 'ParameterInvalid',
    });
    expect(rpc.calls).toEqual([]);
  });

  it('I4: counts of the same name and level are added up, in any spelling', async () => {
    const row = { Name: 'Instance:StateChange', Status: 'Normal' };
    const rpc = fakeRpc({
      DescribeSystemEventCount: {
        SystemEventCounts: {
          SystemEventCount: [
            { ...row, Level: 'INFO', Num: 2 },
            { ...row, Level: 'Info', Num: '3' },
          ],
        },
      },
      DescribeSystemEventAttribute: {
        SystemEvents: { SystemEvent: [{ ...row, Id: 'a', Time: '1582531200000', Content: '{}' }] },
      },
    });
    const { cms } = createApi(rpc);
    const span = { RegionId, StartTime: 1, EndTime: 2 };
    expect(await cms.describeSystemEventCount(span)).toMatchObject([{ Num: 5 }]);
    const [event] = await cms.describeSystemEventAttribute({ ...span, PageNumber: 1, PageSize: 10 });
    expect(event?.Time).toBe(1_582_531_200_000);
  });
});
