import { describe, expect, it } from 'vitest';
import { CMS_EVENT_NAMES } from './cms-event-names';
import { type NotifiedEvent, notificationText } from './notification-text';

const event: NotifiedEvent = {
  name: 'Instance:SystemMaintenance.Reboot:Scheduled',
  level: 'Critical',
  status: 'Scheduled',
  at: Date.UTC(2026, 10, 22, 18),
  regionId: 'cn-hangzhou',
  instanceId: 'i-1',
  instanceName: 'web-01',
  notBefore: Date.UTC(2026, 10, 24, 18),
};
const all = (channel: 'sms' | 'mail' | 'dingtalk', language: 'zh-cn' | 'en', one = event) => {
  const { subject, lines } = notificationText(channel, one, 'restarts', language);
  return [...(subject === null ? [] : [subject]), ...lines].join('\n');
};

describe('the text of a notification', () => {
  it('I2: a text message is one line with who, what and when, in UTC+8', () => {
    const { subject, lines } = notificationText('sms', event, 'restarts', 'zh-cn');
    expect(subject).toBeNull();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('严重');
    expect(lines[0]).toContain('因系统维护实例重启（待执行）');
    expect(lines[0]).toContain('2026-11-23 02:00:00 (UTC+8)');
    expect(lines[0]).toContain('2026-11-25 02:00:00 (UTC+8)');
  });

  it.each(['sms', 'mail', 'dingtalk'] as const)('I2: %s says instance, region and level', (channel) => {
    for (const text of [all(channel, 'en'), all(channel, 'zh-cn')]) {
      expect(text).toContain('web-01 (i-1)');
      expect(text).toContain('cn-hangzhou');
    }
    expect(all(channel, 'en')).toContain('Critical');
    expect(all(channel, 'en')).toContain('Restart, system maintenance (Scheduled)');
  });

  it('I2: mail and robot name the rule and the event; the robot’s is Markdown', () => {
    expect(all('mail', 'en')).toContain('Alert rule: restarts');
    expect(all('mail', 'en')).toContain(event.name);
    expect(all('dingtalk', 'zh-cn')).toMatch(/^### 严重：/);
    expect(all('dingtalk', 'zh-cn')).toContain('- 报警规则：restarts');
  });

  it('I2: a test says so, whatever is not known is left out or stays as it came', () => {
    expect(all('mail', 'en', { ...event, isTest: true })).toContain('[Test]');
    expect(all('sms', 'zh-cn', { ...event, isTest: true })).toContain('【测试】');
    const strange = all('mail', 'en', {
      ...event,
      name: 'Instance:New.Thing:Odd',
      level: 'GRAVE',
      status: 'Odd',
      notBefore: null,
    });
    expect(strange).toContain('GRAVE: New.Thing (Odd)');
    expect(strange).not.toContain('Planned for');
  });

  it('I2: there are words for every event in both languages', () => {
    for (const { name, level, status, kind } of CMS_EVENT_NAMES) {
      const one = { ...event, name, level, status };
      expect(all('sms', 'zh-cn', one)).not.toContain(kind);
      expect(all('sms', 'en', one)).not.toContain(kind);
    }
  });
});
