import type { CreationField } from '@/domain/instance-creation';

/** What a refusal of RunInstances is about: a field, and words of its own where the general ones say too little. */
export interface Refusal {
  field: CreationField | null;
  /** Suffix of the texts `refusal.<advice>`. */
  advice: RefusalAdvice | null;
}

const REFUSAL_ADVICE = [
  'image', 'group', 'type', 'typeUnfit', 'zone', 'resource', 'vSwitch', 'addresses', 'quota', 'denied',
  'password', 'name', 'hostName', 'payment', 'stock', 'amount', 'userData', 'disk', 'period', 'autoRelease', 'keyPair', 'mismatch',
] as const; // prettier-ignore
export type RefusalAdvice = (typeof REFUSAL_ADVICE)[number];

/** Exact codes and families of them, the more special first (contract 6, RunInstances). */
const REFUSALS: readonly (readonly [RegExp, CreationField | null, RefusalAdvice | null])[] = [
  [/^(InvalidImageId|MissingParameter\.ImageId)/, 'imageId', 'image'],
  [/^(InvalidSecurityGroup|MissingParameter\.SecurityGroup)/, 'securityGroupId', 'group'],
  [/^InvalidInstanceType\.NotSupported/, 'instanceType', 'typeUnfit'],
  [/^InvalidInstanceType|^MissingParameter\.InstanceType/, 'instanceType', 'type'],
  [/^Zone\.NotO|^InvalidZoneId/, 'zoneId', 'zone'],
  [/^OperationDenied\.NoStock|^InvalidResourceType\.NotSupported/, 'instanceType', 'stock'],
  [/^ResourceNotAvailable/, 'systemCategory', 'resource'],
  [/PrivateIpAddress|IpNotEnough/i, 'vSwitchId', 'addresses'],
  [/^InvalidVSwitchId/, 'vSwitchId', 'vSwitch'],
  [/^QuotaExceed/, 'amount', 'quota'],
  [/^InvalidParam\.(Amount|MinAmount)/, 'amount', 'amount'],
  [/^InvalidPassword/, 'password', 'password'],
  [/^InvalidInstanceName/, 'name', 'name'],
  [/^InvalidHostName/, 'hostName', 'hostName'],
  [/^Account\.Arrearage|^InvalidAccountStatus/, null, 'payment'],
  [/^InvalidUserData/, 'userData', 'userData'],
  [/^InvalidSystemDiskCategory/, 'systemCategory', 'disk'],
  [/^InvalidSystemDisk/, 'systemSize', 'disk'],
  [/^InvalidDataDisk|^InvalidParameter\.DataDisk/, 'dataDisks', 'disk'],
  [/^InvalidPeriod|^InvalidInstanceChargeType/, 'period', 'period'],
  [/^InvalidAutoRelease|^ChargeTypeViolation/, 'autoReleaseAt', 'autoRelease'],
  [/^InvalidKeyPair|^KeyPair/, 'keyPairName', 'keyPair'],
  [/Tag/, 'tags', null],
  [/^InvalidParameter\.Bandwidth/, 'bandwidth', null],
  [/^IdempotentParameterMismatch/, null, 'mismatch'],
  [/^OperationDenied$/, null, 'denied'],
];

/** Where a refusal belongs on the form. More than 150 codes exist: those not known here are shown as they came. */
export function refusalOf(code: string): Refusal {
  const [, field = null, advice = null] = REFUSALS.find(([pattern]) => pattern.test(code)) ?? [];
  return { field, advice };
}
