import { Fault } from '../fault';

/** A parameter with a value that is not taken (contract OOS 11.3): the service publishes no codes for these. */
export function invalid(name: string, why = 'its value is not accepted'): Fault {
  return new Fault('InvalidParameter', 400, `The parameter ${name} is invalid: ${why}.`);
}

export function missing(name: string): Fault {
  return new Fault('MissingParameter', 400, `The parameter ${name} is mandatory.`);
}

export function noExecution(executionId: string): Fault {
  return new Fault('EntityNotExists.Execution', 404, `The execution ${executionId} does not exist.`);
}
