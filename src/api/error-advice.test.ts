import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import en from '@/i18n/locales/en/errors.json';
import zhHans from '@/i18n/locales/zh-Hans/errors.json';
import zhHant from '@/i18n/locales/zh-Hant/errors.json';
import { adviceFor, ApiError, type AdviceKey } from './errors';
import { describeError } from './use-error-text';

const error = (code: string, httpStatus: number | null = 400) =>
  new ApiError({ code, httpStatus, message: 'server words', product: 'ecs', action: 'X', requestId: 'R-1' });

/** Codes of contract 1.7 and of the Cloud Assistant actions, one of each kind at least. */
const CASES: [string, AdviceKey][] = [
  ['Network', 'network'],
  ['Timeout', 'timeout'],
  ['Aborted', 'aborted'],
  ['BadResponse', 'badResponse'],
  ['InsecureContext', 'insecureContext'],
  ['ReadOnly', 'readOnly'],
  ['Gateway.ReadOnly', 'readOnly'],
  ['Gateway.Unreachable', 'gatewayUnreachable'],
  ['Gateway.Timeout', 'gatewayTimeout'],
  ['Gateway.ForeignOrigin', 'gateway'],
  ['MissingParameter', 'parameter'],
  ['MissingParameter.Name', 'parameter'],
  ['InvalidParameter.Foo', 'parameter'],
  ['UnsupportedParameter', 'parameter'],
  ['InvalidAction', 'unsupportedAction'],
  ['InvalidAction.NotFound', 'unsupportedAction'],
  ['InvalidVersion', 'unsupportedAction'],
  ['InvalidAccessKeyId.NotFound', 'accessKey'],
  ['InvalidAccessKeyId.Inactive', 'accessKeyDisabled'],
  ['Forbidden.AccessKeyDisabled', 'accessKeyDisabled'],
  ['SignatureDoesNotMatch', 'signature'],
  ['IncompleteSignature', 'signature'],
  ['SignatureNonceUsed', 'repeat'],
  ['InvalidTimeStamp.Expired', 'clock'],
  ['InvalidTimeStamp.Format', 'clock'],
  ['IllegalTimestamp', 'clock'],
  ['InvalidSecurityToken.Expired', 'securityToken'],
  ['InvalidSecurityToken.MismatchWithAccessKey', 'securityToken'],
  ['Forbidden.RAM', 'permission'],
  ['Forbidden', 'permission'],
  ['NoPermission', 'permission'],
  ['Operation.Forbidden', 'permission'],
  ['Forbidden.RiskControl', 'riskControl'],
  ['InvalidRegionId.NotFound', 'region'],
  ['RegionId.ApiNotSupported', 'regionUnsupported'],
  ['InvalidRegionId.CloudAssistant', 'regionUnsupported'],
  ['IdempotentParameterMismatch', 'tokenMismatch'],
  ['IdempotentProcessing', 'inProgress'],
  ['OperationConflict', 'inProgress'],
  ['Throttling', 'throttling'],
  ['Throttling.User', 'throttling'],
  ['InternalError.Dispatch', 'server'],
  ['UnknownError', 'server'],
  ['ServiceUnavailable', 'unavailable'],
  ['LimitedOperation.ServiceUnavailable', 'unavailable'],
  ['DryRunOperation', 'dryRun'],
  ['InvalidCmdType.NotFound', 'commandType'],
  ['CmdName.ExceedLimit', 'commandName'],
  ['CmdName.Readonly', 'commandReadonly'],
  ['CmdDesc.ExceedLimit', 'commandDescription'],
  ['CmdContent.ExceedLimit', 'contentSize'],
  ['CmdContent.DecodeError', 'contentEncoding'],
  ['CmdCount.ExceedQuota', 'commandQuota'],
  ['Invocation.ExceedQuota', 'runQuota'],
  ['Snapshot.ExceedQuota', 'quota'],
  ['CmdParam.EmptyKey', 'parameterNames'],
  ['CmdParamName.ExceedLimit', 'parameterNames'],
  ['CmdParamCount.ExceedLimit', 'parameterCount'],
  ['InvalidParameter.WorkingDir', 'workingDir'],
  ['InvalidTimeout.ExceedLimit', 'timeLimit'],
  ['InvalidLauncher.LengthLimitExceeded', 'launcher'],
  ['InvalidCmdId.NotFound', 'commandNotFound'],
  ['InvalidInvokeId.NotFound', 'runNotFound'],
  ['InvalidOperation.InvokeAlreadyFinished', 'runFinished'],
  ['InvalidInstance.NotFound', 'instanceNotFound'],
  ['InvalidInstance.NotMatch', 'instanceNotMatch'],
  ['InvalidInstanceStatus', 'instanceStatus'],
  ['InvalidInstance.NoClient', 'noAgent'],
  ['InvalidInstance.NotVpc', 'notVpc'],
  ['MissingParam.InstanceId', 'noInstances'],
  ['InstanceIds.ExceedLimit', 'tooManyInstances'],
  ['InvalidParam.Frequency', 'frequency'],
  ['Parameter.Disabled', 'parametersDisabled'],
  ['Parameter.NotMatched', 'parameterValues'],
  ['InvalidParameters.KeyDuplicate', 'parameterValues'],
  ['ParameterCount.ExceedLimit', 'parameterValueCount'],
  ['WindowsPasswordName.Missed', 'user'],
  ['InvalidRepeatMode.NotFound', 'runOptions'],
  ['InvalidOperation.CloudAssistantVersionUnsupported', 'agentTooOld'],
  ['NumberExceed.Tags', 'tags'],
  ['InvalidTagKey.Malformed', 'tags'],
  ['InvalidResourceTagKey.Malformed', 'tags'],
  ['ParameterStore.NoPermission', 'parameterStore'],
  ['InvalidResourceGroup.NotFound', 'resourceGroup'],
  ['InvalidStatus.ResourceGroup', 'resourceGroup'],
  ['InvalidParam.PageSize', 'paging'],
  ['InvalidStatus.NotFound', 'filter'],
  ['IncorrectInstanceStatus', 'instanceState'],
  ['EntityNotExists.Execution', 'executionNotFound'],
  ['EntityNotExists.Template', 'templateNotFound'],
  ['ExecutionCancelled', 'runFinished'],
  ['User.NoPermission', 'permission'],
  ['ExpiredStsToken', 'securityToken'],
  ['ResourceNotFound', 'notThere'],
  ['ResourceOverLimit', 'quota'],
  ['IncorrectEventStatus', 'eventMovedOn'],
  ['InvalidEventId.NotFound', 'eventNotFound'],
  ['InvalidNotBefore.Passed', 'eventTime'],
  ['SimulatedEventLimitExceeded', 'drillQuota'],
  ['IncorrectDiskStatus.CreatingSnapshot', 'snapshotUnderWay'],
  ['InvalidOperation.DeletionProtection', 'notReleasable'],
  ['OperationDenied.NoStock', 'noStock'],
  ['InvalidStartTime.TooEarly', 'timeRange'],
  ['InvalidVSwitchId.NotFound', 'parameter'],
  ['SomethingNew', 'unknown'],
];

