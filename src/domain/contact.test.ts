import { describe, expect, it } from 'vitest';
import { channelProblem, filledChannels, type ContactDraft, contactProblems, nameProblem } from './contact';

const EMPTY: ContactDraft = {
  name: 'alice',
  description: '',
  language: 'en',
  SMS: '',
  Mail: '',
  DingWebHook: '',
  AliIM: '',
};
const WEBHOOK = 'https://oapi.dingtalk.com/robot/send?access_token=0123456789abcdef';

describe('a contact', () => {
  it.each([
    ['alice', null],
    ['王 小明', null],
    ['on-call.night_2', null],
    ['x'.repeat(40), null],
    ['  ', 'missing'],
    ['值'.repeat(41), 'tooLong'],
    ['alice,bob', 'characters'],
    ['alice\u200b', 'characters'],
    ['["alice"]', 'characters'],
  ])('I1: the name %j', (name, problem) => {
    expect(nameProblem(name)).toBe(problem);
  });

  it.each([
    ['SMS', '13800000000', null],
    ['SMS', '+86-13800000000', null],
    ['SMS', '+852-5555-0000', null],
    ['SMS', '12', 'phone'],
    ['SMS', '+12345678901234567', 'phone'],
    ['SMS', '138 call me', 'phone'],
    ['Mail', 'alice@example.com', null],
    ['Mail', 'a.b+c@mail.example.com', null],
    ['Mail', '小明@例子.公司', null],
    ['Mail', 'alice', 'mail'],
    ['Mail', 'alice@localhost', 'mail'],
    ['Mail', 'a@b@example.com', 'mail'],
    ['Mail', 'alice@example.com, bob@example.com', 'mail'],
    ['DingWebHook', WEBHOOK, null],
    ['DingWebHook', WEBHOOK.replace('https', 'http'), 'webhookAddress'],
    ['DingWebHook', 'https://example.com/robot/send?access_token=x', 'webhookAddress'],
    ['DingWebHook', 'https://oapi.dingtalk.com.example.com/robot/send?access_token=x', 'webhookAddress'],
    ['DingWebHook', 'not an address', 'webhookAddress'],
    ['DingWebHook', 'https://oapi.dingtalk.com/robot/send', 'webhookToken'],
    ['AliIM', 'alice_ops', null],
    ['AliIM', 'x'.repeat(65), 'tooLong'],
  ] as const)('I1: %s %j', (channel, text, problem) => {
    expect(channelProblem(channel, text)).toBe(problem);
  });

  it('I1: wants at least one channel, and blanks are none', () => {
    expect(contactProblems({ ...EMPTY, Mail: '  ' }, true)).toEqual([{ field: 'channels', kind: 'none' }]);
    expect(contactProblems({ ...EMPTY, Mail: ' alice@example.com ' }, true)).toEqual([]);
    expect(filledChannels({ ...EMPTY, Mail: ' alice@example.com ' })).toEqual({ Mail: 'alice@example.com' });
  });

  it('I1: tells everything at once, in the order of the form', () => {
    const draft = { ...EMPTY, name: '', SMS: 'x', Mail: 'y', description: 'd'.repeat(129) };
    expect(contactProblems(draft, true).map(({ field }) => field)).toEqual([
      'name',
      'description',
      'SMS',
      'Mail',
    ]);
  });

  it('I1: one made elsewhere can be changed whatever it is called', () => {
    const draft = { ...EMPTY, name: 'a,b', Mail: 'alice@example.com' };
    expect(contactProblems(draft, true)).toEqual([{ field: 'name', kind: 'characters' }]);
    expect(contactProblems(draft, false)).toEqual([]);
  });
});
