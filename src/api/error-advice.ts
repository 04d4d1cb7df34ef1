import type { ApiError } from './errors';

/** Exact codes by what the user can do about them (contract 1.7, 5, 6). Each group has a title and an advice text. */
const CODES = {
  network: ['Network'],
  timeout: ['Timeout'],
  aborted: ['Aborted'],
  badResponse: ['BadResponse'],
  insecureContext: ['InsecureContext'],
  readOnly: ['ReadOnly', 'Gateway.ReadOnly'],
  gatewayUnreachable: ['Gateway.Unreachable', 'Gateway.AnswerTooLarge'],
  gatewayTimeout: ['Gateway.Timeout'],
  clock: ['IllegalTimestamp'],
  accessKeyDisabled: ['InvalidAccessKeyId.Inactive', 'Forbidden.AccessKeyDisabled'],
  signature: ['SignatureDoesNotMatch', 'IncompleteSignature'],
  riskControl: ['Forbidden.RiskControl'],
  permission: ['NoPermission', 'User.NoPermission', 'Operation.Forbidden', 'AccessForbidden'],
  region: ['InvalidRegionId.NotFound', 'InvalidRegionId'],
  regionUnsupported: ['RegionId.ApiNotSupported', 'InvalidRegionId.CloudAssistant'],
  tokenMismatch: ['IdempotentParameterMismatch'],
  inProgress: ['IdempotentProcessing', 'LastTokenProcessing', 'OperationConflict'],
  unavailable: ['ServiceUnavailable', 'LimitedOperation.ServiceUnavailable'],
  server: ['UnknownError'],
  dryRun: ['DryRunOperation'],
  unsupportedAction: ['InvalidVersion', 'UnsupportedHTTPMethod'],
  repeat: ['SignatureNonceUsed'],

  commandType: ['InvalidCmdType.NotFound', 'InvalidCommandType.NotFound'],
  commandName: [
    'CmdName.ExceedLimit',
    'InvalidName.LengthLimitExceeded',
    'InvalidParameterCharacter.CommandName',
  ],
  commandReadonly: ['CmdName.Readonly'],
  commandDescription: [
    'CmdDesc.ExceedLimit',
    'InvalidDescription.LengthLimitExceeded',
    'InvalidParameterCharacter.CommandDescription',
  ],
  contentSize: [
    'CmdContent.ExceedLimit',
    'Invalid.CommandContent',
    'InvalidCommandContent.LengthLimitExceeded',
  ],
  contentEncoding: ['CmdContent.DecodeError', 'InvalidCommandContent.DecodeError'],
  commandQuota: ['CmdCount.ExceedQuota', 'CommandLimitExceeded'],
  runQuota: ['Invocation.ExceedQuota'],
  parameterNames: ['CmdParam.EmptyKey', 'CmdParam.InvalidParamName', 'CmdParamName.ExceedLimit'],
  parameterCount: ['CmdParamCount.ExceedLimit'],
  workingDir: ['InvalidParameter.WorkingDir', 'InvalidParameterCharacter.CommandWorkingDir'],
  timeLimit: ['InvalidTimeout.ExceedLimit'],
  launcher: ['InvalidLauncher.LengthLimitExceeded'],
  commandNotFound: ['InvalidCmdId.NotFound', 'InvalidCommandId.NotFound'],
  runNotFound: ['InvalidInvokeId.NotFound'],
  runFinished: ['InvalidOperation.InvokeAlreadyFinished'],
  instanceNotFound: ['InvalidInstance.NotFound', 'InvalidInstanceId.NotFound', 'InvalidEcsId.NotFound'],
  instanceNotMatch: ['InvalidInstance.NotMatch', 'InvalidInstanceId.OSTypeUnsupported'],
  instanceStatus: ['InvalidInstanceStatus'],
  instanceState: ['IncorrectInstanceStatus', 'IncorrectInstanceStatus.Initializing'],
  noAgent: ['InvalidInstance.NoClient'],
  notVpc: ['InvalidInstance.NotVpc'],
  noInstances: ['MissingParam.InstanceId', 'MissingParameter.InstanceIds', 'MissingParameter.InstanceId'],
  tooManyInstances: [
    'InstanceIds.ExceedLimit',
    'InstanceIdLimitExceeded',
    'InvalidInstanceId.CountLimitExceeded',
  ],
  frequency: [
    'MissingParam.Frequency',
    'MissingParameter.Frequency',
    'InvalidParam.Frequency',
    'InvalidParameter.Frequency',
  ],
  parametersDisabled: ['Parameter.Disabled'],
  parameterValues: [
    'Parameter.NotMatched',
    'Parameter.MissingValue',
    'InvalidParameter.Parameters',
    'ParameterKey.ExceedLimit',
    'ParameterKey.Duplicate',
    'ParameterType.NotSupported',
    'InvalidParameterCharset.Parameters',
  ],
  parameterValueCount: ['ParameterCount.ExceedLimit', 'InvalidParameters.CountLimitExceeded'],
  user: ['Username.ExceedLimit', 'WindowsPasswordName.ExceedLimit', 'WindowsPasswordName.Missed'],
  runOptions: [
    'InvalidRepeatMode.NotFound',
    'InvalidTerminationMode.NotFound',
    'InvalidContainerId.Malformed',
    'InvalidContainerName.Malformed',
    'InvalidOperation.RepeatModeUnsupported',
  ],
  agentTooOld: ['InvalidOperation.CloudAssistantVersionUnsupported'],
  tags: ['NumberExceed.Tags', 'Duplicate.TagKey', 'MissingParameter.TagKey', 'InvalidParameter.TagValue'],
  paging: [
    'InvalidParam.PageNumber',
    'InvalidParam.PageSize',
    'InvalidParameter.NextToken',
    'InvalidParameter.MaxResults',
  ],
  filter: [
    'InvalidStatus.NotFound',
    'InvalidNetworkType.NotFound',
    'InvalidInstanceChargeType.NotFound',
    'InvalidLockReason.NotFound',
    'InvalidFilterKey.NotFound',
    'InvalidResourceType.NotFound',
    'InvalidResourceId.NotFound',
  ],

  executionNotFound: ['EntityNotExists.Execution', 'EntityNotExists.TaskExecution'],
  templateNotFound: ['EntityNotExists.Template', 'InvalidTemplate'],

  notThere: ['ResourceNotFound'],
  eventMovedOn: ['IncorrectEventStatus', 'InvalidEventId.NoInquiringEventFound'],
  eventNotFound: ['InvalidEventId.NotFound'],
  eventTime: ['InvalidNotBefore.Passed'],
  drillQuota: ['SimulatedEventLimitExceeded'],
  snapshotUnderWay: ['IncorrectDiskStatus.CreatingSnapshot'],
  notReleasable: ['ChargeTypeViolation', 'InvalidOperation.DeletionProtection'],
  noStock: ['OperationDenied.NoStock'],
  timeRange: [
    'InvalidStartTime.TooEarly',
    'InvalidStartTime.ValueNotSupported',
    'InvalidPeriod.ValueNotSupported',
    'InvalidParameter.TooManyDataQueried',
    'InvalidParameter.TimeEndBeforeStart',
  ],
} as const satisfies Record<string, readonly string[]>;

