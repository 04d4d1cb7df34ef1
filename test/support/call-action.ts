import { LIMITS } from '@/domain/limits';
import type { Action, ActionContext } from '@mocks/actions/action';
import { createParamReader } from '@mocks/actions/params';
import { Fault } from '@mocks/fault';
import { createLedger } from '@mocks/ledger';
import { createWorld, HOME_REGION, type World } from '@mocks/world/world';

export const BORN_AT = Date.UTC(2026, 10, 22);

/** The demo account most tests look at. */
export const demoWorld: World = createWorld({ seed: 1, fleetSize: 60, bornAt: BORN_AT });

/** Calls a read action by itself: no gateway, no journal, nothing any user did. Parameters as on the wire. */
export async function callAction(
  action: Action,
  params: Readonly<Record<string, string>>,
  context: Partial<ActionContext> = {},
): Promise<Record<string, unknown>> {
  return action({
    action: '',
    params: createParamReader(new Map(Object.entries(params))),
    regionId: params['RegionId'] ?? HOME_REGION,
    requestId: '',
    now: BORN_AT,
    profile: 'manual',
    limits: LIMITS.manual,
    world: demoWorld,
    worldAt: () => demoWorld,
    ledger: createLedger(),
    newId: (prefix) => `${prefix}-0`,
    readBlob: async () => undefined,
    lookAt: () => undefined,
    act: async () => {
      throw new Error('a read action must not act');
    },
    ...context,
  });
}

/** The refusal an action answers with, as `code status`; the answer's own JSON when it did not refuse. */
export async function refusalOf(answer: Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await answer);
  } catch (error) {
    if (error instanceof Fault) return `${error.code} ${error.status}`;
    throw error;
  }
}
