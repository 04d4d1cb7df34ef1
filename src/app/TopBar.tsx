import {
  CirclePlay,
  CircleUserRound,
  Clock,
  Keyboard,
  Languages,
  Lock,
  LogOut,
  Plug,
  Search,
  Settings,
  SunMoon,
  SquareCode,
} from 'lucide-react';
import type { TFunction } from 'i18next';
import { Suspense, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { useDemoControl } from '@/api/demo-control';
import { BatchRunner, useHasUnfinishedRuns } from '@/features/batches';
import { PendingBadge } from '@/features/events';
import { HelpButton } from '@/features/help';
import { NotificationBell } from '@/features/notifications';
import { useFormat } from '@/i18n/format';
import { LANGUAGE_NAMES, LANGUAGES } from '@/i18n/languages';
import { ChoiceMenu } from '@/ui/ChoiceMenu';
import { cx } from '@/ui/cx';
import { Kbd } from '@/ui/Kbd';
import { MenuButton, type MenuEntry } from '@/ui/MenuButton';
import { Tooltip } from '@/ui/Tooltip';
import { usePreferences, type Theme } from '@/ui/preferences';
import { CONNECT_PATH } from './backend';
import { useLive, type LiveConnection } from './connect/live';
import { useFrameRegion } from './last-region';
import { ACCOUNT_BUTTON_ID, usePanels } from './panels';
import { RegionSwitcher } from './RegionSwitcher';
import { useRunningCount } from './use-counts';

const isMac = /mac|iphone|ipad/i.test(navigator.platform);
export const PALETTE_KEYS = isMac ? '⌘ K' : 'Ctrl K';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

export function TopBar() {
  const { t } = useTranslation('frame');
  const region = useFrameRegion();
  const show = usePanels((panels) => panels.show);
  return (
    <header className="frame-top">
      <Link className="frame-brand hover:no-underline" to={`/${region}/overview`}>
        <svg viewBox="0 0 18 18" className="frame-mark" aria-hidden>
          <path d="M1 3h16M1 9h10M1 15h13" />
          <circle cx="15.2" cy="9" r="1.8" />
        </svg>
        {t('product')}
      </Link>
      <RegionSwitcher />
      <span className="flex-1" />
      <button
        type="button"
        className="frame-seek"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => show('palette')}
      >
        <Search className="size-3.5" aria-hidden />
        <span className="min-w-0 flex-1 truncate">{t('top.palette')}</span>
        <Kbd className="bg-bg!" aria-hidden>
          {PALETTE_KEYS}
        </Kbd>
      </button>
      <PendingBadge region={region} />
      <BatchRuns region={region} />
      <RunningRuns region={region} />
      <NotificationBell />
      <ZoneToggle />
      <LanguageMenu />
      <ThemeMenu />
      <Suspense fallback={<span className="frame-button" aria-hidden />}>
        <HelpButton region={region} />
      </Suspense>
      <AccountMenu />
    </header>
  );
}

/** Drives what is planned in this browser, wherever the person goes; loaded only when there is something. */
function BatchRuns({ region }: { region: string }) {
  return useHasUnfinishedRuns() ? (
    <Suspense>
      <BatchRunner region={region} />
    </Suspense>
  ) : null;
}

function RunningRuns({ region }: { region: string }) {
  const { t } = useTranslation('frame');
  const format = useFormat();
  const count = useRunningCount(region) ?? 0;
  return (
    <Tooltip text={t('top.running', { count })} describe={false} side="bottom">
      <Link
        className="frame-button wide"
        to={`/${region}/invocations?status=Running&mode=once`}
        aria-label={t('top.running', { count })}
      >
        <CirclePlay aria-hidden />
        {count > 0 ? (
          <span className="rounded-full bg-info-subtle px-1.5 text-xs leading-[18px] font-semibold text-info">
            {format.number(count)}
          </span>
        ) : null}
      </Link>
    </Tooltip>
  );
}

