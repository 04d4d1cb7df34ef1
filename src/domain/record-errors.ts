/** Why a record failed (`ErrorCode`, contract 4.5), in its order. An empty code means nothing is wrong. */
export const RECORD_ERROR_CODES = [
  'InstanceNotExists',
  'InstanceReleased',
  'InstanceNotRunning',
  'CommandNotApplicable',
  'AccountNotExists',
  'DirectoryNotExists',
  'BadCronExpression',
  'ClientNotRunning',
  'ClientNotResponse',
  'ClientIsUpgrading',
  'ClientNeedUpgrade',
  'ClientNetworkBlocked',
  'DeliveryTimeout',
  'ExecutionTimeout',
  'ExecutionException',
  'ExecutionInterrupted',
  'ExitCodeNonzero',
  'SecurityGroupRuleDenied',
  'TaskConcurrencyLimit',
] as const;
export type RecordErrorCode = (typeof RECORD_ERROR_CODES)[number];

/** Whether there is advice for this code; of any other, show the server's own text. */
export function isKnownRecordError(code: string): code is RecordErrorCode {
  return (RECORD_ERROR_CODES as readonly string[]).includes(code);
}
