/** Addresses of the pages about event rules and CloudMonitor's events. They concern the account; the region is where one is. */
export function eventRulePaths(region: string) {
  const home = `/${encodeURIComponent(region)}/alarms`;
  const rule = (name: string, act: 'edit' | 'copy') =>
    `${home}/event-rules/${encodeURIComponent(name)}/${act}`;
  return {
    list: `${home}/event-rules`,
    /** The list with one rule in it. */
    found: (name: string) => `${home}/event-rules?q=${encodeURIComponent(name)}`,
    create: `${home}/event-rules/new`,
    edit: (name: string) => rule(name, 'edit'),
    copy: (name: string) => rule(name, 'copy'),
    events: `${home}/events`,
    /** The events that a name stands for, one of them open. */
    event: (name: string, id: string) =>
      `${home}/events?name=${encodeURIComponent(name)}&event=${encodeURIComponent(id)}`,
    contacts: `${home}/contacts`,
  };
}
