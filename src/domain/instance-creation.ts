import { CREATION_LIMITS, isPeriod, type PeriodUnit } from './creation-limits';
import { isHostName, osTypeOfImage } from './host-names';
import { instanceNames, isInstanceName, isNumbered } from './instance-names';
import { isInstancePassword } from './instance-password';
import { utf8Length } from './size';

export interface DataDiskDraft {
  /** Empty: the service chooses. */
  category: string;
  /** GiB, as typed. */
  size: string;
}

/** What a form for new instances holds; numbers as typed. A password is no part of it, so that it is kept nowhere. */
export interface CreationDraft {
  zoneId: string;
  instanceType: string;
  imageId: string;
  vSwitchId: string;
  securityGroupId: string;
  /** Mbit/s out. */
  bandwidth: string;
  systemCategory: string;
  systemSize: string;
  dataDisks: readonly DataDiskDraft[];
  amount: string;
  /** Empty: none. */
  minAmount: string;
  name: string;
  hostName: string;
  uniqueSuffix: boolean;
  tags: readonly { key: string; value: string }[];
  signIn: 'image' | 'keyPair' | 'password';
  keyPairName: string;
  chargeType: 'PostPaid' | 'PrePaid';
  period: string;
  periodUnit: PeriodUnit;
  /** Epoch ms; null: never. */
  autoReleaseAt: number | null;
  userData: string;
}

export type CreationField = keyof CreationDraft | 'password';

/** What is wrong with a field; `index` in a list of disks or tags. */
export type CreationProblem = { field: CreationField; index?: number } & (
  | {
      kind:
        | 'required'
        | 'name'
        | 'hostName'
        | 'hostNameWindows'
        | 'userData'
        | 'password'
        | 'period'
        | 'autoRelease';
    }
  | { kind: 'tagKey' | 'tagTwice' | 'tagValue' }
  | { kind: 'range'; min: number; max: number }
);

/** An empty form, with what the service and its pages take by default. */
export function emptyCreation(): CreationDraft {
  return {
    zoneId: '',
    instanceType: '',
    imageId: '',
    vSwitchId: '',
    securityGroupId: '',
    bandwidth: '0',
    systemCategory: '',
    systemSize: String(CREATION_LIMITS.systemDisk.usual),
    dataDisks: [],
    amount: '1',
    minAmount: '',
    name: '',
    hostName: '',
    uniqueSuffix: true,
    tags: [],
    signIn: 'image',
    keyPairName: '',
    chargeType: 'PostPaid',
    period: '1',
    periodUnit: 'Month',
    autoReleaseAt: null,
    userData: '',
  };
}

/** How many a typed amount asks for; null when it is none that can be asked for. */
export function amountOf({ amount }: Pick<CreationDraft, 'amount'>): number | null {
  const { min, max } = CREATION_LIMITS.amount;
  return isWhole(amount, min, max) ? Number(amount) : null;
}

/**
 * What a pattern of the form calls the new instances; several are numbered if that is asked for, a single one is not. Empty: the
 * service names them.
 */
export function namesAskedFor(
  pattern: string,
  draft: Pick<CreationDraft, 'amount' | 'uniqueSuffix'>,
): string[] {
  const amount = amountOf(draft) ?? 1;
  return instanceNames(pattern.trim(), amount, draft.uniqueSuffix && amount > 1);
}

/** Whether a suffix of the service's would number a name or host name that no pattern numbers. */
export function takesSuffix({ name, hostName }: Pick<CreationDraft, 'name' | 'hostName'>): boolean {
  return [name.trim(), hostName.trim()].some((pattern) => pattern !== '' && !isNumbered(pattern));
}

/**
 * Everything that the service would refuse without looking at the account (contract 6, RunInstances), in the order of the
 * form. `now` in epoch ms.
 */
