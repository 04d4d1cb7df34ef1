import { FileQuestionMark } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useLocation } from 'react-router-dom';
import { EmptyState } from '@/ui/EmptyState';
import { LinkButton } from '@/ui/LinkButton';
import { PageHead } from '@/ui/PageHead';
import { useFrameRegion } from './last-region';

export function NotFoundPage() {
  const { t } = useTranslation('frame');
  const { pathname } = useLocation();
  const region = useFrameRegion();
  const title = t('notFound.title');
  return (
    <>
      <PageHead title={title} documentTitle={`${title} · ${t('product')}`} />
      <EmptyState
        icon={FileQuestionMark}
        title={<span className="code break-all">{pathname}</span>}
        actions={
          <LinkButton variant="primary" to={`/${region}/commands`}>
            {t('notFound.home')}
          </LinkButton>
        }
      >
        {t('notFound.body', { path: pathname })}
      </EmptyState>
    </>
  );
}
