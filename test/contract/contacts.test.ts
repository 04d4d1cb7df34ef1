import { describe, expect, it } from 'vitest';
import { emulatorForTests } from '../support/emulator-for-tests';
import { refusal } from '../support/vendor-clients';

const { cms, later } = await emulatorForTests();
const { 'v1 POST': v1, v3 } = cms;

describe('contacts through the vendor’s SDKs', () => {
  it('I1: a contact is put, waits, is in a group, and is deleted', async () => {
    const put = await v3('PutContact', {
      ContactName: 'alice',
      Describe: 'on call',
      'Channels.Mail': 'alice@example.com',
      Lang: 'en',
    });
    expect(put).toMatchObject({ Code: '200', Success: true, RequestId: expect.any(String) });
    await v1('PutContactGroup', { ContactGroupName: 'night', 'ContactNames.1': 'alice' });
    const alice = async () => {
      const answer = await v1('DescribeContactList', { ContactName: 'alice' });
      expect(answer['Total']).toBe(1);
      return (answer['Contacts'] as { Contact: Record<string, unknown>[] }).Contact[0]!;
    };
    expect(await alice()).toMatchObject({
      Name: 'alice',
      Desc: 'on call',
      Lang: 'en',
      Channels: { Mail: 'alice@example.com' },
      ChannelsState: { Mail: 'PENDING' },
      ContactGroups: { ContactGroup: ['night'] },
      CreateTime: expect.any(Number),
    });
    await later(180);
    expect(await alice()).toMatchObject({ ChannelsState: { Mail: 'OK' } });
    await v3('DeleteContact', { ContactName: 'alice' });
    const { ContactGroupList } = await v3('DescribeContactGroupList', {});
    expect(ContactGroupList).toMatchObject({
      ContactGroup: expect.arrayContaining([
        expect.objectContaining({ Name: 'night', Contacts: { Contact: [] } }),
      ]),
    });
  });

  it('I1: refuses with its codes', async () => {
    expect(await refusal(v3('PutContact', { ContactName: 'bob' }))).toBe('MissingDescribe 400');
    expect(await refusal(v1('PutContact', { ContactName: 'bob', Describe: 'x' }))).toBe(
      'ParameterInvalid 400',
    );
    expect(await refusal(v3('DeleteContactGroup', { ContactGroupName: 'none' }))).toBe(
      'ResourceNotFound 404',
    );
  });
});
