/** `npm run bench`: bytes, the emulator at real size, and the built app in a slowed-down browser, as tables. */
import { execFileSync } from 'node:child_process';
import { benchBrowser } from './browser';
import { benchCompare } from './compare';
import { benchCron } from './cron';
import { benchEmulator } from './emulator';
import { benchMonitor } from './monitor';
import { benchPeriodic } from './periodic';
import { measureSizes } from './size';

const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;

execFileSync('npx', ['--no-install', 'vite', 'build', '--logLevel', 'warn'], { stdio: 'inherit' });
const { live, demo } = measureSizes();
console.log('\nGzip bytes to the first table');
console.table({
  'JavaScript, live': kib(live.js),
  'JavaScript, demo': kib(demo.js),
  'CSS, live': kib(live.css),
  'CSS, demo': kib(demo.css),
});

console.log('\nEmulator, median of 30 calls, signing and decoding included');
console.table({ ...(await benchEmulator()), ...(await benchPeriodic()), ...(await benchMonitor()) });

console.log('\nOutputs of 1 000 instances compared');
console.table(benchCompare());

console.log('\nSchedules, 1 000 fires of each sample of the manual');
console.table(benchCron());

console.log('\nBrowser, built app, 1280x800');
console.table(await benchBrowser());
process.exit(0);
