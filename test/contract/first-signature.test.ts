import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from '@/domain/base64';
import { emulatorForTests } from '../support/emulator-for-tests';
import { RUN_EMULATOR } from '../support/run-client';
import { type Call, refusal, v1Call } from '../support/vendor-clients';

const RegionId = 'cn-hangzhou';

const emulator = await emulatorForTests(RUN_EMULATOR, { keep: true });

/** What lies at a path of members in an answer. */
function at(answer: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, member) => (value as Record<string | number, unknown> | undefined)?.[member],
    answer,
  );
}

describe.each(['GET', 'POST'] as const)(
  'every action, asked by the vendor SDK of the first signature by %s',
  (method) => {
    const call: Call = (action, params) => v1Call(emulator, method)(action, params);

    it('K3: a command from its making to its end, with a run in between', async () => {
      const content = encodeBase64('echo "$(hostname) ~ {{who}}"; exit 3');
      const { CommandId } = await call('CreateCommand', {
      RegionId, Name: 'v1', Type: 'RunShellScript', CommandContent: content, EnableParameter: true, Timeout: 60,
    }); // prettier-ignore
      await call('ModifyCommand', { RegionId, CommandId, Name: "v1's", Description: '測試 * (1) ~' });
      const commands = await call('DescribeCommands', { RegionId, CommandId });
      expect(commands).toMatchObject({ TotalCount: 1, PageNumber: 1, PageSize: 10 });
      expect(at(commands, 'Commands', 'Command', 0)).toMatchObject({
        Name: "v1's",
        Description: '測試 * (1) ~',
        Timeout: 60,
        CommandContent: content,
      });

      const found = await call('DescribeInstances', { RegionId, InstanceName: 'web-prod-01' });
      const InstanceId = at(found, 'Instances', 'Instance', 0, 'InstanceId');
      const Parameters = JSON.stringify({ who: "O'Neil & co" });
      const { InvokeId } = await call('InvokeCommand', {
        RegionId,
        CommandId,
        InstanceId: [InstanceId],
        Parameters,
      });
      const results = () => call('DescribeInvocationResults', { RegionId, InvokeId });
      await expect
        .poll(
          async () =>
            at(
              await results(),
              'Invocation',
              'InvocationResults',
              'InvocationResult',
              0,
              'InvokeRecordStatus',
            ),
          {
            timeout: 30_000,
            interval: 100,
          },
        )
        .not.toBe('Running');
      const row = at(await results(), 'Invocation', 'InvocationResults', 'InvocationResult', 0) as {
        Output: string;
      };
      expect(row).toMatchObject({
        ExitCode: 3,
        InvokeRecordStatus: 'Finished',
        InvocationStatus: 'Failed',
        InstanceId,
      });
      expect(new TextDecoder().decode(decodeBase64(row.Output))).toBe("web-prod-01 ~ O'Neil & co\n");
      const invocations = await call('DescribeInvocations', { RegionId, InvokeId });
      expect(at(invocations, 'Invocations', 'Invocation', 0)).toMatchObject({
        InvokeStatus: 'Finished',
        Parameters,
        Timed: false,
      });
      await call('StopInvocation', { RegionId, InvokeId });
      await call('DeleteCommand', { RegionId, CommandId });
      expect(await refusal(call('InvokeCommand', { RegionId, CommandId, InstanceId: [InstanceId] }))).toBe(
        'InvalidCmdId.NotFound 404',
      );
    });

    it('K3: the reading actions', async () => {
      expect(at(await call('DescribeRegions', {}), 'Regions', 'Region', 0, 'RegionId')).toBe(RegionId);
      expect(at(await call('DescribeZones', { RegionId }), 'Zones', 'Zone', 0, 'ZoneId')).toBe(
        'cn-hangzhou-h',
      );
      expect(await call('DescribeInstances', { RegionId, PageSize: 100 })).toMatchObject({ TotalCount: 34 });
      expect(await call('DescribeInstanceStatus', { RegionId, PageSize: 50 })).toMatchObject({
        TotalCount: 34,
      });
      expect(await call('DescribeInstancesFullStatus', { RegionId, HealthStatus: 'Impaired' })).toMatchObject(
        { TotalCount: 1 },
      );
      expect(await call('DescribeTags', { RegionId, Tag: [{ Key: 'env' }] })).toMatchObject({
        TotalCount: 3,
        PageSize: 50,
      });
      expect(
        at(
          await call('ListTagResources', { RegionId, ResourceType: 'instance' }),
          'TagResources',
          'TagResource',
        ),
      ).toHaveLength(50);
      const attributes = await call('DescribeAccountAttributes', {
        RegionId,
        AttributeName: ['max-axt-invocation-daily'],
      });
      expect(
        at(
          attributes,
          'AccountAttributeItems',
          'AccountAttributeItem',
          0,
          'AttributeValues',
          'ValueItem',
          0,
          'Value',
        ),
      ).toBe('5000');
      expect(await refusal(call('DescribeCloudAssistantStatus', { RegionId }))).toBe(
        'MissingParam.InstanceId 400',
      );
    });
  },
);
