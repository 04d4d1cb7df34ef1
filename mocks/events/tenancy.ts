import { RELEASE_AFTER_MS } from '@/domain/system-event-windows';
import type { WorldInstance } from '../world/instance';
import { hash32 } from '../world/random';
import { TERM, type Tenancy } from './cast';
import type { EventPlan } from './plan';

const MINUTE = 60_000;
const STOP_MS = 90_000;
const RELEASE_MS = MINUTE;
const NOTICE_MS = { InstanceExpiration: 3 * 86_400_000, AccountUnbalanced: 50 * MINUTE } as const;

/** A tenancy with the instance that holds it when the account is born. */
export interface Place {
  tenancy: Tenancy;
  index: number;
  base: WorldInstance;
  bornAt: number;
}

/** Number 0 is the instance of the account's birth; it was ordered before. World epoch ms. */
export function orderedAt({ tenancy, bornAt }: Place, number: number): number {
  return bornAt - tenancy.age + number * TERM.releaseAfter + RELEASE_MS;
}

/** Which occupant the place has at a moment: from its order until it is released. */
export function occupantAt(place: Place, at: number): number {
  return Math.floor((at - orderedAt(place, 0)) / TERM.releaseAfter);
}

export function occupantId({ base, index }: Place, number: number): string {
  if (number === 0) return base.instanceId;
  const prefix = base.instanceId.slice(0, 5);
  const part = (salt: string) =>
    hash32(`${base.instanceId}/${index}/${number}/${salt}`).toString(36).padStart(7, '0');
  return prefix + (part('a') + part('b') + part('c')).slice(0, 17);
}

/** The occupant as it was made; what its events do to it is another matter. */
export function occupant(place: Place, number: number): WorldInstance {
  const { base, tenancy } = place;
  const createdAt = orderedAt(place, number);
  const expires = tenancy.why === 'InstanceExpiration';
  return {
    ...base,
    instanceId: occupantId(place, number),
    createdAt,
    startedAt: createdAt + MINUTE,
    chargeType: expires ? 'PrePaid' : 'PostPaid',
    expiresAt: expires ? stopAt(place, number) : null,
    state: 'Running',
    health: base.health === 'NotApplicable' ? 'OK' : base.health,
    // An agent that was away only because its instance is stopped.
    agent:
      base.state === 'Stopped' && base.agent.state === 'offline'
        ? { ...base.agent, state: 'online', lastHeartbeatAt: null }
        : base.agent,
  };
}

function stopAt(place: Place, number: number): number {
  return orderedAt(place, number) - RELEASE_MS + TERM.stopAfter;
}

/** The stop of an occupant and its release fifteen days later (manual 2.1). */
export function termPlans(place: Place, number: number): EventPlan[] {
  const { tenancy, base } = place;
  const { regionId } = base;
  const instanceId = occupantId(place, number);
  const stop = stopAt(place, number);
  const common = {
    regionId,
    instanceId,
    first: 'Scheduled',
    outcome: 'Executed',
    closes: null,
    drill: false,
    reason:
      tenancy.why === 'InstanceExpiration'
        ? 'The subscription of the instance ends.'
        : 'The account has an overdue payment.',
  } as const;
  const tail = hash32(`${instanceId}/term`).toString(36).padStart(7, '0');
  const id = (kind: string) => `e-${instanceId.slice(2, 5)}t${kind}${instanceId.slice(5, 13)}${tail}`;
  return [
    {
      ...common,
      eventId: id('s'),
      type: `${tenancy.why}.Stop`,
      publishedAt: stop - NOTICE_MS[tenancy.why],
      notBefore: stop,
      executionMs: STOP_MS,
    },
    {
      ...common,
      eventId: id('d'),
      type: `${tenancy.why}.Delete`,
      publishedAt: stop + STOP_MS,
      notBefore: stop + RELEASE_AFTER_MS,
      executionMs: RELEASE_MS,
    },
  ];
}
