import type { Invocation } from './ecs/invocations';
import type { Params } from './params';
import type { Product, Rpc } from './rpc';
import { parseWireTime } from './wire-times';

/** A write that was sent and got no answer. */
export interface LostCall {
  /** To look with. */
  call: Rpc;
  product: Product;
  action: string;
  params: Params;
  /** When it was first sent, epoch milliseconds of the server's clock as far as that is known. */
  since: number;
  /** IDs of runs and commands that answered writes of this session: they are not the one looked for. */
  made: ReadonlySet<string>;
}

/**
 * What the write would have answered, found by looking at the account; `absent` when it took no effect so far; null when
 * nothing can be said. Never rejects.
 */
export type LookUp = (lost: LostCall) => Promise<Record<string, unknown> | 'absent' | null>;

/** Clocks differ, and times on the wire have whole seconds, those of commands whole minutes. */
const TOLERANCE_MS = 60_000;

/** Looks for a run or a command that may have been made although the answer was lost (contract 1.9). */
export const lookForLost: LookUp = async (lost) => {
  try {
    switch (lost.action) {
      case 'InvokeCommand':
      case 'RunCommand':
        return await lookForRun(lost);
      case 'CreateCommand':
        return await lookForCommand(lost);
      default:
        return null;
    }
  } catch {
    return null;
  }
};

async function lookForRun({ call, params, since, made }: LostCall) {
  const { invocationActions } = await import('./ecs/invocations');
  const RegionId = String(params['RegionId']);
  const CommandId = params['CommandId'];
  const { items } = await invocationActions(call).describeInvocations({
    RegionId,
    ...(typeof CommandId === 'string' ? { CommandId } : {}),
    PageNumber: 1,
    PageSize: 20,
  });
  const run = items.find(
    (item) => !made.has(item.InvokeId) && isSince(item.CreationTime, since) && isRunOf(item, params),
  );
  return run ? { InvokeId: run.InvokeId, CommandId: run.CommandId } : 'absent';
}

/** Whether a run is what the parameters ask for: the same script with the same values on the same instances. */
function isRunOf(run: Invocation, params: Params): boolean {
  const wanted = params['InstanceId'];
  const instances = Array.isArray(wanted) ? wanted.map(String) : [];
  const has = new Set(run.InvokeInstances.map(({ InstanceId }) => InstanceId));
  const content = params['CommandContent'];
  return (
    has.size === new Set(instances).size &&
    instances.every((id) => has.has(id)) &&
    sameValues(run.Parameters, params['Parameters']) &&
    run.Frequency === String(params['Frequency'] ?? '') &&
    (typeof content !== 'string' || run.CommandContent === '' || run.CommandContent === content)
  );
}

function sameValues(had: Readonly<Record<string, string>>, wanted: unknown): boolean {
  const values = (typeof wanted === 'string' ? JSON.parse(wanted) : {}) as Record<string, unknown>;
  const names = Object.keys(values);
  return (
    Object.keys(had).length === names.length && names.every((name) => had[name] === String(values[name]))
  );
}

async function lookForCommand({ call, params, since, made }: LostCall) {
  const { commandActions } = await import('./ecs/commands');
  const { items } = await commandActions(call).describeCommands({
    RegionId: String(params['RegionId']),
    Name: String(params['Name']),
    PageNumber: 1,
    PageSize: 20,
  });
  const command = items.find(
    (item) =>
      !made.has(item.CommandId) &&
      item.Name === params['Name'] &&
      item.CommandContent === params['CommandContent'] &&
      item.Type === params['Type'] &&
      isSince(item.CreationTime, since),
  );
  return command ? { CommandId: command.CommandId } : 'absent';
}

function isSince(time: string, since: number): boolean {
  const at = parseWireTime(time);
  return at !== null && at >= since - TOLERANCE_MS;
}
