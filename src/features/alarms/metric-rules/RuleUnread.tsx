import { FileQuestionMark } from 'lucide-react';
import { useErrorText } from '@/api/use-error-text';
import { useTranslation } from '@/i18n/use-translation';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { LinkButton } from '@/ui/LinkButton';
import { PageHead } from '@/ui/PageHead';
import { Skeleton } from '@/ui/Skeleton';
import type { useRule } from './queries';
import { unwritable } from './rule-terms';
import { metricRulePaths } from '../paths';

export interface RuleUnreadProps {
  region: string;
  ruleId: string;
  query: ReturnType<typeof useRule>;
}

/** What stands in the place of a rule that is being read, cannot be read, is not there, or has no form. */
export function RuleUnread({ region, ruleId, query }: RuleUnreadProps) {
  const { t } = useTranslation('alarmRules');
  const error = useErrorText(query.error);
  const paths = metricRulePaths(region);
  const back = (
    <LinkButton size="sm" variant="primary" to={paths.list}>
      {t('form.back')}
    </LinkButton>
  );
  if (query.data) {
    const why = unwritable(query.data);
    return (
      <>
        <PageHead documentTitle={query.data.RuleName} title={query.data.RuleName} />
        {why ? (
          <EmptyState icon={FileQuestionMark} title={t('form.compositeTitle')} actions={back}>
            {t(`form.${why}`)}
          </EmptyState>
        ) : (
          <Skeleton height={280} />
        )}
      </>
    );
  }
  if (query.isError) {
    return (
      <>
        <PageHead documentTitle={ruleId} title={ruleId} />
        <ErrorState
          {...error}
          title={t('form.unread')}
          retrying={query.isFetching}
          onRetry={() => void query.refetch()}
        />
      </>
    );
  }
  if (query.data === null) {
    const title = t('form.goneTitle', { id: ruleId });
    return (
      <>
        <PageHead documentTitle={title} title={title} />
        <EmptyState
          icon={FileQuestionMark}
          title={ruleId}
          actions={
            <>
              {back}
              <LinkButton size="sm" to={paths.history(ruleId)}>
                {t('action.history')}
              </LinkButton>
            </>
          }
        >
          {t('form.gone')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHead documentTitle={t('form.reading')} title={t('form.reading')} />
      <Skeleton height={280} />
    </>
  );
}
