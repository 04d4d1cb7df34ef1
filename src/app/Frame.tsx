import { WifiOff } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Outlet } from 'react-router-dom';
import { useDemoControl } from '@/api/demo-control';
import { cx } from '@/ui/cx';
import { Note } from '@/ui/Note';
import { useLive } from './connect/live';
import { useSlowed } from './connect/use-slowed';
import { useFrameRegion } from './last-region';
import { usePanels } from './panels';
import { RouteAnnouncer } from './RouteAnnouncer';
import { SideNav } from './SideNav';
import { TopBar } from './TopBar';
import { useFocusKept } from './use-focus-kept';
import { useOnline } from './use-online';
import { useShortcuts } from './use-shortcuts';

const Palette = lazy(() => import('./palette/Palette'));
const KeysDialog = lazy(() => import('./KeysDialog'));
const CallsPanel = lazy(() => import('./CallsPanel'));
const LiveNotes = lazy(() => import('./connect/LiveNotes'));

/** What stands around every page. */
export function Frame() {
  const { t } = useTranslation('frame');
  const online = useOnline();
  const demo = useDemoControl();
  const live = useLive();
  const slowed = useSlowed();
  const open = usePanels((panels) => panels.open);
  useShortcuts(useFrameRegion());
  useFocusKept();
  return (
    <div className={cx('frame', open === 'calls' && 'frame-rail')}>
      <a className="frame-skip" href="#main">
        {t('skip')}
      </a>
      <TopBar />
      <SideNav />
      <main className="frame-main" id="main" tabIndex={-1}>
        {online ? null : (
          <Note tone="neutral" icon={WifiOff} role="status" className="mt-4">
            {t(demo ? 'offlineDemo' : 'offline')}
          </Note>
        )}
        <Suspense>{live || slowed.length > 0 ? <LiveNotes /> : null}</Suspense>
        <Outlet />
      </main>
      <Suspense>
        {open === 'palette' ? <Palette /> : null}
        {open === 'keys' ? <KeysDialog /> : null}
        {open === 'calls' ? <CallsPanel /> : null}
      </Suspense>
      <RouteAnnouncer />
    </div>
  );
}
