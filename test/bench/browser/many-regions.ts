import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Act } from '@mocks/acts';
import { createClock } from '@mocks/clock';
import { createEmulator } from '@mocks/emulator';
import type { EventBook } from '@mocks/events/event-book';
import type { WorldInstance } from '@mocks/world/instance';
import { createMemoryJournal } from '@mocks/journal-memory';
import { HOME_REGION, REGIONS, type Region } from '@mocks/world/regions';
import { createWorld, type World, type WorldSeed } from '@mocks/world/world';
import { createFakeRunner, exited } from '../../support/fake-runner';

export const KEY = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

/** Where the service has more regions than the demo. */
const MORE = [
  ...['cn-qingdao', 'cn-zhangjiakou', 'cn-huhehaote', 'cn-chengdu', 'ap-northeast-1', 'ap-southeast-2'],
  ...['ap-southeast-3', 'ap-southeast-5', 'ap-south-1', 'us-east-1', 'us-west-1', 'eu-west-1', 'me-east-1'],
];

/** An account in twenty regions with a hundred instances in each, over HTTP on the loop-back interface. */
export interface LargeCloud {
  url: string;
  close(): void;
}

/** @param acts what was done in the account, given its instances by region */
export async function startLargeCloud(
  acts: (instances: ReadonlyMap<string, readonly WorldInstance[]>) => readonly Act[],
): Promise<LargeCloud> {
  const seed = { seed: 1, fleetSize: 2_600, bornAt: Date.now() };
  const journal = createMemoryJournal({ ...seed, profile: 'today' });
  await journal.append(acts(instancesByRegion(seed)));
  const emulator = await createEmulator({
    journal,
    clock: createClock(),
    runner: createFakeRunner(() => exited(0, '')),
    credentials: { [KEY.accessKeyId]: KEY.accessKeySecret },
    makeWorld: largeWorld,
    onError: (error) => console.error(error),
  });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const answer = await emulator.handle(
      new Request(`http://${request.headers.host}${request.url}`, {
        method: 'POST',
        body: Buffer.concat(chunks),
        headers: { 'content-type': request.headers['content-type'] ?? '' },
      }),
    );
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
      emulator.close();
    },
  };
}

const PER_REGION = 100;
const DAY_MS = 86_400_000;

/** Nothing happens but what the acts say. */
const NO_EVENTS: EventBook = {
  plans: () => [],
  maybeOpen: () => [],
  plansOn: () => [],
  places: () => [],
  renewedUntil: () => null,
  endOfDay: (at) => at + DAY_MS,
};

function largeRegions(): readonly Region[] {
  const [model] = REGIONS;
  return [
    ...REGIONS,
    ...MORE.map((regionId) => ({ ...model!, regionId, endpoint: `ecs.${regionId}.aliyuncs.com` })),
  ];
}

/** The fleet of the demo's home region, dealt out. */
function instancesByRegion(seed: WorldSeed): ReadonlyMap<string, readonly WorldInstance[]> {
  const fleet = createWorld(seed).instances(HOME_REGION);
  return new Map(
    largeRegions().map(({ regionId }, index) => [
      regionId,
      fleet
        .slice(index * PER_REGION, (index + 1) * PER_REGION)
        .map((instance) => ({ ...instance, regionId })),
    ]),
  );
}

function largeWorld(seed: WorldSeed): World {
  const regions = largeRegions();
  const fleets = instancesByRegion(seed);
  const region = (regionId: string) => regions.find((one) => one.regionId === regionId);
  const instances = (regionId: string) => fleets.get(regionId) ?? [];
  const find = (regionId: string, instanceId: string) =>
    instances(regionId).find((instance) => instance.instanceId === instanceId);
  return {
    regions,
    region,
    zones: (regionId) => region(regionId)?.zones ?? [],
    instances,
    find,
    made: find,
    indexOf: (regionId, instanceId) =>
      instances(regionId).findIndex((instance) => instance.instanceId === instanceId),
    prelude: () => [],
    seed: seed.seed,
    bornAt: seed.bornAt,
    events: NO_EVENTS,
  };
}
