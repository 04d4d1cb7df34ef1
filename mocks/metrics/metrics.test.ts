import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BORN_AT, demoWorld } from '../../test/support/call-action';
import type { Act, ExecutionStarted, InvocationCreated } from '../acts';
import { availableKiB, filesystemsOf } from '../agent/os/filesystems';
import { gaugesOf } from '../agent/os/gauges';
import { createLedger } from '../ledger';
import { worldAt } from '../lifecycle';
import type { WorldInstance } from '../world/instance';
import { disksOf } from '../world/disks';
import { HOME_REGION } from '../world/world';
import { METRICS } from './catalog';
import { createLoadSource, MINUTE_MS } from './load-source';
import { pointsOf, seriesOf } from './metric-points';
import { diskRows, instanceRows } from './monitor-rows';
import type { Scene } from './past';

const HOUR = 60 * MINUTE_MS;
const DAY = 24 * HOUR;

function sceneOf(now: number, acts: readonly Act[] = []): Scene {
  const ledger = createLedger();
  for (const act of acts) ledger.reduce(act);
  const at = (time: number) => worldAt(demoWorld, ledger, time);
  return { now, ledger, world: at(now), worldAt: at };
}

const named = (name: string) =>
  demoWorld.instances(HOME_REGION).find(({ instanceName }) => instanceName === name)!;

/** The values of an instance by the begin of their periods, epoch ms. */
function read(instance: WorldInstance, scene: Scene, from: number, to: number, periodSeconds = 60) {
  const source = createLoadSource(instance, scene, from - 2 * DAY);
  const rows = instanceRows(instance, source, { from, to, periodSeconds }, 'today');
  return new Map(rows.map((row) => [Date.parse(String(row['TimeStamp'])), row as Record<string, number>]));
}

const instances = fc.constantFrom(...demoWorld.instances(HOME_REGION));
const minutes = fc.integer({ min: -25 * 1440, max: -1 }).map((ago) => BORN_AT + ago * MINUTE_MS);

const SUMMED = new Set(['IntranetRX', 'IntranetTX', 'InternetRX', 'InternetTX', 'CPUCreditUsage']);
const AVERAGED = [
  'CPU',
  'IntranetBandwidth',
  'InternetBandwidth',
  'IOPSRead',
  'IOPSWrite',
  'BPSRead',
  'BPSWrite',
];

