import { useCallback, useMemo, useState } from 'react';
import { Outlet, useLocation } from 'react-router-dom';
import { useRegion } from '@/api/region';
import { useTranslation } from '@/i18n/use-translation';
import { PageHead } from '@/ui/PageHead';
import { TabLinks } from '@/ui/TabLinks';
import type { AlarmsSlots } from './AlarmsHead';

/** The tabs in their order: the path below `/:region/alarms`, and the key of the words. */
const TABS = [
  { path: '', words: 'rules' },
  { path: 'history', words: 'history' },
  { path: 'event-rules', words: 'eventRules' },
  { path: 'events', words: 'events' },
  { path: 'contacts', words: 'contacts' },
] as const;

/** The frame of the alarms' pages: who is told what, and when. Only the tabs whose paths are given are offered. */
export function alarmsLayout(paths: readonly string[]) {
  const tabs = TABS.filter(({ path }) => paths.includes(path));
  return function AlarmsLayout() {
    const { t } = useTranslation('alarms');
    const region = useRegion();
    const { pathname } = useLocation();
    const [title, setTitle] = useState<HTMLElement | null>(null);
    const [actions, setActions] = useState<HTMLElement | null>(null);
    const [claims, setClaims] = useState(0);
    const claim = useCallback(() => {
      setClaims((count) => count + 1);
      return () => setClaims((count) => count - 1);
    }, []);
    const slots = useMemo<AlarmsSlots>(() => ({ title, actions, claim }), [title, actions, claim]);
    const home = `/${encodeURIComponent(region)}/alarms`;
    const addressOf = (path: string) => (path ? `${home}/${path}` : home);
    // A sheet over a tab has an address below it.
    const open = tabs.find(({ path }) =>
      path ? `${pathname}/`.startsWith(`${addressOf(path)}/`) : pathname.replace(/\/$/, '') === home,
    );
    return (
      <>
        <PageHead
          documentTitle={open ? `${t(`tabs.${open.words}`)} · ${t('title')}` : t('title')}
          title={
            <>
              <span ref={setTitle} />
              {claims > 0 ? null : open ? t(`tabs.${open.words}`) : t('title')}
            </>
          }
          lede={open ? t(`lede.${open.words}`) : null}
          actions={<div ref={setActions} className="flex items-center gap-2" />}
        />
        <TabLinks
          label={t('title')}
          tabs={tabs.map(({ path, words }) => ({ to: addressOf(path), label: t(`tabs.${words}`) }))}
        />
        <Outlet context={slots} />
      </>
    );
  };
}
