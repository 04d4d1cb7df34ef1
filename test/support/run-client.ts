import type Ecs from '@alicloud/ecs20140526';
import * as ecs from '@alicloud/ecs20140526';
import { expect } from 'vitest';
import { decodeBase64, encodeBase64 } from '@/domain/base64';
import { createWorld, HOME_REGION } from '@mocks/world/world';

/** How the emulator's process must be started for the names here to be its instances'. */
export const RUN_EMULATOR = ['--seed', '1', '--now', '2026-11-22T00:00:00Z'] as const;
export const POLL = { timeout: 30_000, interval: 100 };
export const regionId = HOME_REGION;

/** The account as that emulator has it when it starts. */
export const runWorld = createWorld({ seed: 1, fleetSize: 60, bornAt: Date.parse(RUN_EMULATOR[3]) });
const home = runWorld.instances(regionId);

export function idOf(name: string): string {
  return home.find((instance) => instance.instanceName === name)!.instanceId;
}

/** A result's output as text. */
export function textOf(row: { output?: string }): string {
  return new TextDecoder().decode(decodeBase64(row.output ?? ''));
}

/** Runs scripts through the vendor's SDK, instances by name. */
export function runClient(client: Ecs) {
  async function create(script: string, members: Partial<ecs.CreateCommandRequest> = {}): Promise<string> {
    const request = new ecs.CreateCommandRequest({
      regionId,
      name: 'script',
      type: 'RunShellScript',
      commandContent: encodeBase64(script),
      ...members,
    });
    return (await client.createCommand(request)).body!.commandId!;
  }

  async function invoke(
    commandId: string,
    names: readonly string[],
    members: Partial<ecs.InvokeCommandRequest> = {},
  ): Promise<string> {
    const instanceId = names.map(idOf);
    const request = new ecs.InvokeCommandRequest({ regionId, commandId, instanceId, ...members });
    return (await client.invokeCommand(request)).body!.invokeId!;
  }

  async function list(members: Partial<ecs.DescribeInvocationsRequest> = {}) {
    const request = new ecs.DescribeInvocationsRequest({ regionId, ...members });
    const { body } = await client.describeInvocations(request);
    return { ...body!, runs: body!.invocations?.invocation ?? [] };
  }

  const overall = async (invokeId: string) => (await list({ invokeId })).runs[0]!;

  async function results(invokeId: string, members: Partial<ecs.DescribeInvocationResultsRequest> = {}) {
    const request = new ecs.DescribeInvocationResultsRequest({
      regionId,
      invokeId,
      pageSize: 50,
      ...members,
    });
    const { invocation } = (await client.describeInvocationResults(request)).body!;
    return { ...invocation!, rows: invocation!.invocationResults?.invocationResult ?? [] };
  }

  const statuses = async (invokeId: string) =>
    (await results(invokeId)).rows.map((row) => row.invocationStatus).sort();

  /** Waits for the end of the run; its results. */
  async function ended(invokeId: string) {
    await expect.poll(async () => (await overall(invokeId)).invokeStatus, POLL).not.toBe('Running');
    return (await results(invokeId)).rows;
  }

  return {
    create,
    invoke,
    list,
    overall,
    results,
    statuses,
    ended,
    /** Saves a script and runs it. */
    async run(script: string, names: readonly string[], members: Partial<ecs.CreateCommandRequest> = {}) {
      return invoke(await create(script, members), names);
    },
    stop: (members: Partial<ecs.StopInvocationRequest>) =>
      client.stopInvocation(new ecs.StopInvocationRequest({ regionId, ...members })),
    remove: (commandId: string) =>
      client.deleteCommand(new ecs.DeleteCommandRequest({ regionId, commandId })),
  };
}
