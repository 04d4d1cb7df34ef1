import { createApi } from '@/api/api';
import { createRpc } from '@/api/rpc';
import { encodeBase64 } from '@/domain/base64';
import { createTestEmulator } from '@mocks/node';
import { createWorld, HOME_REGION } from '@mocks/world/world';
import { createFakeRunner, exited } from '../support/fake-runner';
import { type Measures, median, ms } from './measures';

const RegionId = HOME_REGION;
const START = Date.parse('2026-11-01T00:00:00Z');
const DAY_MS = 86_400_000;
const INSTANCES = 50;
const PAGES = 20;
/** Longer would freeze the page that the emulator runs in. */
const LONGEST_TASK_MS = 200;

async function timed<T>(run: () => Promise<T>): Promise<[number, T]> {
  const started = performance.now();
  const result = await run();
  return [performance.now() - started, result];
}

/** 30 days of a 10-minute schedule on 50 instances that nobody looked at: 216 000 records, every script ended at once. */
export async function benchPeriodic(): Promise<Measures> {
  const { fetch, clock, emulator } = await createTestEmulator({
    now: START,
    fleetSize: 10_000,
    runner: createFakeRunner(() => exited(0, 'done\n')),
    makeWorld: (seed) => ({ ...createWorld(seed), prelude: () => [] }),
  });
  const credentials = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
  const { ecs } = createApi(createRpc({ credentials, fetch }));
  const InstanceId = createWorld({ seed: 1, fleetSize: 10_000, bornAt: START })
    .instances(RegionId)
    .filter(
      ({ state, agent, osId, networkType }) =>
        state === 'Running' && agent.state === 'online' && osId === 'ubuntu' && networkType === 'vpc',
    )
    .slice(0, INSTANCES)
    .map((instance) => instance.instanceId);
  const { InvokeId } = await ecs.runCommand({
    RegionId,
    Type: 'RunShellScript',
    CommandContent: encodeBase64('date'),
    InstanceId,
    ...{ Timed: true, RepeatMode: 'Period', Frequency: '0 0/10 * * * ?' },
  });
  clock.advance(30 * DAY_MS);
  const [first] = await timed(() => ecs.describeInvocations({ RegionId, InvokeId }));
  await emulator.idle();
  const history = (PageNumber: number) =>
    ecs.describeInvocationResults({ RegionId, InvokeId, IncludeHistory: true, PageNumber, PageSize: 50 });
  const times: number[] = [];
  let records = 0;
  for (let page = 0; page < PAGES; page++) {
    const [took, { totalCount }] = await timed(() => history(1 + page * 200));
    times.push(took);
    records = totalCount;
    await emulator.idle();
  }
  const [filtered] = await timed(() =>
    ecs.describeInvocationResults({ RegionId, InvokeId, IncludeHistory: true, InvokeRecordStatus: 'Failed' }),
  );
  emulator.close();
  return {
    [`First look after 30 days, ${records.toLocaleString('en')} records on ${InstanceId.length} instances`]:
      ms(first, LONGEST_TASK_MS),
    'A page of 50 of the history, anywhere, median of 20': ms(median(times)),
    'The slowest of those': ms(Math.max(...times), LONGEST_TASK_MS),
    'The history filtered by a status': ms(filtered, LONGEST_TASK_MS),
  };
}
