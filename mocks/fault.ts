/**
 * A refusal the API documents. Thrown by actions and the gateway; the gateway turns it into the error body of
 * contract 1.7. Anything else thrown is a defect and answers InternalError without its details.
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: string;
  /** HTTP status. */
  readonly status: number;

  constructor(code: string, status: number, message: string = messageFor(code)) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** Thrown when the code of an action could not be fetched: the call gets no answer, as without a connection. */
export class OutOfReach extends Error {
  override readonly name = 'OutOfReach';
}

const MESSAGES: Readonly<Record<string, string>> = {
  'CmdContent.DecodeError': 'The CommandContent can not be base64 decoded.',
  'CmdContent.ExceedLimit': 'The length of the command content exceeds the upper limit.',
  'CmdCount.ExceedQuota': 'The total number of commands in the current region exceeds the quota.',
  'CmdDesc.ExceedLimit': 'The length of the command description exceeds the upper limit.',
  'CmdName.ExceedLimit': 'The length of the command name exceeds the upper limit.',
  'CmdParam.EmptyKey': 'You must specify the parameter names.',
  'CmdParam.InvalidParamName':
    'Invalid parameter name. The name can contain only lowercase letters (a to z), uppercase letters (A to Z), numbers (0 to 9), hyphens (-), and underscores (_).',
  'CmdParamCount.ExceedLimit': 'The total number of parameters in the command exceeds the upper limit.',
  'CmdParamName.ExceedLimit': 'The length of the parameter name exceeds the upper limit.',
  IdempotentParameterMismatch: 'The specified parameter has changed while using an already used clientToken.',
  IncompleteSignature: 'The request signature does not conform to Aliyun standards.',
  IncorrectInstanceStatus: 'The current status of the resource does not support this operation.',
  'InstanceIds.ExceedLimit': 'The number of instance IDs exceeds the upper limit.',
  InternalError: 'The request processing has failed due to some unknown error.',
  'InvalidAccessKeyId.NotFound': 'Specified access key is not found.',
  'InvalidAction.NotFound': 'Specified api is not found, please check your url and method.',
  'InvalidClientToken.Malformed': 'The specified parameter clientToken is not valid.',
  'InvalidCmdId.NotFound': 'The specified command ID does not exist.',
  'InvalidCmdType.NotFound': 'The specified command type does not exist.',
  'InvalidCommandType.NotFound': 'The specified command type does not exist.',
  'InvalidDescription.LengthLimitExceeded': 'The length of the command description exceeds the upper limit.',
  'InvalidInstance.NoClient': 'The Cloud Assistant client is not installed on the specified instance.',
  'InvalidInstance.NotFound': 'The specified instance does not exist.',
  'InvalidInstance.NotMatch': 'The specified instance does not match the command type.',
  'InvalidInstance.NotVpc': 'The network type of the specified instance is not VPC.',
  'InvalidInstanceId.NotFound': 'The specified instance ID does not exist.',
  InvalidInstanceStatus: 'The status of the specified instance is not Running.',
  'InvalidInvokeId.NotFound': 'The specified invoke ID does not exist.',
  'InvalidName.LengthLimitExceeded': 'The length of the command name exceeds the upper limit.',
  'InvalidParam.Frequency': 'The specified frequency is invalid.',
  'InvalidParam.PageNumber': 'The specified page number is invalid.',
  'InvalidParam.PageSize': 'The specified page size is invalid.',
  'InvalidParameter.MaxResults': 'The specified parameter MaxResults is invalid.',
  'InvalidParameter.NextToken': 'The specified parameter NextToken is invalid.',
  'InvalidParameter.Parameters': 'The specified parameter Parameters is not a JSON object.',
  'InvalidParameter.WorkingDir': 'The specified parameter WorkingDir is invalid.',
  'InvalidRegionId.NotFound': 'The specified RegionId does not exist.',
  'InvalidRepeatMode.NotFound': 'The specified repeat mode does not exist.',
  'InvalidTerminationMode.NotFound': 'The specified termination mode does not exist.',
  'InvalidTimeout.ExceedLimit': 'The specified timeout exceeds the allowed range.',
  'InvalidTimeStamp.Expired': 'Specified time stamp or date value is expired.',
  'InvalidTimeStamp.Format': 'Specified time stamp or date value is not well formatted.',
  InvalidVersion: 'Specified parameter Version is not valid.',
  'Invocation.ExceedQuota': 'The total number of invocations in the current day exceeds the quota.',
  'MissingParam.Frequency': 'The parameter Frequency is required when Timed is true.',
  'MissingParam.InstanceId': 'You must specify at least one instance ID.',
  OperationConflict:
    'The command is being executed. Stop the run or wait until it has ended, then delete the command.',
  'Parameter.Disabled': 'Parameters are not allowed: the command was created with EnableParameter false.',
  'Parameter.NotMatched': 'The specified parameters do not match the parameters defined in the command.',
  'ParameterCount.ExceedLimit': 'The number of parameters exceeds the upper limit.',
  'ParameterKey.Duplicate': 'A parameter is specified more than once.',
  'ParameterKey.ExceedLimit': 'The length of the parameter name exceeds the upper limit.',
  'ParameterType.NotSupported': 'The value of a parameter must be text.',
  SignatureNonceUsed: 'Specified signature nonce was used already.',
  'Throttling.User': 'Request was denied due to user flow control.',
  UnsupportedHTTPMethod: 'This http method is not supported.',
  'Username.ExceedLimit': 'The length of the user name exceeds the upper limit.',
  'WindowsPasswordName.ExceedLimit': 'The length of the password name exceeds the upper limit.',
  'WindowsPasswordName.Missed':
    'The parameter WindowsPasswordName is required when Username is specified for a Windows instance.',
};

/** The vendor's wording for a code; a plain sentence for codes not in the table. */
export function messageFor(code: string): string {
  const known = MESSAGES[code];
  if (known) return known;
  if (code.startsWith('InvalidParameterCharacter.'))
    return 'The specified value contains illegal characters.';
  if (code.startsWith('MissingParameter.')) return `The parameter ${code.slice(17)} is required.`;
  if (code.startsWith('Throttling')) return 'Request was denied due to request throttling.';
  if (code.startsWith('InvalidParameter.')) return `The specified parameter ${code.slice(17)} is not valid.`;
  if (code.startsWith('Missing')) return `${code.slice(7)} is mandatory for this action.`;
  return `The request was refused with ${code}.`;
}
