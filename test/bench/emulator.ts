import { createApi } from '@/api/api';
import { createRpc } from '@/api/rpc';
import { createTestEmulator } from '@mocks/node';
import type { ScriptRunner } from '@mocks/agent/runner';
import { type Measures, ms, timeOf } from './measures';

const REGION = 'cn-hangzhou';
const FEW_RECORDS = 100;
const RECORDS = 5000;

/** Ends every script at once: only the answers are measured. */
const instantRunner: ScriptRunner = {
  run: async () => ({
    outcome: 'exited',
    exitCode: 0,
    output: new TextEncoder().encode('done\n'),
    dropped: 0,
    errorCode: '',
    errorInfo: '',
    files: null,
  }),
  close: () => undefined,
};

async function open(fleetSize: number) {
  const { fetch } = await createTestEmulator({
    fleetSize,
    runner: instantRunner,
    limits: { invocationsPerDay: 1_000_000, commandQuota: 10_000 },
  });
  return createApi(
    createRpc({ credentials: { accessKeyId: 'testid', accessKeySecret: 'testsecret' }, fetch }),
  );
}

/** The emulator's answers at real size. */
export async function benchEmulator(): Promise<Measures> {
  const large = await open(10_000);
  const page = { RegionId: REGION, PageSize: 100 };
  await large.ecs.describeInstances(page);
  const plain = await timeOf((run) => large.ecs.describeInstances({ ...page, PageNumber: (run % 90) + 1 }));
  const searched = await timeOf(() => large.ecs.describeInstances({ ...page, InstanceName: '*web*' }));

  const busy = await open(60);
  const [command] = (await busy.ecs.describeCommands({ RegionId: REGION, Type: 'RunShellScript' })).items;
  const { items } = await busy.ecs.describeInstances({ RegionId: REGION, Status: 'Running', PageSize: 100 });
  const { items: agents } = await busy.ecs.describeCloudAssistantStatus({
    RegionId: REGION,
    InstanceId: items.slice(0, 50).map((item) => item.InstanceId),
  });
  const online = new Set(agents.filter((row) => row.CloudAssistantStatus).map((row) => row.InstanceId));
  const target = items.find(
    (item) => item.OSType === 'linux' && item.InstanceNetworkType === 'vpc' && online.has(item.InstanceId),
  );
  if (!command || !target) throw new Error('The world has no Shell command or no instance to run it on.');
  const sendOne = () =>
    busy.ecs.invokeCommand({
      RegionId: REGION,
      CommandId: command.CommandId,
      InstanceId: [target.InstanceId],
    });
  const records = { RegionId: REGION, PageSize: 50 };
  for (let sent = 0; sent < FEW_RECORDS; sent++) await sendOne();
  const few = await timeOf(() => busy.ecs.describeInvocations(records));
  for (let sent = FEW_RECORDS; sent < RECORDS; sent++) await sendOne();
  const first = await timeOf(() => busy.ecs.describeInvocations(records));
  const last = await timeOf((run) => busy.ecs.describeInvocations({ ...records, PageNumber: 90 - run }));
  const filtered = await timeOf(() => busy.ecs.describeInvocations({ ...records, InvokeStatus: 'Finished' }));

  return {
    'DescribeInstances, a page of 100 of 10 000': ms(plain),
    'DescribeInstances by name, of 10 000': ms(searched),
    'DescribeInvocations, a page of 50 of 100': ms(few),
    // The same however many there are, but for what measuring varies by.
    'DescribeInvocations, the first 50 of 5 000': ms(first, 2 * few + 1),
    'DescribeInvocations, 50 of the oldest of 5 000': ms(last, 2 * few + 1),
    'DescribeInvocations by status, of 5 000': ms(filtered),
  };
}
