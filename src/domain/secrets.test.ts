import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMasked, MASK, maskTokens, withoutPasswords, withoutSecrets } from './secrets';

const TOKEN = '0123456789abcdef';
const WEBHOOK = `https://oapi.dingtalk.com/robot/send?access_token=${TOKEN}`;
const HIDDEN = 'https://oapi.dingtalk.com/robot/send?access_token=••••••••cdef';

describe('a webhook that is shown', () => {
  it('I1: keeps its token hidden', () => {
    expect(maskTokens(WEBHOOK)).toBe(HIDDEN);
    expect(maskTokens(`--Channels.DingWebHook '${WEBHOOK}&x=1' --Lang en`)).toContain('••••••••cdef&x=1');
    expect(maskTokens('nothing to hide')).toBe('nothing to hide');
  });

  it('I1: whatever the token is, and however it is quoted, little of it is left', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{8,80}$/), (token) => {
        const address = `https://oapi.dingtalk.com/robot/send?access_token=${token}`;
        for (const text of [address, JSON.stringify({ a: address }), encodeURIComponent(address)])
          expect(maskTokens(text)).not.toContain(token);
      }),
    );
  });
});

describe('a call that is shown', () => {
  const call = {
    Password: 'Top-Secret-1',
    Channels: { DingWebHook: WEBHOOK, SMS: '138' },
    Ids: ['a', WEBHOOK],
  };

  it('K4: has neither passwords nor tokens, at any depth', () => {
    expect(withoutSecrets(call)).toEqual({
      Password: MASK,
      Channels: { DingWebHook: HIDDEN, SMS: '138' },
      Ids: ['a', HIDDEN],
    });
    expect(call.Password).toBe('Top-Secret-1');
  });

  it('K4: shows tokens to who asked for them, passwords to nobody', () => {
    expect(withoutPasswords(call)).toEqual({ ...call, Password: MASK });
  });

  it('K4: without secrets it is the very call', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(withoutSecrets(value)).toBe(value);
      }),
    );
    const blank = { Password: '', InstancePassword: undefined };
    expect(withoutSecrets(blank)).toBe(blank);
  });

  it('K4: what is masked can be told from what is not', () => {
    const { Password, Channels } = withoutSecrets(call);
    expect([Password, Channels.DingWebHook, Channels.SMS].map(isMasked)).toEqual([true, true, false]);
  });
});
