import { Plus } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useLocation } from 'react-router-dom';
import { useFormat } from '@/i18n/format';
import { useRegionName } from '@/i18n/region-name';
import { LinkButton } from '@/ui/LinkButton';
import { PageHead } from '@/ui/PageHead';
import { openedFrom } from '@/ui/use-return';
import { instancePaths } from '../paths';
import { useHealthCount, useInstanceCount } from '../queries';

export interface InstancesHeadProps {
  region: string;
  /** How many answer the filters; null without filters. */
  found: number | null;
}

/** "34 instances, 28 running, 3 need attention". The figures are of the whole region: each is the total of a one-row page. */
export function InstancesHead({ region, found }: InstancesHeadProps) {
  const { t } = useTranslation('instances');
  const format = useFormat();
  const { pathname, search } = useLocation();
  const regionName = useRegionName()(region);
  const total = useInstanceCount(region);
  const running = useInstanceCount(region, 'Running');
  const impaired = useHealthCount(region, 'Impaired');
  const warned = useHealthCount(region, 'Warning');
  const troubled = impaired === undefined || warned === undefined ? 0 : impaired + warned;
  const clauses =
    total === undefined || total === 0 || running === undefined
      ? []
      : [
          t('list.running', { count: running, number: format.number(running) }),
          ...(troubled > 0 ? [t('list.troubled', { count: troubled, number: format.number(troubled) })] : []),
        ];
  return (
    <PageHead
      documentTitle={`${t('list.documentTitle')} · ${regionName}`}
      title={
        found !== null
          ? total === undefined
            ? t('list.found', { count: found, number: format.number(found) })
            : t('list.foundOf', { count: total, number: format.number(found), total: format.number(total) })
          : total === undefined
            ? t('list.documentTitle')
            : t('list.title', { count: total, number: format.number(total) })
      }
      rest={found === null ? clauses.join('') || null : null}
      lede={t('list.lede', { region: regionName })}
      actions={
        <LinkButton
          variant="primary"
          icon={Plus}
          to={instancePaths(region).create}
          state={openedFrom(`${pathname}${search}`)}
        >
          {t('list.create')}
        </LinkButton>
      }
    />
  );
}