describe('advice', () => {
  it.each(CASES)('K4: %s is advised as %s', (code, key) => expect(adviceFor(error(code))).toBe(key));

  it('K4: an unknown code is judged by its HTTP status', () => {
    expect(adviceFor(error('SomethingNew', 503))).toBe('server');
    expect(adviceFor(error('SomethingNew', 429))).toBe('throttling');
    expect(adviceFor(error('SomethingNew', null))).toBe('unknown');
  });

  it('K4, J2: every advice has its words in every language, and no words are left over', () => {
    const keys = new Set<string>([...CASES.map(([, key]) => key), 'console', 'lookedInVain']);
    for (const catalog of [en, zhHant, zhHans]) {
      expect(new Set(Object.keys(catalog.title))).toEqual(keys);
      expect(new Set(Object.keys(catalog.advice))).toEqual(keys);
      expect([...Object.values(catalog.title), ...Object.values(catalog.advice)]).not.toContain('');
    }
  });
});

describe('describeError', () => {
  it('K4: a write that was looked for in vain says that nothing has happened', () => {
    expect(adviceFor({ ...error('Timeout', null), looked: true })).toBe('lookedInVain');
  });

  const i18n = createInstance({ lng: 'en', ns: ['errors'], resources: { en: { errors: en } } });
  void i18n.init();
  const t = i18n.getFixedT('en', 'errors');

  it('K4: a refusal keeps its code, request ID and the server’s own words', () => {
    expect(describeError(error('InvalidCmdId.NotFound', 404), t)).toEqual({
      title: en.title.commandNotFound,
      advice: en.advice.commandNotFound,
      code: 'InvalidCmdId.NotFound',
      requestId: 'R-1',
      message: 'server words',
    });
  });

  it('K4: what never reached a server has no request ID and no server’s words', () => {
    const lost = new ApiError({ code: 'Network', message: 'internal words', product: 'ecs', action: 'X' });
    expect(describeError(lost, t)).toEqual({
      title: en.title.network,
      advice: en.advice.network,
      code: 'Network',
    });
  });

  it.each([new TypeError('x is undefined'), 'text', null, undefined])(
    'K4: %s is a fault of the console, and says so without its inner words',
    (thrown) => {
      expect(describeError(thrown, t)).toEqual({ title: en.title.console, advice: en.advice.console });
    },
  );

  it('K4: a refusal by access control names the permission that is missing', () => {
    const refused = error('Forbidden.RAM', 403);
    expect(describeError(refused, t).advice).toContain('ecs:X.');
    const detailed = new ApiError({
      ...refused,
      message: '',
      accessDenied: { AuthAction: 'ecs:DescribeTags' },
    });
    expect(describeError(detailed, t).advice).toContain('ecs:DescribeTags.');
  });
});
