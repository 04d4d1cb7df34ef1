import { actionNames } from '@/api/actions';
import type { DemoFault } from '@/api/demo-control';

/** How a failing call is answered, in the demo's own terms. `body` and `network` take the place of an error answer. */
interface FaultKind {
  id: string;
  status: number;
  body?: string;
  contentType?: string;
  network?: boolean;
}

export const FAULT_KINDS = [
  { id: 'Throttling.User', status: 400 },
  { id: 'InternalError', status: 500 },
  { id: 'ServiceUnavailable', status: 503 },
  { id: 'Forbidden.RAM', status: 403 },
  { id: 'malformed', status: 200, body: '{"RequestId": "0A1B' },
  {
    id: 'html',
    status: 200,
    body: '<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>',
    contentType: 'text/html; charset=utf-8',
  },
  { id: 'empty', status: 200, body: '' },
  { id: 'network', status: 200, network: true },
] as const satisfies readonly FaultKind[];

export type FaultKindId = (typeof FAULT_KINDS)[number]['id'];

/** The actions of the console, which can be made to fail one by one. */
export const FAULT_ACTIONS = actionNames();

export const EVERY_ACTION = '*';

/**
 * A failure of one kind for the demo's control. The kind's name stands in `code`, also where the answer carries none,
 * because that is what the control gives back.
 */
export function faultOf(id: string, action: string, times: number): DemoFault {
  const { id: code, ...how } = FAULT_KINDS.find((kind) => kind.id === id) ?? { id, status: 400 };
  return { action, code, times, ...how };
}

/** Failures as read from the control, made whole again: it does not give back bodies. */
export function completed(faults: readonly DemoFault[]): DemoFault[] {
  return faults.map((fault) => faultOf(fault.code, fault.action, fault.times));
}
