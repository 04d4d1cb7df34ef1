import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BORN_AT, callAction, refusalOf } from '../../test/support/call-action';
import { contactBook } from '../alarms/contact-book';
import type { ContactChange } from '../alarms/contact-changes';
import type { Act } from '../acts';
import { createLedger } from '../ledger';
import type { Action } from './action';
import { deleteContactGroup, describeContactGroupList, putContactGroup } from './cms-contact-groups';
import { deleteContact, describeContactList, putContact } from './cms-contacts';

const MINUTE = 60_000;

interface ContactRow {
  Name: string;
  Channels: Record<string, string>;
  ChannelsState: Record<string, string>;
  ContactGroups: { ContactGroup: string[] };
  CreateTime: number;
  UpdateTime: number;
}

/** An account that acts change, asked at times of its own. */
function account() {
  const ledger = createLedger();
  const act = (...acts: Act[]) => acts.forEach((one) => ledger.reduce(one));
  const call = (action: Action, params: Record<string, string> = {}, now = BORN_AT) =>
    callAction(action, params, { ledger, act, now });
  const contacts = async (params: Record<string, string> = {}, now = BORN_AT) =>
    ((await call(describeContactList, params, now))['Contacts'] as { Contact: ContactRow[] }).Contact;
  const groups = async () => {
    const { ContactGroupList } = await call(describeContactGroupList);
    return (ContactGroupList as { ContactGroup: { Name: string; Contacts: { Contact: string[] } }[] })
      .ContactGroup;
  };
  return { ledger, call, contacts, groups };
}

const ALICE = { ContactName: 'alice', Describe: 'on call', 'Channels.Mail': 'alice@example.com' };

describe('contacts', () => {
  it('I1: the account is born with some, who may be changed like any', async () => {
    const { call, contacts, groups } = account();
    const [first] = await contacts();
    expect(first).toMatchObject({ Name: 'wang.fang', ChannelsState: { SMS: 'OK', Mail: 'OK' } });
    expect(first!.CreateTime).toBeLessThan(BORN_AT);
    await call(deleteContact, { ContactName: 'wang.fang' });
    expect((await contacts()).map(({ Name }) => Name)).not.toContain('wang.fang');
    expect((await groups()).find(({ Name }) => Name === 'ops')!.Contacts.Contact).toEqual([
      'chen.yu',
      'ops-robot',
    ]);
  });

  it('I1: phone and mail wait for their activation, a robot does not', async () => {
    const { call, contacts } = account();
    await call(putContact, {
      ...ALICE,
      'Channels.SMS': '13800000000',
      'Channels.DingWebHook': 'https://oapi.dingtalk.com/robot/send?access_token=x',
    });
    const states = async (now: number) => (await contacts({ ContactName: 'alice' }, now))[0]!.ChannelsState;
    expect(await states(BORN_AT)).toEqual({ SMS: 'PENDING', Mail: 'PENDING', DingWebHook: 'OK' });
    expect(await states(BORN_AT + 3 * MINUTE)).toMatchObject({ SMS: 'PENDING', Mail: 'OK' });
    expect(await states(BORN_AT + 5 * MINUTE)).toMatchObject({ SMS: 'OK' });
  });

  it('I1: a put replaces the whole contact; only what leads elsewhere is activated anew', async () => {
    const { call, contacts } = account();
    await call(putContact, { ...ALICE, 'Channels.SMS': '13800000000' });
    const later = BORN_AT + 60 * MINUTE;
    await call(putContact, { ...ALICE, Describe: 'off', 'Channels.AliIM': 'alice' }, later);
    expect(await contacts({ ContactName: 'alice' }, later)).toMatchObject([
      {
        Desc: 'off',
        Channels: { Mail: 'alice@example.com', AliIM: 'alice' },
        ChannelsState: { Mail: 'OK', AliIM: 'OK' },
        CreateTime: BORN_AT,
        UpdateTime: later,
      },
    ]);
    await call(putContact, { ...ALICE, 'Channels.Mail': 'a@example.com' }, later);
    expect((await contacts({ ContactName: 'alice' }, later))[0]!.ChannelsState).toEqual({ Mail: 'PENDING' });
  });

  it('I1: finds by whole name, by channel, and by where it leads', async () => {
    const { contacts } = account();
    const names = async (params: Record<string, string>) => (await contacts(params)).map(({ Name }) => Name);
    expect(await names({ ContactName: 'li.qiang' })).toEqual(['li.qiang']);
    expect(await names({ ContactName: 'li' })).toEqual([]);
    expect(await names({ ChanelType: 'DingWebHook' })).toEqual(['ops-robot', 'chen.yu']);
    expect(await names({ ChanelType: 'Mail', ChanelValue: 'sarah.tan@example.com' })).toEqual(['sarah.tan']);
    expect(await names({ ChanelType: 'SMS', ChanelValue: 'sarah.tan@example.com' })).toEqual([]);
    expect(await names({ PageNumber: '2', PageSize: '2' })).toEqual(['ops-robot', 'sarah.tan']);
  });

  it.each([
    ['no name', putContact, { ...ALICE, ContactName: '' }, 'MissingContactName 400'],
    ['no description', putContact, { ...ALICE, Describe: '' }, 'MissingDescribe 400'],
    ['no channel', putContact, { ...ALICE, 'Channels.Mail': '' }, 'ParameterInvalid 400'],
    ['a bad mail', putContact, { ...ALICE, 'Channels.Mail': 'alice' }, 'ParameterInvalid 400'],
    ['another language', putContact, { ...ALICE, Lang: 'fr' }, 'ParameterInvalid 400'],
    ['nobody', deleteContact, { ContactName: 'nobody' }, 'ResourceNotFound 404'],
    ['a channel of no kind', describeContactList, { ChanelType: 'Fax' }, 'ParameterInvalid 400'],
    ['no page', describeContactList, { PageNumber: '0' }, 'ParameterInvalid 400'],
    ['no group', deleteContactGroup, { ContactGroupName: 'none' }, 'ResourceNotFound 404'],
    [
      'a stranger in a group',
      putContactGroup,
      { ContactGroupName: 'ops', 'ContactNames.1': 'nobody' },
      'ResourceNotFound 404',
    ],
  ] as const)('I1: refuses %s', async (_what, action, params, refusal) => {
    expect(await refusalOf(account().call(action, params))).toBe(refusal);
  });
});

