import { type LoopAction, PUBLIC_TEMPLATE } from '@/domain/oos-template';
import type { RateControl } from '@/domain/rate-control';
import { Fault } from '../fault';
import type { StartedRequest } from './acts';
import { readOwnTemplate } from './own-template';
import { publicParameters } from './public-template';
import { readRateControl } from './read-rate-control';
import { invalid } from './refusal';
import { readTargets, type Targets } from './targets';
import { isObject, readObject, textIn, type Values } from './values';

/** What a StartExecution comes to: the call made for each item, on what, and how fast. */
export interface EngineOrder {
  action: LoopAction;
  /** Where the instances are. */
  regionId: string;
  /** Of RunCommand or InvokeCommand, but for the instance and the name. */
  call: Readonly<Record<string, string>>;
  targets: Targets;
  control: RateControl;
  /** Waits when more items fail than are tolerated, instead of ending. */
  pausesOnFailure: boolean;
  role: string;
  parameters: Values;
}

/** Script kinds of the template; the last two reach ECS as Shell (contract OOS 2). */
const TYPES: Readonly<Record<string, string>> = {
  RunShellScript: 'RunShellScript',
  RunBatScript: 'RunBatScript',
  RunPowerShellScript: 'RunPowerShellScript',
  RunPythonScript: 'RunShellScript',
  RunPerlScript: 'RunShellScript',
};

/** @throws Fault as contract OOS 11.2 and 11.3 */
export function orderOf(request: StartedRequest): EngineOrder {
  const given = readObject(request.parameters, 'Parameters');
  const { action, properties, targets, rateControl, role } = loopOf(request, given);
  const regionId = textIn(properties['regionId'] || request.regionId, 'regionId');
  return {
    action,
    regionId,
    call: action === 'ACS::ECS::RunCommand' ? runCommandCall(properties) : invokeCommandCall(properties),
    targets: readTargets(targets, regionId),
    control: readRateControl(isObject(rateControl) ? rateControl : parsed(rateControl), request.loopMode),
    pausesOnFailure: request.mode === 'FailurePause',
    role: textIn(role, 'OOSAssumeRole'),
    parameters: given,
  };
}

function loopOf({ templateName, templateContent }: StartedRequest, given: Values) {
  if (templateContent !== undefined) return readOwnTemplate(templateContent, given);
  if (templateName !== PUBLIC_TEMPLATE) throw noTemplate();
  const properties = publicParameters(given);
  const { targets, rateControl, OOSAssumeRole: role } = properties;
  return { action: 'ACS::ECS::RunCommand' as const, properties, targets, rateControl, role };
}

function runCommandCall(properties: Values): Record<string, string> {
  const type = TYPES[String(properties['commandType'])];
  if (type === undefined) throw invalid('commandType', 'there is no such kind of script');
  return {
    Type: type,
    CommandContent: textIn(properties['commandContent'], 'commandContent'),
    ...optional('WorkingDir', properties['workingDir']),
    ...optional('Timeout', properties['timeout']),
    ...optional('EnableParameter', properties['enableParameter']),
    ...optional('Username', properties['username']),
    ...optional('WindowsPasswordName', properties['windowsPasswordName']),
    ...valuesOf(properties['parameters']),
  };
}

function invokeCommandCall(properties: Values): Record<string, string> {
  return {
    CommandId: textIn(properties['commandId'], 'commandId'),
    ...optional('Username', properties['username']),
    ...valuesOf(properties['parameters']),
  };
}

function optional(name: string, value: unknown): Record<string, string> {
  return value === undefined || value === '' ? {} : { [name]: String(value) };
}

function valuesOf(parameters: unknown): Record<string, string> {
  if (parameters === undefined) return {};
  const values = isObject(parameters)
    ? parameters
    : readObject(textIn(parameters, 'parameters'), 'parameters');
  return Object.keys(values).length === 0 ? {} : { Parameters: JSON.stringify(values) };
}

function parsed(value: unknown): unknown {
  return typeof value === 'string' ? readObject(value, 'rateControl') : value;
}

export function noTemplate(): Fault {
  return new Fault('EntityNotExists.Template', 404, 'The template does not exist.');
}
