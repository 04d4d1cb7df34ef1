import { type Api, createApi } from '@/api/api';
import { encodeBase64 } from '@/domain/base64';
import { ineligibility } from '@/domain/eligibility';
import { LIMITS } from '@/domain/limits';
import { createRpc } from '@/api/rpc';
import { createTestEmulator, type TestEmulatorOptions } from '@mocks/node';
import { createWorld, HOME_REGION } from '@mocks/world/world';
import { createFakeRunner, exited, type FakeRunner } from './fake-runner';

/** A little before a full hour, so that an hourly schedule fires soon. */
export const PERIODIC_START = Date.parse('2026-11-22T09:59:30Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const RegionId = HOME_REGION;

/** An account in which nothing was ever run, with the console's own client and names for what its tests do. */
export async function periodicAccount(options: TestEmulatorOptions & { runner?: FakeRunner } = {}) {
  const runner =
    options.runner ??
    createFakeRunner((job) => exited(0, `ran at ${new Date(job.now).toISOString().slice(0, 19)}Z`));
  const made = await createTestEmulator({
    now: PERIODIC_START,
    makeWorld: (seed) => ({ ...createWorld(seed), prelude: () => [] }),
    ...options,
    runner,
  });
  const api: Api = createApi(
    createRpc({ credentials: { accessKeyId: 'testid', accessKeySecret: 'testsecret' }, fetch: made.fetch }),
  );
  const { fleetSize = 60 } = options;
  const fleet = createWorld({ seed: 1, fleetSize, bornAt: PERIODIC_START }).instances(RegionId);
  const idOf = (name: string) => fleet.find((instance) => instance.instanceName === name)!.instanceId;
  const ids = fleet
    .filter(({ state, agent, ...rest }) => {
      const candidate = { ...rest, status: state, agent: agent.state };
      return ineligibility(candidate, 'RunShellScript', LIMITS.manual) === null;
    })
    .map((instance) => instance.instanceId);

  const { CommandId } = await api.ecs.createCommand({
    RegionId,
    Name: 'check',
    Type: 'RunShellScript',
    CommandContent: encodeBase64('date'),
    Timeout: 60,
  });

  return {
    ...made,
    api,
    runner,
    /** Instances a shell script can run on. */
    ids,
    idOf,
    commandId: CommandId,
    /** Moves the clock, and waits until what that lets happen has happened. */
    async pass(milliseconds: number) {
      made.clock.advance(milliseconds);
      await made.emulator.pump();
      await made.emulator.idle();
    },
    async schedule(Frequency: string, InstanceId: readonly string[]): Promise<string> {
      const how = { Timed: true, RepeatMode: 'Period', Frequency };
      return (await api.ecs.invokeCommand({ RegionId, CommandId, InstanceId, ...how })).InvokeId;
    },
    async overall(InvokeId: string) {
      return (await api.ecs.describeInvocations({ RegionId, InvokeId })).items[0]!;
    },
    history: (
      InvokeId: string,
      members: {
        PageNumber?: number;
        PageSize?: number;
        MaxResults?: number;
        NextToken?: string;
        InstanceId?: string;
        InvokeRecordStatus?: string;
      } = {},
    ) => api.ecs.describeInvocationResults({ RegionId, InvokeId, IncludeHistory: true, ...members }),
    latest: (InvokeId: string) =>
      api.ecs.describeInvocationResults({ RegionId, InvokeId, IncludeHistory: false, PageSize: 50 }),
  };
}
