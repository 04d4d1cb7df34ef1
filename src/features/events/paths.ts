/** Addresses of the pages about system events. */
export function eventPaths(region: string) {
  const home = `/${encodeURIComponent(region)}`;
  return {
    pending: `${home}/events`,
    /** With the event's details open beside the list. */
    pendingEvent: (eventId: string) => `${home}/events?event=${encodeURIComponent(eventId)}`,
    all: `${home}/events/all`,
    calendar: `${home}/calendar`,
    instance: (instanceId: string) => `${home}/instances/${encodeURIComponent(instanceId)}`,
    instanceEvents: (instanceId: string) => `${home}/instances/${encodeURIComponent(instanceId)}/events`,
    monitoring: (instanceId: string) => `${home}/instances/${encodeURIComponent(instanceId)}/monitoring`,
  };
}
