import { accountActions } from './ecs/account';
import { agentActions } from './ecs/agents';
import { commandActions } from './ecs/commands';
import { instanceActions } from './ecs/instances';
import { invocationActions } from './ecs/invocations';
import { regionActions } from './ecs/regions';
import { tagActions } from './ecs/tags';
import type { Rpc } from './rpc';

export type EcsApi = ReturnType<typeof ecsApi>;

/** The typed actions, and the untyped door for anything else. */
export interface Api {
  ecs: EcsApi;
  rpc: Rpc;
}

export function createApi(rpc: Rpc): Api {
  return { ecs: ecsApi(rpc), rpc };
}

function ecsApi(rpc: Rpc) {
  return {
    ...commandActions(rpc),
    ...invocationActions(rpc),
    ...instanceActions(rpc),
    ...agentActions(rpc),
    ...accountActions(rpc),
    ...regionActions(rpc),
    ...tagActions(rpc),
  };
}
