import { ArrowRight } from 'lucide-react';
import { Link } from 'react-router-dom';
import { useTranslation } from '@/i18n/use-translation';
import { HELP_ENTRIES, type HelpId } from './entries';
import { type HelpPage, pagePath } from './help-pages';

/** What the navigation calls them. */
const NAMES = {
  overview: 'frame:nav.overview',
  commands: 'frame:nav.commands',
  newCommand: 'frame:palette.createCommand',
  runScript: 'frame:palette.runScript',
  invocations: 'frame:nav.invocations',
  schedules: 'frame:nav.schedules',
  instances: 'frame:nav.instances',
  createInstances: 'frame:palette.createInstances',
  monitoring: 'frame:nav.monitoring',
  health: 'frame:nav.health',
  alarms: 'frame:nav.alarms',
  contacts: 'help:contacts',
  events: 'frame:nav.events',
  allEvents: 'events:nav.all',
  calendar: 'frame:nav.calendar',
  explorer: 'frame:nav.explorer',
  settings: 'frame:nav.settings',
} as const satisfies Record<HelpPage, string>;

interface EntryFootProps {
  region: string;
  id: HelpId;
  /** A page was chosen. */
  onGo?: (() => void) | undefined;
}

/** Where an entry is from, and the pages it speaks of. */
export function EntryFoot({ region, id, onGo }: EntryFootProps) {
  const { t } = useTranslation(['help', 'frame', 'events']);
  const { manual } = HELP_ENTRIES[id];
  const pages: readonly HelpPage[] = HELP_ENTRIES[id].pages;
  return (
    <div className="flex flex-col gap-2">
      {pages.length === 0 ? null : (
        <nav aria-label={t('help:pages')} className="flex flex-wrap gap-x-5 gap-y-1.5">
          {pages.map((page) => (
            <Link
              key={page}
              to={pagePath(region, page)}
              className="inline-flex items-center gap-1 font-semibold"
              onClick={onGo}
            >
              {t(NAMES[page])}
              <ArrowRight className="size-3.5" aria-hidden />
            </Link>
          ))}
        </nav>
      )}
      <p className="text-xs text-text-subtle">
        {manual === '' ? t('help:cite.console') : t('help:cite.manual', { section: manual })}
      </p>
    </div>
  );
}