export function creationProblems(draft: CreationDraft, password: string, now: number): CreationProblem[] {
  return [
    ...missing(draft),
    ...range('bandwidth', draft.bandwidth, CREATION_LIMITS.bandwidth),
    ...range('systemSize', draft.systemSize, CREATION_LIMITS.systemDisk),
    ...draft.dataDisks.flatMap(({ size }, index) =>
      range('dataDisks', size, CREATION_LIMITS.dataDisk, index),
    ),
    ...amountProblems(draft),
    ...nameProblems(draft),
    ...hostNameProblems(draft),
    ...tagProblems(draft),
    ...signInProblems(draft, password),
    ...termProblems(draft, now),
    ...(utf8Length(draft.userData) > CREATION_LIMITS.userDataBytes
      ? [{ field: 'userData', kind: 'userData' } as const]
      : []),
  ];
}

const NEEDED = ['zoneId', 'instanceType', 'imageId', 'vSwitchId', 'securityGroupId'] as const;

function missing(draft: CreationDraft): CreationProblem[] {
  return NEEDED.filter((field) => draft[field].trim() === '').map((field) => ({ field, kind: 'required' }));
}

function isWhole(text: string, min: number, max: number): boolean {
  return /^\d{1,6}$/.test(text.trim()) && Number(text) >= min && Number(text) <= max;
}

function range(
  field: CreationField,
  text: string,
  { min, max }: { min: number; max: number },
  index?: number,
): CreationProblem[] {
  if (isWhole(text, min, max)) return [];
  return [{ field, kind: 'range', min, max, ...(index === undefined ? {} : { index }) }];
}

function amountProblems(draft: CreationDraft): CreationProblem[] {
  const wrong = range('amount', draft.amount, CREATION_LIMITS.amount);
  if (wrong.length > 0 || draft.minAmount.trim() === '') return wrong;
  return range('minAmount', draft.minAmount, { min: CREATION_LIMITS.amount.min, max: Number(draft.amount) });
}

function nameProblems(draft: CreationDraft): CreationProblem[] {
  const last = namesAskedFor(draft.name, draft).at(-1);
  return last === undefined || isInstanceName(last) ? [] : [{ field: 'name', kind: 'name' }];
}

function hostNameProblems(draft: CreationDraft): CreationProblem[] {
  const last = namesAskedFor(draft.hostName, draft).at(-1);
  const osType = osTypeOfImage(draft.imageId);
  if (last === undefined || isHostName(last, osType)) return [];
  return [{ field: 'hostName', kind: osType === 'windows' ? 'hostNameWindows' : 'hostName' }];
}

const RESERVED = /^(acs:|aliyun)|https?:\/\//i;
const TAG_LENGTH = 128;

function tagProblems({ tags }: CreationDraft): CreationProblem[] {
  const seen = new Set<string>();
  return tags.flatMap(({ key: typed, value }, index): CreationProblem[] => {
    const key = typed.trim();
    const twice = seen.has(key);
    seen.add(key);
    if (key === '' || key.length > TAG_LENGTH || RESERVED.test(key))
      return [{ field: 'tags', kind: 'tagKey', index }];
    if (twice) return [{ field: 'tags', kind: 'tagTwice', index }];
    const isBad = value.length > TAG_LENGTH || /https?:\/\//i.test(value);
    return isBad ? [{ field: 'tags', kind: 'tagValue', index }] : [];
  });
}

function signInProblems({ signIn, keyPairName }: CreationDraft, password: string): CreationProblem[] {
  if (signIn === 'keyPair' && keyPairName.trim() === '') return [{ field: 'keyPairName', kind: 'required' }];
  if (signIn === 'password' && !isInstancePassword(password))
    return [{ field: 'password', kind: 'password' }];
  return [];
}

function termProblems(draft: CreationDraft, now: number): CreationProblem[] {
  const { chargeType, period, periodUnit, autoReleaseAt } = draft;
  if (chargeType === 'PrePaid') {
    return isPeriod(Number(period), periodUnit) ? [] : [{ field: 'period', kind: 'period' }];
  }
  const { min, max } = CREATION_LIMITS.autoRelease;
  const isFine = autoReleaseAt === null || (autoReleaseAt >= now + min && autoReleaseAt <= now + max);
  return isFine ? [] : [{ field: 'autoReleaseAt', kind: 'autoRelease' }];
}
