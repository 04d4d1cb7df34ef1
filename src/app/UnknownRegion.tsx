import { MapPinOff } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { Link, useLocation } from 'react-router-dom';
import { EmptyState } from '@/ui/EmptyState';
import { PageHead } from '@/ui/PageHead';
import { pathInRegion } from './region-path';
import type { RegionChoice } from './use-regions';

/** The page of a region that the account does not have. */
export default function UnknownRegion({
  region,
  regions,
}: {
  region: string;
  regions: readonly RegionChoice[];
}) {
  const { t } = useTranslation('frame');
  const { pathname } = useLocation();
  const title = t('unknownRegion.title', { region });
  return (
    <>
      <PageHead title={title} documentTitle={`${title} · ${t('product')}`} lede={t('unknownRegion.body')} />
      <EmptyState icon={MapPinOff} title={t('palette.regions')}>
        <ul className="mt-1">
          {regions.map(({ id, name }) => (
            <li key={id} className="flex h-7 items-center gap-2">
              <Link to={pathInRegion(pathname, id)}>{name}</Link>
              <span className="code">{id}</span>
            </li>
          ))}
        </ul>
      </EmptyState>
    </>
  );
}
