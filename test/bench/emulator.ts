import { createApi } from '@/api/api';
import { createRpc } from '@/api/rpc';
import { createTestEmulator } from '@mocks/node';
import type { ScriptRunner } from '@mocks/agent/runner';

const REGION = 'cn-hangzhou';
const RUNS = 30;
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

/** Median milliseconds of a call, signature and decoding included. */
async function median(call: (run: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    await call(run);
    times.push(performance.now() - started);
  }
  return times.toSorted((a, b) => a - b)[RUNS / 2] ?? NaN;
}

/** The emulator's answers at real size. */
export async function benchEmulator(): Promise<Record<string, string>> {
  const large = await open(10_000);
  const page = { RegionId: REGION, PageSize: 100 };
  await large.ecs.describeInstances(page);
  const plain = await median((run) => large.ecs.describeInstances({ ...page, PageNumber: (run % 90) + 1 }));
  const searched = await median(() => large.ecs.describeInstances({ ...page, InstanceName: '*web*' }));

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
  for (let sent = 0; sent < RECORDS; sent++) {
    await busy.ecs.invokeCommand({
      RegionId: REGION,
      CommandId: command.CommandId,
      InstanceId: [target.InstanceId],
    });
  }
  const records = { RegionId: REGION, PageSize: 50 };
  const listed = await median((run) =>
    busy.ecs.describeInvocations({ ...records, PageNumber: (run % 90) + 1 }),
  );
  const filtered = await median(() => busy.ecs.describeInvocations({ ...records, InvokeStatus: 'Finished' }));

  const ms = (value: number) => `${value.toFixed(1)} ms`;
  return {
    'DescribeInstances, a page of 100 of 10 000': ms(plain),
    'DescribeInstances by name, of 10 000': ms(searched),
    'DescribeInvocations, a page of 50 of 5 000': ms(listed),
    'DescribeInvocations by status, of 5 000': ms(filtered),
  };
}
