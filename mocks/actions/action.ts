import type { Limits, Profile } from '@/domain/limits';
import type { Act } from '../acts';
import type { Ledger } from '../ledger';
import type { Execution } from '../run-record';
import type { World } from '../world/world';
import type { ParamReader } from './params';

/** Commands, invocations, system events, snapshots, instances, sent files, executions of the orchestration service. */
export type IdPrefix = 'c' | 't' | 'e' | 's' | 'i' | 'f' | 'exec';

/** What an action may look at and do. All times are world time in epoch ms. */
export interface ActionContext {
  action: string;
  params: ParamReader;
  /** A region that exists; for actions that need none and got none, the home region. */
  regionId: string;
  requestId: string;
  now: number;
  profile: Profile;
  limits: Limits;
  /** As it is now. */
  world: World;
  worldAt(at: number): World;
  ledger: Ledger;
  /** Fresh id: the letter of its kind and hex. */
  newId(prefix: IdPrefix): string;
  /** The kept bytes of an execution's output. */
  readBlob(key: string): Promise<Uint8Array | undefined>;
  /** Says which records are being looked at: firings nobody ran are run for whoever looks. */
  lookAt(records: readonly Execution[]): void;
  /** Notes what happened; all of it is recorded at once when the action has answered. Only for actions listed as writes. */
  act(...acts: Act[]): void;
}

/** One API action: answers the body without RequestId, or throws a `Fault`. */
export type Action = (context: ActionContext) => Promise<Record<string, unknown>> | Record<string, unknown>;

export type { ParamReader } from './params';