/** Whole families of codes, tried in this order when no exact code fits. */
const FAMILIES = [
  [/^Gateway\./, 'gateway'],
  [/Throttling/, 'throttling'],
  [/^InvalidTimeStamp/, 'clock'],
  [/^InvalidAccessKeyId/, 'accessKey'],
  [/^InvalidSecurityToken|^TemporaryAccessKey|^(Invalid|Expired)StsToken/, 'securityToken'],
  // The code for what cannot be cancelled is published only as far as this (contract OOS 8).
  [/^ExecutionCanc/, 'runFinished'],
  [/^ParameterStore/, 'parameterStore'],
  [/^(Forbidden|Unauthorized|40[13]$)/, 'permission'],
  [/^InvalidAction/, 'unsupportedAction'],
  [/^InternalError|^5\d\d$/, 'server'],
  [/^ServiceUnavailable/, 'unavailable'],
  [/^OperationConflict/, 'inProgress'],
  [/ResourceTag|^InvalidTag/, 'tags'],
  [/ResourceGroup/, 'resourceGroup'],
  [/^InvalidParameters\.Key/, 'parameterValues'],
  [/ExceedQuota|QuotaExceed|^ResourceOverLimit$/, 'quota'],
  [/^(Missing|InvalidParam|UnsupportedParameter|Invalid\.Parameter|InvalidClientToken)/, 'parameter'],
  [/^ParameterInvalid$|^Invalid.*\.(Malformed|NotFound|ValueNotSupported|Necessary)$/, 'parameter'],
] as const;

/** Suffix of the texts `title.<key>` and `advice.<key>` in the `errors` catalog. */
export type AdviceKey = keyof typeof CODES | (typeof FAMILIES)[number][1] | 'lookedInVain' | 'unknown';

const BY_CODE: ReadonlyMap<string, AdviceKey> = new Map(
  Object.entries(CODES).flatMap(([key, codes]) =>
    codes.map((code) => [code, key as keyof typeof CODES] as const),
  ),
);

/** What the user can do about a failure: by what a look at the account showed, by its exact code, else by the code's family, else by the kind of HTTP status. */
export function adviceFor(
  error: Pick<ApiError, 'code' | 'httpStatus'> & Partial<Pick<ApiError, 'looked'>>,
): AdviceKey {
  if (error.looked) return 'lookedInVain';
  const exact = BY_CODE.get(error.code);
  if (exact) return exact;
  const family = FAMILIES.find(([pattern]) => pattern.test(error.code));
  if (family) return family[1];
  if (error.httpStatus === 429) return 'throttling';
  return error.httpStatus !== null && error.httpStatus >= 500 ? 'server' : 'unknown';
}
