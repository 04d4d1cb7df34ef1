import { useTranslation } from '@/i18n/use-translation';
import { ApiError } from '@/api/errors';
import { describeError } from '@/api/use-error-text';

/** Refusals of the event actions (contract 6, 7) that mean something of their own here. */
const KNOWN = [
  'IncorrectInstanceStatus',
  'IncorrectEventStatus',
  'InvalidNotBefore_Passed',
  'InvalidEventId_NotFound',
  'InvalidEventId_NoInquiringEventFound',
  'InvalidInstanceId_NotFound',
  'InvalidAction_NotFound',
  'IncorrectDiskStatus_CreatingSnapshot',
  'IncorrectDiskStatus_NeverUsed',
  'QuotaExceed_Snapshot',
  'SimulatedEventLimitExceeded',
  'CannotCancelSystemEvent_NotSimulated',
  'OperationDenied_AcceptNotSupported',
  'InvalidOperation_DeletionProtection',
] as const;

/** Refused on this side before anything was sent, in the words of the page. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Why an action on an event was refused, in a sentence; the code stands beside it. */
export function useRefusalText(): (error: unknown) => { text: string; code: string | null } {
  const { t } = useTranslation('events');
  const { t: errors } = useTranslation('errors');
  return (error) => {
    if (error instanceof Refused) return { text: error.message, code: null };
    if (!(error instanceof ApiError)) return { text: describeError(error, errors).title, code: null };
    const known = KNOWN.find((code) => code === error.code.replaceAll('.', '_'));
    return {
      text: known ? t(`refusal.${known}`) : describeError(error, errors).title,
      code: error.code,
    };
  };
}
