import {
  Activity,
  CalendarClock,
  CalendarDays,
  CloudCog,
  ChartLine,
  CircleQuestionMark,
  Clock,
  CodeXml,
  FileUp,
  HeartPulse,
  History,
  Hourglass,
  Keyboard,
  Languages,
  LayoutDashboard,
  ListChecks,
  Lock,
  LogOut,
  MapPin,
  Moon,
  Play,
  Plug,
  Plus,
  Server,
  Settings,
  Siren,
  SquareCode,
  SquareTerminal,
  Sun,
  SunMoon,
  Zap,
} from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useLocation } from 'react-router-dom';
import { actionNames } from '@/api/actions';
import { explorerPath } from '@/features/explorer';
import { LANGUAGE_NAMES, LANGUAGES } from '@/i18n/languages';
import { usePreferences } from '@/ui/preferences';
import { CONNECT_PATH } from '../backend';
import { useLive } from '../connect/live';
import { usePanels } from '../panels';
import { pathInRegion } from '../region-path';
import { useRegions } from '../use-regions';
import { matchGroups, type PaletteEntry, type PaletteGroup } from './entries';
import { useHappenings } from './use-happenings';
import { useSearch, type Found } from './use-search';

/** What the palette offers for a text, best first: what was searched for by name, then pages, actions, regions. */
export function useGroups(region: string, text: string): { groups: PaletteGroup[]; found: Found } {
  const { t } = useTranslation('frame');
  const found = useSearch(region, text);
  const pages = usePages(region);
  const actions = useActions(region);
  const regions = useRegionEntries(region);
  const fixed = matchGroups(
    [
      { id: 'pages', label: t('palette.pages'), entries: pages },
      { id: 'actions', label: t('palette.actions'), entries: actions },
      { id: 'regions', label: t('palette.regions'), entries: regions },
    ],
    text,
  );
  const apiActions = useApiActions(region, text);
  const commands = found.commands.flatMap(({ CommandId, Name }): PaletteEntry[] => [
    {
      id: CommandId,
      label: Name,
      detail: CommandId,
      icon: SquareTerminal,
      to: `/${region}/commands/${CommandId}`,
    },
    {
      id: `run ${CommandId}`,
      label: t('palette.runCommand', { name: Name }),
      icon: Play,
      to: `/${region}/commands/${CommandId}/run`,
    },
  ]);
  const instances = found.instances.map(({ InstanceId, InstanceName }): PaletteEntry => ({
    id: InstanceId,
    label: InstanceName || InstanceId,
    detail: InstanceId,
    icon: Server,
    to: `/${region}/instances/${InstanceId}`,
  }));
  const searched = [
    { id: 'commands', label: t('palette.commands'), entries: commands },
    { id: 'instances', label: t('palette.instances'), entries: instances },
    ...useHappenings(region, found),
    { id: 'api', label: t('palette.apiActions'), entries: apiActions },
  ].filter((group) => group.entries.length > 0);
  return { groups: [...fixed, ...searched], found };
}

function usePages(region: string): PaletteEntry[] {
  const { t } = useTranslation(['frame', 'events']);
  return [
    { id: 'page overview', label: t('nav.overview'), icon: LayoutDashboard, to: `/${region}/overview` },
    { id: 'page commands', label: t('nav.commands'), icon: SquareTerminal, to: `/${region}/commands` },
    { id: 'page invocations', label: t('nav.invocations'), icon: ListChecks, to: `/${region}/invocations` },
    { id: 'page engine runs', label: t('nav.engine-runs'), icon: CloudCog, to: `/${region}/engine-runs` },
    { id: 'page schedules', label: t('nav.schedules'), icon: CalendarClock, to: `/${region}/schedules` },
    { id: 'page instances', label: t('nav.instances'), icon: Server, to: `/${region}/instances` },
    { id: 'page monitoring', label: t('nav.monitoring'), icon: Activity, to: `/${region}/monitoring` },
    {
      id: 'page compare',
      label: t('palette.compare'),
      icon: ChartLine,
      to: `/${region}/monitoring/compare`,
    },
    { id: 'page health', label: t('nav.health'), icon: HeartPulse, to: `/${region}/health` },
    { id: 'page alarms', label: t('nav.alarms'), icon: Siren, to: `/${region}/alarms` },
    { id: 'page events', label: t('nav.events'), icon: Hourglass, to: `/${region}/events` },
    { id: 'page all events', label: t('events:nav.all'), icon: History, to: `/${region}/events/all` },
    { id: 'page calendar', label: t('nav.calendar'), icon: CalendarDays, to: `/${region}/calendar` },
    { id: 'page explorer', label: t('nav.explorer'), icon: CodeXml, to: explorerPath(region) },
    { id: 'page help', label: t('nav.help'), icon: CircleQuestionMark, to: `/${region}/help` },
    { id: 'page settings', label: t('nav.settings'), icon: Settings, to: '/settings' },
  ];
}

