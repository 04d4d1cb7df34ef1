import { describe, expect, it } from 'vitest';
import type { MetricRule } from '@/api/cms/metric-rules';
import { emptyRule, formOf, formProblems, putRequest, termsOfForm } from './rule-form';

const rule: MetricRule = {
  RuleId: 'r-1',
  RuleName: 'disk',
  Namespace: 'acs_ecs_dashboard',
  MetricName: 'diskusage_utilization',
  Resources: [{ instanceId: 'i-1', device: '/dev/vda1' }, { instanceId: 'i-2' }],
  Period: 300,
  AlertState: 'OK',
  EnableState: true,
  EffectiveInterval: '08:00-21:59',
  NoEffectiveInterval: '12:00-13:00',
  SilenceTime: 7200,
  ContactGroups: ['ops'],
  MailSubject: 'disks',
  Webhook: 'https://example.com/hook',
  NoDataPolicy: 'OK',
  SendOK: false,
  GmtCreate: null,
  GmtUpdate: null,
  Escalations: {
    Warn: { Statistics: 'Maximum', ComparisonOperator: 'GreaterThanThreshold', Threshold: '80.5', Times: 2 },
  },
  Labels: [{ Key: 'team', Value: 'web' }],
  composite: null,
  raw: {},
};

describe('the form of a rule', () => {
  it('I3: puts back what it read, with what it has no fields for', () => {
    const form = formOf(rule, new Map([['i-1', 'web-1']]));
    expect(form.instances).toEqual([
      { instanceId: 'i-1', name: 'web-1' },
      { instanceId: 'i-2', name: 'i-2' },
    ]);
    expect(formProblems(form)).toEqual([]);
    expect(putRequest('cn-hangzhou', form)).toEqual({
      RegionId: 'cn-hangzhou',
      RuleId: 'r-1',
      RuleName: 'disk',
      MetricName: 'diskusage_utilization',
      Resources: rule.Resources,
      ContactGroups: ['ops'],
      Escalations: rule.Escalations,
      Period: 300,
      SilenceTime: 7200,
      EffectiveInterval: '08:00-21:59',
      NoEffectiveInterval: '12:00-13:00',
      NoDataPolicy: 'OK',
      SendOK: false,
      EmailSubject: 'disks',
      Webhook: 'https://example.com/hook',
      Labels: rule.Labels,
    });
  });

  it('I3: an instance taken out and another put in', () => {
    const form = formOf(rule, new Map());
    const changed = {
      ...form,
      instances: [
        { instanceId: 'i-1', name: '' },
        { instanceId: 'i-3', name: '' },
      ],
    };
    expect(putRequest('r', changed).Resources).toEqual([
      { instanceId: 'i-1', device: '/dev/vda1' },
      { instanceId: 'i-3' },
    ]);
    expect(putRequest('r', { ...changed, everything: true }).Resources).toBeNull();
  });

  it('I3: is tried as soon as its condition is whole, whatever else is missing', () => {
    const form = emptyRule('r-2');
    expect(formProblems(form).map(({ kind }) => kind)).toEqual([
      'nameMissing',
      'groupMissing',
      'instanceMissing',
    ]);
    expect(termsOfForm(form)?.levels).toEqual({
      Warn: {
        statistic: 'Average',
        operator: 'GreaterThanOrEqualToThreshold',
        threshold: 80,
        times: 3,
      },
    });
    const unwritten = { ...form.levels, Warn: { ...form.levels.Warn, threshold: '' } };
    expect(termsOfForm({ ...form, levels: unwritten })).toBeNull();
  });
});
