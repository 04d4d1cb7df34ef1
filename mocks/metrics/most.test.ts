import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BORN_AT, demoWorld } from '../../test/support/call-action';
import { createLedger } from '../ledger';
import { METRICS } from './catalog';
import { createLoadSource, MINUTE_MS } from './load-source';
import { mostOfSamples, pointsOf, seriesOf } from './metric-points';

const HOUR_MS = 60 * MINUTE_MS;
const scene = { ledger: createLedger(), world: demoWorld, worldAt: () => demoWorld, now: BORN_AT };
const instances = demoWorld.regions.flatMap(({ regionId }) => demoWorld.instances(regionId));
const bounded = [...METRICS.values()].filter(({ most }) => most !== undefined);

describe('what a metric does not exceed, known without working it out', () => {
  it('I3: there are such metrics: of the CPU, of memory and of disks', () => {
    expect(bounded.map(({ name }) => name).toSorted()).toEqual([
      'CPUUtilization',
      'cpu_total',
      'diskusage_utilization',
      'memory_usedutilization',
    ]);
  });

  it.each(bounded)(
    'I3: $name passes it in no period of any hour, and it is not always everything',
    (metric) => {
      let least = 100;
      fc.assert(
        fc.property(
          fc.constantFrom(...instances),
          fc.integer({ min: 1, max: 30 * 24 }),
          (instance, hoursAgo) => {
            const from = (Math.floor(BORN_AT / HOUR_MS) - hoursAgo) * HOUR_MS;
            const source = createLoadSource(instance, scene, from);
            const first = from / MINUTE_MS;
            const most = mostOfSamples(metric, metric.most!({ instance, source }, first, first + 60));
            least = Math.min(least, most);
            for (const series of seriesOf(metric, { instance, source, first }, {})) {
              const span = { from, to: from + HOUR_MS, periodSeconds: 60 };
              for (const { Maximum, Average } of pointsOf(metric, series, { instance, source }, span)) {
                expect(Number(Maximum)).toBeLessThanOrEqual(most);
                expect(Number(Average)).toBeLessThanOrEqual(most);
              }
            }
          },
        ),
        { numRuns: 200 },
      );
      expect(least).toBeLessThan(60);
    },
  );
});
