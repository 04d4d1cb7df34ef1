import { Fault } from '../fault';
import type { Action } from './action';
import type { ParamReader } from './params';

/** An action in the envelope of CloudMonitor (contract 1.4): success says so, with a Code of its own. */
export function inCmsEnvelope(action: Action): Action {
  return async (context) => ({ Code: '200', Success: true, Message: 'success', ...(await action(context)) });
}

/** A parameter with a value the action does not take. */
export function parameterInvalid(name: string, why = `The parameter ${name} is invalid.`): Fault {
  return new Fault('ParameterInvalid', 400, why);
}

export function resourceNotFound(): Fault {
  return new Fault('ResourceNotFound', 404, 'The specified resource is not found.');
}

/** A parameter without which the gateway does not even ask the action. */
export function cmsRequired(params: ParamReader, name: string): string {
  return params.required(name, `Missing${name}`);
}
