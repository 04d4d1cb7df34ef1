import { useSyncExternalStore } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { FleetInstance } from './fleet-instance';
import type { HotCell } from './hot-cell';

/** Names the cell one is at; how to go about it while there is none. */
export function HeatDetail({ hot, describe }: { hot: HotCell; describe(instance: FleetInstance): string }) {
  const { t } = useTranslation('monitoring');
  const instance = useSyncExternalStore(hot.subscribe, hot.get);
  return instance ? <span className="text-text">{describe(instance)}</span> : <span>{t('fleet.hint')}</span>;
}