/** Local time or UTC, everywhere at once. */
function ZoneToggle() {
  const { t } = useTranslation('frame');
  const format = useFormat();
  const zone = usePreferences((preferences) => preferences.zone);
  const setZone = usePreferences((preferences) => preferences.setZone);
  const [now] = useState(Date.now); // only to tell summer time from winter time
  const name = format.zoneName(now);
  const label = t('top.zone', {
    zone: zone === 'utc' ? 'UTC' : t('top.localTime'),
    other: zone === 'utc' ? t('top.localTime') : 'UTC',
  });
  return (
    <Tooltip text={label} describe={false} side="bottom">
      <button
        type="button"
        className="frame-button wide"
        aria-label={`${name}. ${label}`}
        onClick={() => setZone(zone === 'utc' ? 'local' : 'utc')}
      >
        <Clock aria-hidden />
        {name}
      </button>
    </Tooltip>
  );
}

function LanguageMenu() {
  const { t, i18n } = useTranslation('frame');
  const setLanguage = usePreferences((preferences) => preferences.setLanguage);
  return (
    <ChoiceMenu
      align="end"
      value={i18n.language}
      options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      onValueChange={setLanguage}
      trigger={
        <button
          type="button"
          className="frame-button"
          aria-label={t('top.language')}
          title={t('top.language')}
        >
          <Languages aria-hidden />
        </button>
      }
    />
  );
}

function ThemeMenu() {
  const { t } = useTranslation('frame');
  const theme = usePreferences((preferences) => preferences.theme);
  const setTheme = usePreferences((preferences) => preferences.setTheme);
  return (
    <ChoiceMenu
      align="end"
      value={theme}
      options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
      onValueChange={(value) => setTheme(value as Theme)}
      trigger={
        <button type="button" className="frame-button" aria-label={t('top.theme')} title={t('top.theme')}>
          <SunMoon aria-hidden />
        </button>
      }
    />
  );
}

function AccountMenu() {
  const { t } = useTranslation(['frame', 'connect']);
  const show = usePanels((panels) => panels.show);
  const demo = useDemoControl();
  const live = useLive();
  const told = live ? liveText(live, t) : { badge: t('account.badge'), note: t('account.demoNote') };
  const shown = demo ?? live;
  return (
    <MenuButton
      label={t('top.account')}
      entries={[
        { label: t('account.calls'), icon: SquareCode, onSelect: () => show('calls') },
        { label: t('account.keys'), icon: Keyboard, shortcut: '?', onSelect: () => show('keys') },
        { label: t('account.settings'), icon: Settings, to: '/settings' },
        ...connectionEntries(live, t),
      ]}
      trigger={
        <button
          type="button"
          id={ACCOUNT_BUTTON_ID}
          className={cx('frame-button', shown && 'px-2', live && 'text-accent!')}
          aria-label={shown ? `${told.badge}. ${t('top.account')}` : t('top.account')}
          title={shown ? told.note : t('top.account')}
        >
          <CircleUserRound aria-hidden />
          {shown ? told.badge : null}
        </button>
      }
    />
  );
}

type FrameText = TFunction<['frame', 'connect']>;

/** Which account the pages are about, short for the bar and in full. */
function liveText({ by, account, endpoint, readOnly }: LiveConnection, t: FrameText) {
  const badge = [t('connect:badge.live'), account, readOnly ? t('connect:badge.readOnly') : ''];
  const note = [
    t(by === 'keys' ? 'connect:badge.byKeys' : 'connect:badge.byGateway'),
    endpoint ? t('connect:badge.endpoint', { endpoint }) : '',
  ];
  return { badge: badge.filter(Boolean).join(' · '), note: note.filter(Boolean).join('. ') };
}

function connectionEntries(live: LiveConnection | null, t: FrameText): MenuEntry[] {
  const { lock, signOut } = live ?? {};
  const entries: MenuEntry[] = [];
  if (!live) {
    // A page of its own: the demo ends with this one.
    const connect = () => window.location.assign(CONNECT_PATH);
    entries.push({ label: t('connect:menu.connect'), icon: Plug, onSelect: connect });
  }
  if (lock) entries.push({ label: t('connect:menu.lock'), icon: Lock, onSelect: () => lock('locked') });
  if (signOut) entries.push({ label: t('connect:menu.signOut'), icon: LogOut, onSelect: signOut });
  return entries.length > 0 ? ['separator', ...entries] : [];
}
