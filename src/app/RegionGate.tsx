import { MapPinOff } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useParams } from 'react-router-dom';
import { EmptyState } from '@/ui/EmptyState';
import { PageHead } from '@/ui/PageHead';
import { useRememberRegion } from './last-region';
import { pathInRegion } from './region-path';
import { useRegions, type RegionChoice } from './use-regions';

/**
 * Lets the pages of a region through. They do not wait for the list of regions: it says afterwards whether the address
 * was wrong. Another region is another set of pages, so nothing of the old one's state stays behind.
 */
export function RegionGate() {
  const region = useParams()['region'] ?? '';
  const { regions } = useRegions();
  const known = regions?.some(({ id }) => id === region);
  useRememberRegion(known ? region : null);
  if (regions && !known) return <UnknownRegion region={region} regions={regions} />;
  return (
    <Fragment key={region}>
      <Outlet />
    </Fragment>
  );
}

function UnknownRegion({ region, regions }: { region: string; regions: readonly RegionChoice[] }) {
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
