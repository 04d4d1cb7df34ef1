/** `npm test`: every check there is, in the order of cost; ends with one line that counts all tests really run. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

interface Step {
  title: string;
  command: string[];
  /** Where the runner leaves its JSON report, and how to count it. */
  report?: { file: string; count(report: never): Counts };
}
interface Counts {
  passed: number;
  failed: number;
  /** Passed only when run once more: a bug of the test or of the product. */
  flaky?: number;
}

const vitestCounts = (report: {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
}) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests || report.numFailedTestSuites,
});
const playwrightCounts = (report: { stats: { expected: number; unexpected: number; flaky: number } }) => ({
  passed: report.stats.expected + report.stats.flaky,
  failed: report.stats.unexpected,
  flaky: report.stats.flaky,
});

/** Each uses one core and a little of another, so they run side by side. */
const CHECKS: Step[] = [
  { title: 'Types', command: ['tsc', '--noEmit'] },
  { title: 'Lint', command: ['oxlint', '--deny-warnings'] },
  { title: 'Format', command: ['prettier', '--check', '.', '--log-level', 'warn'] },
  { title: 'Dead code', command: ['knip'] },
];
const STEPS: Step[] = [
  {
    title: 'Unit, component and contract tests',
    command: [
      'vitest',
      'run',
      '--reporter=dot',
      '--reporter=json',
      '--outputFile.json=test-results/unit.json',
    ],
    report: { file: 'test-results/unit.json', count: vitestCounts },
  },
  { title: 'Build', command: ['vite', 'build', '--logLevel', 'warn'] },
  { title: 'Size budgets', command: ['tsx', 'test/bench/size.ts'] },
  {
    title: 'Browser tests',
    command: ['playwright', 'test'],
    report: { file: 'test-results/e2e.json', count: playwrightCounts },
  },
];

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

const total: Counts = { passed: 0, failed: 0 };
const broken: string[] = [];

/** Runs a step and tells how it went; what it prints comes as it is printed, or with `atEnd` in one piece. */
async function run({ title, command, report }: Step, atEnd = false): Promise<void> {
  if (!atEnd) console.log(`\n── ${title}`);
  const started = Date.now();
  const child = spawn('npx', ['--no-install', ...command], { stdio: atEnd ? 'pipe' : 'inherit' });
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  if (atEnd) console.log(`\n── ${title}\n${printed.trimEnd()}`);
  console.log(`   ${status === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (status !== 0) broken.push(title);
  if (report) addCounts(report);
}

function addCounts({ file, count }: NonNullable<Step['report']>): void {
  try {
    const counts = count(JSON.parse(readFileSync(file, 'utf8')) as never);
    total.passed += counts.passed;
    total.failed += counts.failed;
    if (counts.flaky)
      console.log(`   ${counts.flaky} passed only at the second try: see the list above and mend them`);
  } catch {
    total.failed += 1;
  }
}

await Promise.all(CHECKS.map((step) => run(step, true)));
for (const step of STEPS) await run(step);

if (broken.length > 0) console.log(`\nBroken: ${broken.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(broken.length === 0 && total.failed === 0 ? 0 : 1);
