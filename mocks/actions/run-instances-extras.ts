import { decodeBase64 } from '@/domain/base64';
import type { OsType } from '@/domain/command-type';
import { CREATION_LIMITS, isPeriod, isPeriodUnit } from '@/domain/creation-limits';
import { isHostName } from '@/domain/host-names';
import { instanceNames } from '@/domain/instance-names';
import { isInstancePassword } from '@/domain/instance-password';
import type { CreationExtras } from '../events/acts';
import { Fault } from '../fault';
import { parseFilterTime } from './filter-time';
import type { ParamReader } from './params';

type Extra = Partial<CreationExtras>;

const DAY = 86_400_000;

/** Pay-as-you-go, or a subscription for a period of weeks or months; `now` in world epoch ms. */
export function readTerm(params: ParamReader, now: number): Extra {
  const chargeType = params.text('InstanceChargeType') ?? 'PostPaid';
  if (chargeType === 'PostPaid') return {};
  if (chargeType !== 'PrePaid') throw new Fault('InvalidInstanceChargeType.NotFound', 404);
  const unit = params.text('PeriodUnit') ?? 'Month';
  const period = params.integer('Period', 'InvalidPeriod') ?? 0;
  if (!isPeriodUnit(unit) || !isPeriod(period, unit)) {
    throw new Fault('InvalidPeriod', 400, 'The specified period is not valid.');
  }
  // A subscription ends with a day, as those of the account do.
  const days = unit === 'Week' ? 7 * period : 30 * period;
  return { expiresAt: Math.ceil((now + days * DAY) / DAY) * DAY };
}

export function readBandwidth(params: ParamReader): Extra {
  const bandwidthOut = params.integer('InternetMaxBandwidthOut', 'InvalidParameter.Bandwidth') ?? 0;
  const { min, max } = CREATION_LIMITS.bandwidth;
  if (bandwidthOut < min || bandwidthOut > max) {
    throw new Fault('InvalidParameter.Bandwidth', 400, `InternetMaxBandwidthOut is ${min} to ${max} Mbit/s.`);
  }
  return bandwidthOut === 0 ? {} : { bandwidthOut };
}

/** The host names asked for, an ID's place still open; none: the service names them. */
export function readHostNames(params: ParamReader, osType: OsType, amount: number): string[] {
  const numbered = params.boolean('UniqueSuffix') ?? false;
  const names = instanceNames(params.text('HostName') ?? '', amount, numbered);
  if (!names.every((name) => isHostName(name, osType))) {
    throw new Fault('InvalidHostName.Malformed', 400, 'The specified HostName is not valid.');
  }
  return names;
}

/** How to enter it, and its user data. Neither a password nor the data is kept. */
export function readSignIn(params: ParamReader, osType: OsType): Extra {
  const password = params.text('Password');
  const keyPairName = params.text('KeyPairName');
  if (password !== undefined && !isInstancePassword(password)) {
    throw new Fault('InvalidPassword.Malformed', 400, 'The specified Password is not valid.');
  }
  if (password !== undefined && keyPairName !== undefined) {
    throw new Fault('InvalidParameter.Conflict', 403, 'Password and KeyPairName cannot be given together.');
  }
  if (keyPairName !== undefined && osType === 'windows') {
    throw new Fault('InvalidKeyPairName.NotSupported', 400, 'Windows instances have no key pairs.');
  }
  checkUserData(params.text('UserData'));
  return keyPairName === undefined ? {} : { keyPairName };
}

function checkUserData(userData: string | undefined): void {
  if (userData === undefined) return;
  let bytes: Uint8Array;
  try {
    bytes = decodeBase64(userData);
  } catch {
    throw new Fault('InvalidUserData.Base64FormatInvalid', 400, 'UserData must be Base64.');
  }
  if (bytes.length > CREATION_LIMITS.userDataBytes) {
    throw new Fault('InvalidUserData.SizeExceeded', 400, 'UserData exceeds the upper limit of 16 KB.');
  }
}

/** `now` in world epoch ms. */
export function readAutoRelease(params: ParamReader, now: number): Extra {
  const text = params.text('AutoReleaseTime');
  if (text === undefined) return {};
  const at = parseFilterTime(text);
  if (at === null) throw new Fault('InvalidAutoReleaseTime.Malformed', 400);
  const { min, max } = CREATION_LIMITS.autoRelease;
  if (at < now + min || at > now + max) {
    throw new Fault(
      'InvalidAutoReleaseTime.ValueNotSupported',
      400,
      'It is half an hour to three years ahead.',
    );
  }
  if (params.text('InstanceChargeType') === 'PrePaid') {
    throw new Fault('ChargeTypeViolation', 403, 'A subscription cannot be released by itself.');
  }
  return { autoReleaseAt: at };
}
