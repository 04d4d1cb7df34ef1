/**
 * `npm run bench [-- area …]`: bytes, the emulator at real size, and the built app in a slowed-down browser, as tables with
 * what each figure should be. CONSOLE_DIST names a build to measure in place of a new one, BENCH_PORT where it is served.
 */
import { execFileSync } from 'node:child_process';
import { benchAllEvents } from './browser/all-events';
import { benchInstances } from './browser/instances';
import { benchLargeRun } from './browser/large-run';
import { benchMonitoring } from './browser/monitoring';
import { benchPending } from './browser/pending-events';
import { benchRecords } from './browser/records';
import { benchStart } from './browser/start';
import { type Bench, withBench } from './browser/harness';
import { benchCompare } from './compare';
import { benchCron } from './cron';
import { benchEmulator } from './emulator';
import { type Measures, printMeasures } from './measures';
import { benchMonitor } from './monitor';
import { benchPeriodic } from './periodic';
import { benchSize } from './size';

const built = process.env['CONSOLE_DIST'];
const dist = built ?? 'dist';
const port = Number(process.env['BENCH_PORT'] ?? 4199);

/** What needs no browser. */
const AREAS: Readonly<Record<string, { title: string; run(): Measures | Promise<Measures> }>> = {
  size: { title: 'Gzip bytes to the first table', run: () => benchSize(dist) },
  emulator: { title: 'Emulator, median of 30 calls, signing and decoding included', run: benchEmulator },
  periodic: { title: 'Emulator, a schedule nobody looked at', run: benchPeriodic },
  metrics: { title: 'Emulator, metrics', run: benchMonitor },
  compare: { title: 'Outputs of 1 000 instances compared', run: benchCompare },
  cron: { title: 'Schedules, 1 000 fires of each sample of the manual', run: benchCron },
};

/** The built app in a browser. */
const PAGES: Readonly<Record<string, { title: string; run(bench: Bench): Promise<Measures> }>> = {
  start: { title: 'Start of the console', run: benchStart },
  records: { title: 'Execution records', run: benchRecords },
  instances: { title: 'List of instances', run: benchInstances },
  run: { title: 'A large run, no slow-down', run: benchLargeRun },
  pending: { title: 'Pending events', run: benchPending },
  history: { title: 'All events', run: benchAllEvents },
  monitoring: { title: 'Monitoring', run: benchMonitoring },
};

const asked = process.argv.slice(2);
const known = [...Object.keys(AREAS), ...Object.keys(PAGES)];
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new RangeError(`No area ${unknown.join()}. There are: ${known.join(', ')}`);
const isAsked = (name: string) => asked.length === 0 || asked.includes(name);

if (built === undefined) {
  execFileSync('npx', ['--no-install', 'vite', 'build', '--logLevel', 'warn'], { stdio: 'inherit' });
}
for (const [name, { title, run }] of Object.entries(AREAS)) {
  if (isAsked(name)) printMeasures(title, await run());
}
if (Object.keys(PAGES).some(isAsked)) {
  await withBench({ dist, port }, async (bench) => {
    for (const [name, { title, run }] of Object.entries(PAGES)) {
      if (isAsked(name)) printMeasures(`Browser, built app, 1280x800: ${title}`, await run(bench));
    }
  });
}
process.exit(0);
