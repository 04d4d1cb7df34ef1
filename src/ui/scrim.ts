/** What lies behind a dialog or sheet. */
export const SCRIM =
  'fixed inset-0 z-40 bg-scrim transition-opacity duration-(--duration) data-ending-style:opacity-0 data-starting-style:opacity-0';
