import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createApi, type EcsApi } from './api';
import { ApiError } from './errors';
import { createRpc } from './rpc';

const RegionId = 'cn-beijing';

describe('any answer', () => {
  const actions: ((ecs: EcsApi) => Promise<unknown>)[] = [
    (ecs) => ecs.createCommand({ RegionId, Name: 'n', Type: 't', CommandContent: '' }),
    (ecs) => ecs.describeCommands({ RegionId }),
    (ecs) => ecs.modifyCommand({ RegionId, CommandId: 'c' }),
    (ecs) => ecs.deleteCommand({ RegionId, CommandId: 'c' }),
    (ecs) => ecs.invokeCommand({ RegionId, CommandId: 'c', InstanceId: ['i'] }),
    (ecs) => ecs.describeInvocations({ RegionId }),
    (ecs) => ecs.describeInvocationResults({ RegionId }),
    (ecs) => ecs.describeInvocationResultsAll({ RegionId, InvokeId: 't' }),
    (ecs) => ecs.stopInvocation({ RegionId, InvokeId: 't' }),
    (ecs) => ecs.describeInstances({ RegionId }),
    (ecs) => ecs.describeInstanceStatus({ RegionId }),
    (ecs) => ecs.describeInstancesFullStatus({ RegionId }),
    (ecs) => ecs.describeCloudAssistantStatus({ RegionId }),
    (ecs) => ecs.describeAccountAttributes({ RegionId }),
    (ecs) => ecs.describeRegions({ RegionId }),
    (ecs) => ecs.describeZones({ RegionId }),
    (ecs) => ecs.describeTags({ RegionId }),
    (ecs) => ecs.listTagResources({ RegionId, ResourceType: 'instance' }),
  ];
  const names = fc.constantFrom(
    'Commands',
    'Command',
    'Invocations',
    'Invocation',
    'InvocationResults',
    'InvocationResult',
    'Instances',
    'Instance',
    'VpcAttributes',
    'InstanceFullStatusSet',
    'AccountAttributeItems',
    'Regions',
    'Region',
    'Tags',
    'Tag',
    'TotalCount',
    'PageSize',
    'Code',
    'Success',
    'Message',
    'RequestId',
    '__proto__',
    'constructor',
  );
  const { node } = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, 0, -1, 1e21, '', 'x', '7', 'true'),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.array(fc.tuple(names, tie('node')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
    ),
  }));

  it('K4: whatever the server sends, an action answers or fails as ApiError', async () => {
    const bodies = fc.oneof(
      node.map((body) => JSON.stringify(body)),
      fc.json(),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(bodies, fc.constantFrom(200, 400, 404, 500), async (body, status) => {
        const rpc = createRpc({
          credentials: { accessKeyId: 'id', accessKeySecret: 'secret' },
          fetch: async () => new Response(body, { status }),
          sleep: async () => undefined,
        });
        const { ecs } = createApi(rpc);
        const outcomes = await Promise.allSettled(actions.map((action) => action(ecs)));
        const thrown = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
        expect(thrown.filter((error) => !(error instanceof ApiError))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
