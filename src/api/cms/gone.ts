import { ApiError } from '../errors';

/** Whether a call was refused because what it names is not there. Older actions of CloudMonitor have the plain number for a code. */
export function isGone(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'ResourceNotFound' || error.code === '404');
}
