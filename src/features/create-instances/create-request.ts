import type { RunInstancesRequest } from '@/api/ecs/instance-lifecycle';
import type { Params } from '@/api/params';
import { formatWireTime } from '@/api/wire-times';
import { encodeBase64 } from '@/domain/base64';
import { amountOf, type CreationDraft, takesSuffix } from '@/domain/instance-creation';

/**
 * The RunInstances request of a filled form, without ClientToken and without a password (contract 6). What is left empty is
 * not sent, so that the service's own defaults hold.
 */
export function creationRequest(regionId: string, draft: CreationDraft): RunInstancesRequest {
  const name = draft.name.trim();
  const hostName = draft.hostName.trim();
  const amount = amountOf(draft) ?? 1;
  const bandwidth = Number(draft.bandwidth);
  const prePaid = draft.chargeType === 'PrePaid';
  return {
    RegionId: regionId,
    ZoneId: draft.zoneId,
    InstanceType: draft.instanceType,
    ImageId: draft.imageId.trim(),
    VSwitchId: draft.vSwitchId.trim(),
    SecurityGroupId: draft.securityGroupId.trim(),
    Amount: amount,
    ...(draft.minAmount.trim() === '' ? {} : { MinAmount: Number(draft.minAmount) }),
    ...(name === '' ? {} : { InstanceName: name }),
    ...(hostName === '' ? {} : { HostName: hostName }),
    ...(draft.uniqueSuffix && amount > 1 && takesSuffix(draft) ? { UniqueSuffix: true } : {}),
    SystemDisk: {
      ...(draft.systemCategory === '' ? {} : { Category: draft.systemCategory }),
      Size: Number(draft.systemSize),
    },
    ...(draft.dataDisks.length === 0
      ? {}
      : {
          DataDisk: draft.dataDisks.map(({ category, size }) => ({
            ...(category === '' ? {} : { Category: category }),
            Size: Number(size),
          })),
        }),
    ...(bandwidth > 0 ? { InternetMaxBandwidthOut: bandwidth } : {}),
    ...(draft.signIn === 'keyPair' ? { KeyPairName: draft.keyPairName.trim() } : {}),
    ...(draft.userData === '' ? {} : { UserData: encodeBase64(draft.userData) }),
    ...(draft.tags.length === 0
      ? {}
      : { Tag: draft.tags.map(({ key, value }) => ({ Key: key.trim(), Value: value.trim() })) }),
    InstanceChargeType: draft.chargeType,
    ...(prePaid ? { Period: Number(draft.period), PeriodUnit: draft.periodUnit } : {}),
    ...(draft.autoReleaseAt === null || prePaid
      ? {}
      : { AutoReleaseTime: formatWireTime(draft.autoReleaseAt) }),
  };
}

/** The same with the password, for sending and for the command line, where it is masked. */
export function withPassword(
  request: RunInstancesRequest,
  draft: CreationDraft,
  password: string,
): RunInstancesRequest {
  return draft.signIn === 'password' ? { ...request, Password: password } : request;
}

/** The request as the parameters of a call, without what is not filled in yet. */
export function callParams({ Tag, ...request }: RunInstancesRequest): Params {
  const filled = Object.entries(request).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(filled), ...(Tag ? { Tag: Tag.map((tag) => ({ ...tag })) } : {}) };
}
