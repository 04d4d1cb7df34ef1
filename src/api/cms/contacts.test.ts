import { describe, expect, it } from 'vitest';
import { createApi } from '../api';
import type { Params } from '../params';
import type { Rpc } from '../rpc';

const REGION = { RegionId: 'cn-hangzhou' };

/** Answers by a function of the parameters, and remembers what was asked. */
function cloud(answer: (params: Params) => Record<string, unknown>) {
  const asked: Params[] = [];
  const rpc: Rpc = async (_product, _action, params) => {
    asked.push(params);
    return answer(params);
  };
  return { api: createApi(rpc).cms, asked };
}

describe('contacts of CloudMonitor', () => {
  it('I1: reads a contact as the contract’s sample has it', async () => {
    const { api } = cloud(() => ({
      Total: '1',
      Contacts: {
        Contact: [
          {
            Name: 'alice',
            Desc: 'on call',
            Channels: { Mail: 'alice@example.com', SMS: '', DingWebHook: '' },
            ChannelsState: { Mail: 'OK' },
            ContactGroups: { ContactGroup: ['ops'] },
            CreateTime: 1582500000000,
            Lang: 'en',
          },
        ],
      },
    }));
    const page = await api.describeContactList(REGION);
    expect(page.totalCount).toBe(1);
    expect(page.items).toEqual([
      {
        Name: 'alice',
        Desc: 'on call',
        Channels: { Mail: 'alice@example.com' },
        ChannelsState: { Mail: 'OK' },
        ContactGroups: ['ops'],
        CreateTime: 1582500000000,
        UpdateTime: null,
        Lang: 'en',
      },
    ]);
  });

  it('I1: reads all pages, and stops where a server gives nothing more', async () => {
    const { api, asked } = cloud(({ PageNumber }) => ({
      Total: 250,
      ContactGroupList: { ContactGroup: PageNumber === 3 ? [] : [{ Name: `group ${String(PageNumber)}` }] },
    }));
    const groups = await api.describeContactGroupListAll(REGION);
    expect(groups.map(({ Name }) => Name)).toEqual(['group 1', 'group 2']);
    expect(asked.map(({ PageNumber }) => PageNumber)).toEqual([1, 2, 3]);
  });

  it('I1: reads what is missing as empty', async () => {
    const { api } = cloud(() => ({}));
    expect(await api.describeContactListAll(REGION)).toEqual([]);
    expect(await api.describeContactGroupListAll(REGION)).toEqual([]);
  });
});
