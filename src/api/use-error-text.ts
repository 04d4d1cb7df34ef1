import type { TFunction } from 'i18next';
import { useTranslation } from '@/i18n/use-translation';
import { adviceFor, ApiError, missingPermission } from './errors';

/** A failure in the user's words. Spreads into the error blocks of the pages. */
export interface ErrorText {
  /** What happened. */
  title: string;
  /** What to do. */
  advice: string;
  /** For looking it up and for the vendor's support. */
  code?: string;
  requestId?: string;
  /** The vendor's page about the failure. */
  recommend?: string;
  /** The server's own words, as they came; absent when the failure never reached a server. */
  message?: string;
}

/** Words for any failure; what is no ApiError is a fault of the console itself and says so. */
export function describeError(error: unknown, t: TFunction<'errors'>): ErrorText {
  if (!(error instanceof ApiError)) return { title: t('title.console'), advice: t('advice.console') };
  const key = adviceFor(error);
  return {
    title: t(`title.${key}`),
    advice: t(`advice.${key}`, { permission: missingPermission(error) }),
    code: error.code,
    ...(error.requestId ? { requestId: error.requestId } : {}),
    ...(error.recommend ? { recommend: error.recommend } : {}),
    ...(error.httpStatus !== null && error.message ? { message: error.message } : {}),
  };
}

/** {@link describeError} in the language of the page. */
export function useErrorText(error: unknown): ErrorText {
  const { t } = useTranslation('errors');
  return describeError(error, t);
}
