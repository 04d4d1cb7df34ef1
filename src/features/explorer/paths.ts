/** Where the explorer shows an action, with the parameters and the answer of a remembered call if one is given. */
export function explorerPath(region: string, action?: string, callId?: number): string {
  const page = `/${encodeURIComponent(region)}/explorer`;
  if (action === undefined) return page;
  return `${page}/${encodeURIComponent(action)}${callId === undefined ? '' : `?call=${callId}`}`;
}
