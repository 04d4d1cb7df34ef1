import type { IncomingHttpHeaders } from 'node:http';
import { GATEWAY_HEADER } from '@/api/gateway';
import { Refusal } from './refusal';

/** Who may talk to this server. */
export interface Access {
  /**
   * Every request: the name the browser looked up must be ours. A foreign name that resolves to this machine (DNS
   * rebinding) carries its own name in Host.
   */
  requireHost(headers: IncomingHttpHeaders): void;
  /** Requests of the gateway itself: they come from our own page. */
  requireOwnPage(headers: IncomingHttpHeaders): void;
  /** Calls: also with the header that no page of another origin can send. */
  requireOwnCall(headers: IncomingHttpHeaders): void;
}

/** @param origin an origin of a proxy in front, besides the loop-back ones */
export function createAccess(port: () => number, origin: string | null): Access {
  const origins = (): readonly string[] => [
    `http://127.0.0.1:${port()}`,
    `http://localhost:${port()}`,
    ...(origin ? [origin] : []),
  ];

  function requireHost({ host }: IncomingHttpHeaders): void {
    if (!origins().some((own) => new URL(own).host === host?.toLowerCase()))
      throw new Refusal(421, 'Gateway.ForeignHost', 'This server does not answer under that name.');
  }

  function requireOwnPage(headers: IncomingHttpHeaders): void {
    requireHost(headers);
    const site = headers['sec-fetch-site'];
    const from = headers.origin;
    if ((site !== undefined && site !== 'same-origin') || (from !== undefined && !origins().includes(from)))
      throw new Refusal(403, 'Gateway.ForeignOrigin', 'Only the console itself may use the gateway.');
  }

  return {
    requireHost,
    requireOwnPage,
    requireOwnCall(headers) {
      requireOwnPage(headers);
      // Browsers name the origin of every POST: one without an origin comes from no page.
      if (headers.origin === undefined || headers[GATEWAY_HEADER] !== '1')
        throw new Refusal(403, 'Gateway.ForeignOrigin', 'Only the console itself may use the gateway.');
    },
  };
}