describe('the values of an instance', () => {
  it('G1: a longer period is made of its minutes, exactly', () => {
    const scene = sceneOf(BORN_AT);
    fc.assert(
      fc.property(instances, minutes, fc.constantFrom(600, 3600), (instance, at, period) => {
        const begin = Math.floor(at / (period * 1000)) * period * 1000;
        const whole = read(instance, scene, begin, begin + 1, period).get(begin);
        const parts = [...read(instance, scene, begin, begin + period * 1000).values()];
        expect(whole === undefined).toBe(parts.length === 0);
        if (whole === undefined) return;
        const sum = (name: string) => parts.reduce((total, row) => total + row[name]!, 0);
        for (const name of AVERAGED) expect(whole[name]).toBe(Math.round(sum(name) / parts.length));
        for (const name of SUMMED) {
          if (whole[name] !== undefined) expect(whole[name]).toBeCloseTo(sum(name), 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('G1: a minute has the same values in whatever span it is asked for', () => {
    const scene = sceneOf(BORN_AT);
    fc.assert(
      fc.property(instances, minutes, fc.nat(300), fc.nat(90), (instance, at, before, after) => {
        const alone = read(instance, scene, at, at + MINUTE_MS);
        const among = read(instance, scene, at - before * MINUTE_MS, at + (after + 1) * MINUTE_MS);
        expect(among.get(at)).toEqual(alone.get(at));
      }),
      { numRuns: 60 },
    );
  });

  it('G4: no latency where nothing was read; an hour’s is the average of the minutes that have one', () => {
    const scene = sceneOf(BORN_AT);
    let silent = 0;
    for (const name of ['web-prod-04', 'gw-01']) {
      const instance = named(name);
      const source = createLoadSource(instance, scene, BORN_AT - 2 * DAY);
      const to = Math.floor(BORN_AT / HOUR) * HOUR;
      for (const disk of disksOf(instance)) {
        const minutes = diskRows(disk, source, { from: to - DAY, to, periodSeconds: 60 });
        for (const row of minutes) expect('LatencyRead' in row).toBe(row['IOPSRead'] !== 0);
        for (const hour of diskRows(disk, source, { from: to - DAY, to, periodSeconds: 3600 })) {
          const of = String(hour['TimeStamp']).slice(0, 13);
          const timed = minutes
            .filter((row) => String(row['TimeStamp']).startsWith(of))
            .flatMap((row) => ('LatencyRead' in row ? [Number(row['LatencyRead'])] : []));
          const average = timed.reduce((sum, value) => sum + value, 0) / timed.length;
          expect(hour['LatencyRead']).toBe(timed.length === 0 ? undefined : Math.round(average));
          silent += 60 - timed.length;
        }
      }
    }
    expect(silent).toBeGreaterThan(0);
  });

  it('G1: keep within what there can be', () => {
    const scene = sceneOf(BORN_AT);
    for (const instance of demoWorld.instances(HOME_REGION)) {
      for (const row of read(instance, scene, BORN_AT - DAY, BORN_AT, 600).values()) {
        expect(row['CPU']).toBeGreaterThanOrEqual(0);
        expect(row['CPU']).toBeLessThanOrEqual(100);
        const limit = instance.publicIp === null ? 0 : 5 * 1024;
        expect(row['InternetTX']! / 600).toBeLessThanOrEqual(limit);
        for (const value of Object.values(row))
          if (typeof value === 'number') expect(value).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('G1: the public line of a busy server fills up at its bandwidth', () => {
    const scene = sceneOf(BORN_AT);
    const busiest = demoWorld
      .instances(HOME_REGION)
      .filter(({ publicIp, role, state }) => publicIp !== null && role !== 'desktop' && state === 'Running')
      .map((instance) =>
        Math.max(
          ...[...read(instance, scene, BORN_AT - 2 * DAY, BORN_AT).values()].map(
            (row) => row['InternetTX']! / 60,
          ),
        ),
      );
    expect(Math.max(...busiest)).toBeGreaterThan(5 * 1024 * 0.97);
    expect(Math.max(...busiest)).toBeLessThanOrEqual(5 * 1024);
  });

  it('G1: shops are busy in the evening, offices on working days', () => {
    const scene = sceneOf(BORN_AT);
    const average = (name: string, from: number, to: number) => {
      const rows = [...read(named(name), scene, from, to).values()];
      return rows.reduce((sum, row) => sum + row['CPU']!, 0) / rows.length;
    };
    // Hangzhou is eight hours ahead; the demo is born on a Sunday.
    const friday = BORN_AT - 2 * DAY - 8 * HOUR;
    expect(average('web-prod-01', friday + 20 * HOUR, friday + 21 * HOUR)).toBeGreaterThan(
      2 * average('web-prod-01', friday + 3 * HOUR, friday + 4 * HOUR),
    );
    expect(average('win-rdp-01', friday + 10 * HOUR, friday + 11 * HOUR)).toBeGreaterThan(
      2 * average('win-rdp-01', friday + DAY + 10 * HOUR, friday + DAY + 11 * HOUR),
    );
  });
});

describe('what happened shows', () => {
  const web = named('web-prod-01');
  const start = BORN_AT + HOUR;
  const later = start + HOUR;

  it('G1: there is nothing before an instance was made, nor after now', () => {
    const rows = read(web, sceneOf(BORN_AT), BORN_AT - 5 * MINUTE_MS, BORN_AT + HOUR);
    expect([...rows.keys()].at(-1)).toBe(BORN_AT - MINUTE_MS);
    const young = { ...web, createdAt: BORN_AT - HOUR + 1 };
    const first = [...read(young, sceneOf(BORN_AT), BORN_AT - DAY, BORN_AT).keys()][0];
    expect(first).toBe(BORN_AT - HOUR + MINUTE_MS);
  });

  it('G1: there is nothing while it is stopped, and all until it was', () => {
    const stopped = named('web-prod-07');
    const stoppedAt = stopped.agent.lastHeartbeatAt!;
    const rows = [...read(stopped, sceneOf(BORN_AT), stoppedAt - HOUR, BORN_AT).keys()];
    expect(rows.at(-1)).toBe(Math.floor(stoppedAt / MINUTE_MS - 1) * MINUTE_MS);
    expect(rows.length).toBeGreaterThan(57);
    expect(read(named('web-prod-08'), sceneOf(BORN_AT), BORN_AT - DAY, BORN_AT).size).toBe(0);
  });

  it('G1: minutes are there when the instance runs, and only then', () => {
    const ledger = sceneOf(BORN_AT).ledger;
    const times = fc.integer({ min: 1, max: 40 * 1440 }).map((minute) => BORN_AT + minute * MINUTE_MS);
    fc.assert(
      fc.property(times, (now) => {
        const at = (time: number) => worldAt(demoWorld, ledger, time);
        const minute = now - MINUTE_MS;
        for (const { regionId } of demoWorld.regions) {
          for (const instance of at(now).instances(regionId)) {
            if (instance.createdAt > minute || instance.health === 'InsufficientData') continue;
            const states = [0, 15, 30, 45, 59].map(
              (second) => at(minute + second * 1000).find(regionId, instance.instanceId)?.state,
            );
            const scene = { now, ledger, world: at(now), worldAt: at };
            const found = read(instance, scene, minute, now).size > 0;
            const label = `${instance.instanceName} at ${new Date(minute).toISOString()}: ${states.join()}`;
            expect(found, label).toBe(states.every((state) => state === 'Running'));
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('G1: a restart leaves a gap and a busy minute after it', () => {
    const rebootedAt = start + 20_000;
    const scene = sceneOf(later, [{ kind: 'InstanceRebooted', at: rebootedAt, instanceId: web.instanceId }]);
    const rows = read(web, scene, start - 5 * MINUTE_MS, start + 5 * MINUTE_MS);
    expect(rows.has(start)).toBe(false);
    expect(rows.size).toBe(9);
    const quiet = read(web, sceneOf(later), start, start + 5 * MINUTE_MS);
    const next = start + MINUTE_MS;
    expect(rows.get(next)!['CPU']!).toBeGreaterThan(quiet.get(next)!['CPU']! + 15);
    expect(rows.get(next)!['IntranetRX']!).toBeLessThan(quiet.get(next)!['IntranetRX']! / 2);
    expect(rows.get(start + 4 * MINUTE_MS)).toEqual(quiet.get(start + 4 * MINUTE_MS));
  });

  it('G1: a script that runs makes the CPU busy, as long as it runs', () => {
    const acts = scriptOn(web.instanceId, start, start + 5 * MINUTE_MS);
    const rows = read(web, sceneOf(later, acts), start, start + 10 * MINUTE_MS);
    const quiet = read(web, sceneOf(later), start, start + 10 * MINUTE_MS);
    const added = [...rows].map(([at, row]) => row['CPU']! - quiet.get(at)!['CPU']!);
    for (const points of added.slice(0, 5)) expect(points).toBeGreaterThan(15);
    expect(added.slice(5)).toEqual([0, 0, 0, 0, 0]);
  });

  it('G1: one that is over at once shows in its minute', () => {
    const acts = scriptOn(web.instanceId, start + 30_000, start + 30_400);
    const rows = read(web, sceneOf(later, acts), start, start + 2 * MINUTE_MS);
    const quiet = read(web, sceneOf(later), start, start + 2 * MINUTE_MS);
    expect(rows.get(start)!['CPU']!).toBeGreaterThan(quiet.get(start)!['CPU']!);
    expect(rows.get(start + MINUTE_MS)).toEqual(quiet.get(start + MINUTE_MS));
  });

  it('H1: an instance with insufficient data has lost some of them, an impaired one has bad spells', () => {
    const scene = sceneOf(BORN_AT);
    const silent = read(named('ci-runner-02'), scene, BORN_AT - 2 * DAY, BORN_AT);
    expect(silent.size).toBeGreaterThan(1000);
    expect(silent.size).toBeLessThan(2400);
    const hours = [...read(named('cache-02'), scene, BORN_AT - DAY, BORN_AT).values()];
    const sound = [...read(named('cache-01'), scene, BORN_AT - DAY, BORN_AT).values()];
    const fall = (rows: typeof hours) =>
      Math.max(...rows.slice(1).map((row, index) => rows[index]!['IntranetRX']! / row['IntranetRX']!));
    expect(fall(hours)).toBeGreaterThan(1.8);
    expect(fall(sound)).toBeLessThan(1.8);
  });

  it('F11: a live migration is a dip in what gets through', () => {
    const ledger = sceneOf(BORN_AT).ledger;
    const until = BORN_AT + 60 * DAY;
    const impacts = demoWorld.regions.flatMap(({ regionId }) =>
      demoWorld.events
        .plans(regionId, BORN_AT, until)
        .filter(({ type, drill }) => type === 'SystemMaintenance.PerformanceImpact' && !drill),
    );
    expect(impacts.length).toBeGreaterThan(0);
    for (const { regionId, instanceId, publishedAt, executionMs } of impacts) {
      const instance = demoWorld.find(regionId, instanceId);
      if (!instance) continue;
      const now = publishedAt + executionMs + HOUR;
      const at = (time: number) => worldAt(demoWorld, ledger, time);
      const scene = { now, ledger, world: at(now), worldAt: at };
      const calm: Scene = { ...scene, world: { ...scene.world, events: withoutEvents } };
      const from = Math.ceil(publishedAt / MINUTE_MS) * MINUTE_MS;
      const sum = (rows: ReturnType<typeof read>) =>
        [...rows.values()].reduce((total, row) => total + row['IntranetRX']!, 0);
      const during = sum(read(instance, scene, from, from + 4 * MINUTE_MS));
      const usual = sum(read(instance, calm, from, from + 4 * MINUTE_MS));
      expect(during).toBeLessThan(usual * 0.6);
    }
  });
});

describe('the metrics of CloudMonitor', () => {
  const scene = sceneOf(BORN_AT);

  function points(instance: WorldInstance, name: string, from: number, to: number, periodSeconds: number) {
    const metric = METRICS.get(name)!;
    const source = createLoadSource(instance, scene, from - DAY);
    const first = Math.ceil(from / MINUTE_MS);
    return seriesOf(metric, { instance, source, first }, {}).map((series) =>
      pointsOf(metric, series, { instance, source }, { from, to, periodSeconds }),
    );
  }

  it.each([...METRICS.keys()])('G5: %s: samples, minutes and hours agree', (name) => {
    const metric = METRICS.get(name)!;
    const hour = BORN_AT - 30 * HOUR;
    for (const instance of [named('web-prod-01'), named('db-primary-01'), named('win-rdp-01')]) {
      const hours = points(instance, name, hour, hour + HOUR, 3600);
      const byMinute = points(instance, name, hour, hour + HOUR, 60);
      expect(byMinute).toHaveLength(hours.length);
      for (const [line, [whole]] of hours.entries()) {
        const parts = byMinute[line]!;
        expect(parts).toHaveLength(60);
        const all = (statistic: string) => parts.map((point) => Number(point[statistic]));
        const tolerance = 0.6 * 10 ** -metric.decimals;
        if (metric.statistics.includes('Average')) {
          const average = all('Average').reduce((a, b) => a + b, 0) / 60;
          expect(Math.abs(Number(whole!['Average']) - average)).toBeLessThanOrEqual(2 * tolerance);
        }
        if (metric.statistics.includes('Minimum'))
          expect(whole!['Minimum']).toBe(Math.min(...all('Minimum')));
        if (metric.statistics.includes('Maximum'))
          expect(whole!['Maximum']).toBe(Math.max(...all('Maximum')));
        for (const point of parts) {
          if (!metric.statistics.includes('Minimum')) continue;
          expect(Number(point['Minimum'])).toBeLessThanOrEqual(Number(point['Average']));
          expect(Number(point['Average'])).toBeLessThanOrEqual(Number(point['Maximum']));
          if (metric.unit === '%') expect(Number(point['Maximum'])).toBeLessThanOrEqual(100);
        }
        if (!metric.byPlugin) continue;
        const samples = points(instance, name, hour, hour + MINUTE_MS, 15)[line]!;
        expect(samples.map((point) => point['timestamp'])).toEqual(
          [0, 15, 30, 45].map((s) => hour + s * 1000),
        );
        const mean = samples.reduce((sum, point) => sum + Number(point['Average']), 0) / 4;
        expect(Math.abs(mean - Number(parts[0]!['Average']))).toBeLessThanOrEqual(2 * tolerance);
      }
    }
  });

  it('G5: memory and disks are what `free` and `df` print on the instance', () => {
    const at = BORN_AT - 5 * HOUR;
    const web = named('web-prod-01');
    const value = (name: string) => Number(points(web, name, at, at + 1, 60)[0]![0]!['Average']);
    const { memoryKiB, diskUse } = gaugesOf(web, at);
    expect(value('memory_totalspace')).toBe(memoryKiB.total * 1024);
    expect(value('memory_actualusedspace')).toBe(memoryKiB.used * 1024);
    expect(value('memory_freespace')).toBe(memoryKiB.free * 1024);
    expect(value('diskusage_utilization')).toBeCloseTo(diskUse * 100, 1);
    const root = filesystemsOf(web, at).find(({ mount }) => mount === '/')!;
    expect(Math.abs(value('diskusage_used') / 1024 - root.usedKiB)).toBeLessThan(2);
    expect(Math.abs(value('diskusage_avail') / 1024 - availableKiB(root))).toBeLessThan(2);
  });

  it('G5: the parts of a CPU add up', () => {
    const at = BORN_AT - 5 * HOUR;
    const value = (name: string) =>
      Number(points(named('db-primary-01'), name, at, at + 1, 60)[0]![0]!['Average']);
    const parts = ['cpu_user', 'cpu_system', 'cpu_wait', 'cpu_other'].map(value);
    expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(value('cpu_total'), 1);
    expect(value('cpu_idle') + value('cpu_total')).toBeCloseTo(100, 1);
    expect(value('memory_usedutilization') + value('memory_freeutilization')).toBeCloseTo(100, 1);
  });
});

/** No system event at all. */
const withoutEvents: Scene['world']['events'] = { ...demoWorld.events, plansOn: () => [] };

/** A run that began and ended. */
function scriptOn(instanceId: string, from: number, to: number): Act[] {
  const key = { invokeId: 't-1', instanceId, repeat: 1 };
  const created: InvocationCreated = {
    kind: 'InvocationCreated',
    at: from,
    regionId: HOME_REGION,
    invokeId: 't-1',
    commandId: 'c-1',
    commandName: 'burn',
    commandDescription: '',
    commandType: 'RunShellScript',
    content: 'while :; do :; done',
    enableParameter: false,
    parameters: {},
    workingDir: '',
    timeoutSeconds: 3600,
    username: '',
    instanceIds: [instanceId],
  };
  const started: ExecutionStarted = { kind: 'ExecutionStarted', at: from, ...key };
  const ended = { status: 'Success', exitCode: 0, dropped: 0, errorCode: '', errorInfo: '' } as const;
  return [created, started, { kind: 'ExecutionFinished', at: to, ...key, ...ended }];
}
