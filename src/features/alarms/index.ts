import type { RouteObject } from 'react-router-dom';

/**
 * The tabs' pages, below `/:region/alarms`. A tab is there when its address is: the layout asks for the paths of this list
 * (the index page's is empty).
 */
const tabs: RouteObject[] = [
  { index: true, lazy: () => import('./metric-rules/RulesPage') },
  { path: 'history', lazy: () => import('./history/HistoryPage') },
  {
    path: 'event-rules',
    lazy: () => import('./event-rules/EventRulesPage'),
    children: [
      { path: 'new', lazy: () => import('./event-rules/RuleFormPage') },
      { path: ':ruleName/edit', lazy: () => import('./event-rules/RuleFormPage') },
      { path: ':ruleName/copy', lazy: () => import('./event-rules/RuleFormPage') },
    ],
  },
  { path: 'events', lazy: () => import('./events/EventsPage') },
  { path: 'contacts', lazy: () => import('./contacts/ContactsPage') },
];

/** The pages of CloudMonitor's alarms, below `/:region`. */
export const routes: RouteObject[] = [
  {
    path: 'alarms',
    lazy: async () => {
      const { alarmsLayout } = await import('./AlarmsLayout');
      return { Component: alarmsLayout(tabs.map(({ path }) => path ?? '')) };
    },
    children: tabs,
  },
  // Pages of their own: their heads are theirs.
  { path: 'alarms/rules/new', lazy: () => import('./metric-rules/form/RuleFormPage') },
  { path: 'alarms/rules/:ruleId', lazy: () => import('./metric-rules/RulePage') },
  { path: 'alarms/rules/:ruleId/edit', lazy: () => import('./metric-rules/form/RuleFormPage') },
  { path: 'alarms/rules/:ruleId/copy', lazy: () => import('./metric-rules/form/RuleFormPage') },
];
