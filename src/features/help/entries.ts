import type { HelpPage } from './help-pages';

/** What an entry is about; the order is that of the page. */
export const HELP_SECTIONS = [
  'faq',
  'howTo',
  'glossary',
  'limits',
  'states',
  'cron',
  'monitoring',
  'console',
] as const;
export type HelpSection = (typeof HELP_SECTIONS)[number];

interface Entry {
  section: HelpSection;
  /** The section of the product manual it is from; empty: it is about this console. */
  manual: string;
  /** Pages it speaks of. */
  pages: readonly HelpPage[];
}

/** Everything that help knows, by an ID that links may rely on. The words are in `texts/`. */
export const HELP_ENTRIES = {
  'what-is-cloud-assistant': { section: 'faq', manual: '5', pages: ['commands', 'runScript'] },
  'how-to-use': { section: 'faq', manual: '5', pages: ['newCommand', 'commands', 'explorer'] },
  'which-systems': { section: 'faq', manual: '5', pages: ['instances'] },
  'how-many-commands': { section: 'faq', manual: '5', pages: ['commands'] },
  'can-i-change-commands': { section: 'faq', manual: '5', pages: ['commands'] },
  permissions: { section: 'faq', manual: '5', pages: ['settings'] },
  'many-instances': { section: 'faq', manual: '5', pages: ['commands'] },
  'did-it-succeed': { section: 'faq', manual: '5', pages: ['invocations'] },
  'create-a-command': { section: 'howTo', manual: '1.2.1', pages: ['newCommand', 'commands'] },
  'run-a-command': { section: 'howTo', manual: '1.2.2', pages: ['commands', 'instances'] },
  'read-results': { section: 'howTo', manual: '1.2.3', pages: ['invocations'] },
  'manage-commands': { section: 'howTo', manual: '1.2.4', pages: ['commands'] },
  'stop-a-command': { section: 'howTo', manual: '1.2.5', pages: ['invocations', 'schedules'] },
  'schedule-a-command': { section: 'howTo', manual: '1.4', pages: ['schedules', 'calendar'] },
  'install-the-agent': { section: 'howTo', manual: '5', pages: ['instances'] },
  'see-events': { section: 'howTo', manual: '2.1', pages: ['events', 'allEvents'] },
  'move-a-restart': { section: 'howTo', manual: '2.1', pages: ['events'] },
  'see-past-events': { section: 'howTo', manual: '2.1', pages: ['allEvents'] },
  'be-notified': { section: 'howTo', manual: '2.4.1', pages: ['alarms', 'contacts'] },
  'be-fault-tolerant': { section: 'howTo', manual: '2.2', pages: ['instances'] },
  'create-instances-safely': { section: 'howTo', manual: '2.3', pages: ['createInstances', 'allEvents'] },
  'watch-an-instance': { section: 'howTo', manual: '4.1', pages: ['monitoring', 'instances', 'alarms'] },
  'see-health': { section: 'howTo', manual: '4.2', pages: ['health', 'instances'] },
  'cloud-assistant': { section: 'glossary', manual: '1.1', pages: ['commands'] },
  agent: { section: 'glossary', manual: '1.1', pages: ['instances'] },
  command: { section: 'glossary', manual: '1.1', pages: ['commands'] },
  parameters: { section: 'glossary', manual: '1.1', pages: ['commands'] },
  invocation: { section: 'glossary', manual: '1.1', pages: ['invocations'] },
  'periodic-run': { section: 'glossary', manual: '1.1', pages: ['schedules'] },
  charges: { section: 'glossary', manual: '1.1', pages: ['settings'] },
  'system-event': { section: 'glossary', manual: '2.1', pages: ['events'] },
  'daily-maintenance': { section: 'glossary', manual: '2.1', pages: ['events'] },
  'user-window': { section: 'glossary', manual: '2.1', pages: ['events', 'calendar'] },
  'execution-window': { section: 'glossary', manual: '2.1', pages: ['events'] },
  'auto-recovery': { section: 'glossary', manual: '2.2', pages: ['allEvents'] },
  'creation-failure': { section: 'glossary', manual: '2.3', pages: ['createInstances', 'allEvents'] },
  'performance-impact': { section: 'glossary', manual: '2.4.1', pages: ['allEvents', 'alarms'] },
  health: { section: 'glossary', manual: '4.2', pages: ['health'] },
  'built-in-monitoring': { section: 'glossary', manual: '4.1', pages: ['monitoring'] },
  units: { section: 'glossary', manual: '4.1', pages: ['monitoring'] },
  'limits-of-cloud-assistant': { section: 'limits', manual: '1.1', pages: ['commands', 'overview'] },
  'limits-of-events': { section: 'limits', manual: '2.1', pages: ['events'] },
  'limits-of-recovery': { section: 'limits', manual: '2.2', pages: ['allEvents'] },
  'record-states': { section: 'states', manual: '1.1', pages: ['invocations'] },
  'run-states': { section: 'states', manual: '1.1', pages: ['invocations'] },
  'periodic-states': { section: 'states', manual: '1.1', pages: ['schedules'] },
  'event-types': { section: 'states', manual: '2.1', pages: ['events'] },
  'event-states': { section: 'states', manual: '2.1', pages: ['events', 'allEvents'] },
  'event-advice': { section: 'states', manual: '2.1', pages: ['events'] },
  'creation-states': { section: 'states', manual: '2.3', pages: ['createInstances', 'allEvents'] },
  'health-states': { section: 'states', manual: '4.2', pages: ['health'] },
  'record-errors': { section: 'states', manual: '1.2.3', pages: ['invocations'] },
  'what-is-cron': { section: 'cron', manual: '1.4', pages: ['schedules'] },
  'cron-time-zone': { section: 'cron', manual: '1.2.2', pages: ['schedules'] },
  'cron-fields': { section: 'cron', manual: '1.4', pages: ['schedules'] },
  'cron-characters': { section: 'cron', manual: '1.4', pages: ['schedules'] },
  'cron-examples': { section: 'cron', manual: '1.4', pages: ['schedules'] },
  'vcpu-and-traffic': { section: 'monitoring', manual: '4.1', pages: ['monitoring'] },
  'built-in-metrics': { section: 'monitoring', manual: '4.1', pages: ['monitoring', 'explorer'] },
  'demo-and-live': { section: 'console', manual: '', pages: ['settings'] },
  'why-disabled': { section: 'console', manual: '1.2.2', pages: ['instances', 'health'] },
} as const satisfies Record<string, Entry>;

export type HelpId = keyof typeof HELP_ENTRIES;

export const HELP_IDS = Object.keys(HELP_ENTRIES) as HelpId[];

export function isHelpId(value: string): value is HelpId {
  return Object.hasOwn(HELP_ENTRIES, value);
}