describe('contact groups', () => {
  it('I1: a put is the whole membership', async () => {
    const { call, contacts, groups } = account();
    const put = (...names: string[]) =>
      call(putContactGroup, {
        ContactGroupName: 'night',
        ...Object.fromEntries(names.map((name, index) => [`ContactNames.${index + 1}`, name])),
      });
    const members = async () => (await groups()).find(({ Name }) => Name === 'night')!.Contacts.Contact;
    await put('chen.yu', 'li.qiang', 'chen.yu');
    expect(await members()).toEqual(['chen.yu', 'li.qiang']);
    expect((await contacts({ ContactName: 'li.qiang' }))[0]!.ContactGroups.ContactGroup).toEqual([
      'dba',
      'night',
    ]);
    await put('chen.yu');
    expect(await members()).toEqual(['chen.yu']);
    await call(deleteContactGroup, { ContactGroupName: 'night' });
    expect((await groups()).map(({ Name }) => Name)).toEqual(['ops', 'dba', 'management']);
  });

  it('I1: whatever was done, in whatever shape: groups hold contacts that exist', () => {
    const name = fc.constantFrom('alice', 'bob', 'wang.fang', 'ops');
    const change = fc.oneof(
      fc.record({
        what: fc.constant('ContactPut'),
        name,
        description: fc.constant(''),
        language: fc.constant('en'),
        channels: fc.oneof(fc.constant({ Mail: 'a@example.com' }), fc.jsonValue()),
      }),
      fc.record({ what: fc.constant('ContactDeleted'), name }),
      fc.record({
        what: fc.constant('GroupPut'),
        name,
        description: fc.constant(''),
        contacts: fc.oneof(fc.array(name), fc.jsonValue()),
        subscribed: fc.boolean(),
      }),
      fc.record({ what: fc.constant('GroupDeleted'), name }),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const ledger = createLedger();
        for (const one of changes)
          ledger.reduce({ kind: 'AlarmChanged', at: BORN_AT, change: one as ContactChange });
        const { contacts, groups } = contactBook({ world: { bornAt: BORN_AT }, ledger });
        for (const group of groups.values())
          expect(group.contacts.filter((contact) => !contacts.has(contact))).toEqual([]);
      }),
    );
  });
});
