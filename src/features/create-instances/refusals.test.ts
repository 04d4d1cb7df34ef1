import { describe, expect, it } from 'vitest';
import { refusalOf } from './refusals';

describe('refusals', () => {
  it.each([
    ['InvalidImageId.NotFound', 'imageId', 'image'],
    ['InvalidSecurityGroupId.NotFound', 'securityGroupId', 'group'],
    ['InvalidInstanceType.ValueNotSupported', 'instanceType', 'type'],
    ['InvalidInstanceType.NotSupported', 'instanceType', 'typeUnfit'],
    ['Zone.NotOnSale', 'zoneId', 'zone'],
    ['ResourceNotAvailable', 'systemCategory', 'resource'],
    ['InvalidVSwitchId.Necessary', 'vSwitchId', 'vSwitch'],
    ['QuotaExceeded.PrivateIpAddress', 'vSwitchId', 'addresses'],
    ['QuotaExceed.AfterpayInstance', 'amount', 'quota'],
    ['OperationDenied', null, 'denied'],
    ['InvalidPassword.Malformed', 'password', 'password'],
    ['InvalidInstanceName.Malformed', 'name', 'name'],
    ['InvalidHostName.Malformed', 'hostName', 'hostName'],
    ['Account.Arrearage', null, 'payment'],
    ['InvalidAccountStatus.NotEnoughBalance', null, 'payment'],
    ['OperationDenied.NoStock', 'instanceType', 'stock'],
    ['InvalidParam.Amount', 'amount', 'amount'],
    ['Something.Unheard', null, null],
  ])('J8: %s belongs to %s', (code, field, advice) => {
    expect(refusalOf(code)).toEqual({ field, advice });
  });
});
