import type { LucideIcon } from 'lucide-react';
import {
  Activity,
  CalendarClock,
  CalendarDays,
  CircleQuestionMark,
  CloudCog,
  CodeXml,
  HeartPulse,
  Hourglass,
  LayoutDashboard,
  ListChecks,
  Server,
  Settings,
  Siren,
  SquareTerminal,
} from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { NavLink } from 'react-router-dom';
import { useFormat } from '@/i18n/format';
import { useFrameRegion } from './last-region';
import { useRegionCounts } from './use-counts';

/** The page families, grouped as in the manual. */
export function SideNav() {
  const { t } = useTranslation('frame');
  const region = useFrameRegion();
  const counts = useRegionCounts(region);
  return (
    <nav className="frame-side" aria-label={t('navigation')}>
      <Item to={`/${region}/overview`} icon={LayoutDashboard} label={t('nav.overview')} />
      <h2>{t('nav.assistant')}</h2>
      <Item
        to={`/${region}/commands`}
        icon={SquareTerminal}
        label={t('nav.commands')}
        count={counts.commands}
      />
      <Item to={`/${region}/invocations`} icon={ListChecks} label={t('nav.invocations')} />
      <Item to={`/${region}/engine-runs`} icon={CloudCog} label={t('nav.engine-runs')} />
      <Item to={`/${region}/schedules`} icon={CalendarClock} label={t('nav.schedules')} />
      <h2>{t('nav.fleet')}</h2>
      <Item to={`/${region}/instances`} icon={Server} label={t('nav.instances')} count={counts.instances} />
      <Item to={`/${region}/monitoring`} icon={Activity} label={t('nav.monitoring')} />
      <Item to={`/${region}/health`} icon={HeartPulse} label={t('nav.health')} />
      <Item to={`/${region}/alarms`} icon={Siren} label={t('nav.alarms')} />
      <h2>{t('nav.systemEvents')}</h2>
      <Item to={`/${region}/events`} icon={Hourglass} label={t('nav.events')} />
      <Item to={`/${region}/calendar`} icon={CalendarDays} label={t('nav.calendar')} />
      <div className="mt-auto pt-3">
        <Item to={`/${region}/explorer`} icon={CodeXml} label={t('nav.explorer')} />
        <Item to={`/${region}/help`} icon={CircleQuestionMark} label={t('nav.help')} />
        <Item to="/settings" icon={Settings} label={t('nav.settings')} />
      </div>
    </nav>
  );
}

interface ItemProps {
  to: string;
  icon: LucideIcon;
  label: string;
  count?: number | undefined;
}

function Item({ to, icon: Icon, label, count }: ItemProps) {
  const format = useFormat();
  return (
    <NavLink to={to} title={label}>
      <Icon aria-hidden />
      <span className="label">{label}</span>
      {count === undefined ? null : <span className="count">{format.number(count)}</span>}
    </NavLink>
  );
}
