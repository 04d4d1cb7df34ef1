import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '@/api/cms/contacts';
import { rebased } from '../rebased';
import { contactDraftOf, isPut, putContactRequest } from './contact-form';
import { type GroupDraft, rebasedGroup } from './group-form';

const ALICE: Contact = {
  Name: 'alice',
  Desc: 'alice',
  Channels: { Mail: 'alice@example.com' },
  ChannelsState: { Mail: 'OK' },
  ContactGroups: [],
  CreateTime: 1,
  UpdateTime: 1,
  Lang: 'en',
};

describe('the form of a contact', () => {
  it('I1: a saved contact put as it is stays as it is', () => {
    const request = putContactRequest('cn-hangzhou', contactDraftOf(ALICE));
    expect(request).toEqual({
      RegionId: 'cn-hangzhou',
      ContactName: 'alice',
      Describe: 'alice',
      Channels: { Mail: 'alice@example.com' },
      Lang: 'en',
    });
    expect(isPut(ALICE, request)).toBe(true);
    expect(isPut(ALICE, { ...request, Channels: {} })).toBe(false);
  });

  it('I1: without a description the name is sent, which the action wants', () => {
    const draft = { ...contactDraftOf(ALICE), name: ' bob ', description: ' ' };
    expect(putContactRequest('cn-hangzhou', draft)).toMatchObject({ ContactName: 'bob', Describe: 'bob' });
  });

  it('I1: what was not touched takes what has come since', () => {
    const base = { a: 1, b: 1 };
    expect(rebased({ a: 2, b: 1 }, base, { a: 3, b: 3 })).toEqual({ a: 2, b: 3 });
  });

  it('I1: over a membership that others changed, exactly those ticked and unticked here move', () => {
    const names = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'));
    const draftOf = (members: string[]): GroupDraft => ({
      name: 'g',
      description: '',
      subscribed: false,
      members,
    });
    fc.assert(
      fc.property(names, names, names, (base, draft, fresh) => {
        const { members } = rebasedGroup(draftOf(draft), draftOf(base), draftOf(fresh));
        for (const name of ['a', 'b', 'c', 'd', 'e']) {
          const touched = base.includes(name) !== draft.includes(name);
          expect(members.includes(name)).toBe((touched ? draft : fresh).includes(name));
        }
      }),
    );
  });
});
