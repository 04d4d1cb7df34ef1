const homeOf = (region: string) => `/${encodeURIComponent(region)}/alarms`;

/** Addresses of the metric rules' pages. All of alarms concerns the account; the region is where one is. */
export function metricRulePaths(region: string) {
  const home = homeOf(region);
  const rule = (ruleId: string) => `${home}/rules/${encodeURIComponent(ruleId)}`;
  return {
    list: home,
    create: `${home}/rules/new`,
    rule,
    edit: (ruleId: string) => `${rule(ruleId)}/edit`,
    copy: (ruleId: string) => `${rule(ruleId)}/copy`,
    /** What a rule told in the last 15 days. */
    history: (ruleId: string) => `${home}/history?range=15d&rule=${encodeURIComponent(ruleId)}`,
    /** The charts of an instance that a rule watches. */
    instance: (instanceId: string) =>
      `/${encodeURIComponent(region)}/instances/${encodeURIComponent(instanceId)}/monitoring`,
  };
}

/** Addresses of the pages about event rules and CloudMonitor's events. */
export function eventRulePaths(region: string) {
  const home = homeOf(region);
  const list = `${home}/event-rules`;
  const events = `${home}/events`;
  return {
    list,
    /** The list with one rule in it. */
    found: (name: string) => `${list}?q=${encodeURIComponent(name)}`,
    create: `${list}/new`,
    edit: (name: string) => `${list}/${encodeURIComponent(name)}/edit`,
    copy: (name: string) => `${list}/${encodeURIComponent(name)}/copy`,
    /** The events of the last thirty days that a name stands for. */
    eventsNamed: (name: string) => `${events}?name=${encodeURIComponent(name)}&range=month`,
    /** The events that a name stands for, one of them open. */
    event: (name: string, id: string) =>
      `${events}?name=${encodeURIComponent(name)}&event=${encodeURIComponent(id)}`,
  };
}

/** Addresses of the contacts' page. */
export function contactPaths(region: string) {
  const home = `${homeOf(region)}/contacts`;
  return {
    people: home,
    groups: `${home}?list=groups`,
    /** With the contact's dialog open. */
    contact: (name: string) => `${home}?contact=${encodeURIComponent(name)}`,
    group: (name: string) => `${home}?list=groups&group=${encodeURIComponent(name)}`,
  };
}
