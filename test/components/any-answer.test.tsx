import { screen, waitFor } from '@testing-library/react';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { routes } from '@/app/routes';
import { createApi } from '@/api/api';
import { createRpc } from '@/api/rpc';
import { createTestEmulator, type TestEmulator } from '@mocks/node';
import { createFakeRunner } from '../support/fake-runner';
import { renderRoutes } from '../support/render';

const RegionId = 'cn-beijing';
const CREDENTIALS = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
/** A run reads a page whole; a few runs of each page find what a change of a reader breaks. */
const RUNS = 6;

const HTML = '<img src=x onerror="window.injected=1"><script>window.injected=1</script>{{constructor}}';
const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e21,
  Number.MAX_SAFE_INTEGER,
  '',
  '7',
  'true',
  HTML,
  'x'.repeat(20_000),
  '\u0000\u001b[31m\ud800',
  '2020-02-30T99:99:99Z',
  [],
  {},
  [[[[[[[[]]]]]]]],
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":null},"toString":1,"length":-1}'),
];

/** A generator of numbers from 0 to 1 with a seed, so that a failure can be had again. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An answer whose members are gone, of another type, or more than there were, each with this likelihood. */
function drifted(value: unknown, likelihood: number, random: () => number): unknown {
  if (random() < likelihood) return VALUES[Math.floor(random() * VALUES.length)];
  if (typeof value === 'string' && random() < likelihood) return `${value}${HTML}`;
  if (typeof value === 'number' && random() < likelihood) return String(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => drifted(item, likelihood, random));
    return random() < likelihood ? [...items, null, HTML, ...items] : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value)
    .filter(() => random() >= likelihood)
    .map(([name, member]) => [name, drifted(member, likelihood, random)] as const);
  return Object.fromEntries([...members, ...(random() < likelihood ? [['Unheard.Of', HTML] as const] : [])]);
}

let emulator: TestEmulator;
let paths: Record<string, string>;

beforeAll(async () => {
  // React and the query cache complain of rows that come twice without names; that is what is asked for here.
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(console, 'warn').mockReturnValue();
  emulator = await createTestEmulator({ runner: createFakeRunner() });
  const { ecs } = createApi(createRpc({ credentials: CREDENTIALS, fetch: emulator.fetch }));
  const [commands, runs, instances] = await Promise.all([
    ecs.describeCommands({ RegionId }),
    ecs.describeInvocations({ RegionId, PageNumber: 1, PageSize: 10 }),
    ecs.describeInstances({ RegionId, PageNumber: 1, PageSize: 10 }),
  ]);
  paths = {
    'the commands': 'commands',
    'a command': `commands/${commands.items[0]?.CommandId}`,
    'the records': 'invocations',
    'a record': `invocations/${runs.items[0]?.InvokeId}`,
    'the schedules': 'schedules',
    'the instances': 'instances',
    'an instance': `instances/${instances.items[0]?.InstanceId}`,
    'the events': 'events',
    'the metric rules': 'alarms',
    'the form of a metric rule': 'alarms/rules/new',
    'the alarm history': 'alarms/history',
    'the event rules': 'alarms/event-rules',
    'the form of an event rule': 'alarms/event-rules/new',
    'the events of CloudMonitor': 'alarms/events',
    'the contacts': 'alarms/contacts',
    'the runs by the engine': 'engine-runs',
    'the explorer': 'explorer/DescribeInstances',
    'the form for new instances': 'instances/create',
    'the instances being created': `instances/create/progress?ids=${instances.items[0]?.InstanceId}`,
  };
});

/** Shows a page whose every answer has drifted until it has asked all it asks; what went wrong. */
async function problemsOf(path: string, seed: number, likelihood: number): Promise<string[]> {
  const random = randomOf(seed);
  const rpc = createRpc({
    credentials: CREDENTIALS,
    sleep: async () => undefined,
    fetch: async (url, init) => {
      const answer = await emulator.fetch(url, init);
      const body = drifted(await answer.json(), likelihood, random);
      return new Response(JSON.stringify(body), { status: answer.status });
    },
  });
  const { unmount, queryClient } = renderRoutes(routes, { at: `/${RegionId}/${path}`, rpc });
  try {
    await waitFor(() => {
      expect(document.querySelector('h1')?.textContent).toBeTruthy();
      expect(queryClient.isFetching()).toBe(0);
    });
    return [
      screen.queryByText('This page stopped working') && 'it crashed',
      document.querySelector('img, script, [onerror]') && 'the answer became HTML',
      'injected' in window && 'a script of the answer ran',
      'polluted' in {} && 'a prototype was changed',
    ].filter((problem) => typeof problem === 'string');
  } finally {
    unmount();
    await queryClient.cancelQueries();
    queryClient.clear();
  }
}

describe('a page whose answers are anything', () => {
  it.each([
    'the commands',
    'a command',
    'the records',
    'a record',
    'the schedules',
    'the instances',
    'an instance',
    'the events',
    'the metric rules',
    'the form of a metric rule',
    'the alarm history',
    'the event rules',
    'the form of an event rule',
    'the events of CloudMonitor',
    'the contacts',
    'the runs by the engine',
    'the explorer',
    'the form for new instances',
    'the instances being created',
  ])('K4: %s neither crashes nor lets the answer become HTML', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.constantFrom(0.02, 0.1, 0.3), async (seed, likelihood) => {
        expect(await problemsOf(paths[name] ?? '', seed, likelihood)).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
