/** Addresses of the metric rules' pages. */
export function rulePaths(region: string) {
  const home = `/${encodeURIComponent(region)}/alarms`;
  const rule = (ruleId: string) => `${home}/rules/${encodeURIComponent(ruleId)}`;
  return {
    list: home,
    contacts: `${home}/contacts`,
    create: `${home}/rules/new`,
    rule,
    edit: (ruleId: string) => `${rule(ruleId)}/edit`,
    copy: (ruleId: string) => `${rule(ruleId)}/copy`,
    /** What a rule told in the last 15 days. */
    history: (ruleId: string) => `${home}/history?range=15d&rule=${encodeURIComponent(ruleId)}`,
    instance: (instanceId: string) =>
      `/${encodeURIComponent(region)}/instances/${encodeURIComponent(instanceId)}/monitoring`,
  };
}
