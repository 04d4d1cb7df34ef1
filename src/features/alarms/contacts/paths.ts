/** Addresses of the contacts' page. */
export function contactPaths(region: string) {
  const home = `/${encodeURIComponent(region)}/alarms/contacts`;
  return {
    people: home,
    groups: `${home}?list=groups`,
    /** With the contact's dialog open. */
    contact: (name: string) => `${home}?contact=${encodeURIComponent(name)}`,
    group: (name: string) => `${home}?list=groups&group=${encodeURIComponent(name)}`,
  };
}