function useActions(region: string): PaletteEntry[] {
  const { t, i18n } = useTranslation('frame');
  const show = usePanels((panels) => panels.show);
  const { zone, setTheme, setZone, setLanguage } = usePreferences();
  return [
    { id: 'create', label: t('palette.createCommand'), icon: Plus, to: `/${region}/commands/new` },
    { id: 'run script', label: t('palette.runScript'), icon: Zap, to: `/${region}/commands/run-script` },
    { id: 'import', label: t('palette.importCommands'), icon: FileUp, to: `/${region}/commands/import` },
    {
      id: 'create instances',
      label: t('palette.createInstances'),
      icon: Server,
      to: `/${region}/instances/create`,
    },
    { id: 'calls', label: t('palette.calls'), icon: SquareCode, run: () => show('calls') },
    { id: 'keys', label: t('palette.keys'), icon: Keyboard, run: () => show('keys') },
    {
      id: 'zone',
      label: t(zone === 'utc' ? 'palette.zoneLocal' : 'palette.zoneUtc'),
      icon: Clock,
      run: () => setZone(zone === 'utc' ? 'local' : 'utc'),
    },
    { id: 'light', label: t('palette.themeLight'), icon: Sun, run: () => setTheme('light') },
    { id: 'dark', label: t('palette.themeDark'), icon: Moon, run: () => setTheme('dark') },
    { id: 'system', label: t('palette.themeSystem'), icon: SunMoon, run: () => setTheme('system') },
    ...LANGUAGES.filter((language) => language !== i18n.language).map((language) => ({
      id: language,
      label: t('palette.language', { language: LANGUAGE_NAMES[language] }),
      icon: Languages,
      keywords: 'language 語言 语言',
      run: () => setLanguage(language),
    })),
    ...useConnectionActions(),
  ];
}

/** Letters from which on actions of the API are offered: fewer are in too many of their names. */
const FEWEST_LETTERS = 3;
const MOST_ACTIONS = 6;

/** Actions of the API by their names. */
function useApiActions(region: string, text: string): PaletteEntry[] {
  const wanted = text.trim().toLowerCase();
  if (wanted.length < FEWEST_LETTERS) return [];
  return actionNames()
    .filter((name) => name.toLowerCase().includes(wanted))
    .slice(0, MOST_ACTIONS)
    .map((name) => ({ id: `api ${name}`, label: name, icon: CodeXml, to: explorerPath(region, name) }));
}

/** What the account menu offers about the connection. */
function useConnectionActions(): PaletteEntry[] {
  const { t } = useTranslation('connect');
  const live = useLive();
  if (!live) {
    // A page of its own: the demo ends with this one.
    const connect = () => window.location.assign(CONNECT_PATH);
    return [{ id: 'connect', label: t('menu.connect'), icon: Plug, run: connect }];
  }
  const { lock, signOut } = live;
  return [
    ...(lock ? [{ id: 'lock', label: t('menu.lock'), icon: Lock, run: () => lock('locked') }] : []),
    ...(signOut ? [{ id: 'sign out', label: t('menu.signOut'), icon: LogOut, run: () => signOut() }] : []),
  ];
}

function useRegionEntries(current: string): PaletteEntry[] {
  const { pathname } = useLocation();
  const { regions = [] } = useRegions();
  return regions
    .filter(({ id }) => id !== current)
    .map(({ id, name }) => ({ id, label: name, detail: id, icon: MapPin, to: pathInRegion(pathname, id) }));
}
