/**
 * Gzip bytes of JavaScript and CSS that the built app loads until the first table (the commands list) stands,
 * with and without the emulator, against their budgets. Reads `dist/.vite/manifest.json`; run after a build.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { kib, type Measures } from './measures';

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}
type Manifest = Record<string, Chunk>;

const KIB = 1024;
/** What is loaded dynamically on the way to the first table, besides the entry. */
const PAGE = ['index.html', 'src/features/commands/CommandsPage.tsx', 'src/i18n/locales/en/index.ts'];
const CONNECTION = 'src/app/connect/open-live.ts';
const EMULATOR = 'mocks/browser.ts';
const BUDGETS = { live: 190 * KIB, demo: 290 * KIB };

export interface Sizes {
  live: { js: number; css: number };
  demo: { js: number; css: number };
  files: { live: string[]; demo: string[] };
}

/** Files of the entries and everything they import statically. */
function closure(manifest: Manifest, entries: readonly string[]): { js: Set<string>; css: Set<string> } {
  const seen = new Set<string>();
  const js = new Set<string>();
  const css = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no chunk ${key}: update test/bench/size.ts`);
    js.add(chunk.file);
    for (const file of chunk.css ?? []) css.add(file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const entry of entries) visit(entry);
  return { js, css };
}

export function measureSizes(dist = 'dist'): Sizes {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;
  const bytes = (files: Set<string>) =>
    [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
  const live = closure(manifest, [...PAGE, CONNECTION]);
  const demo = closure(manifest, [...PAGE, EMULATOR]);
  return {
    live: { js: bytes(live.js), css: bytes(live.css) },
    demo: { js: bytes(demo.js), css: bytes(demo.css) },
    files: { live: [...live.js], demo: [...demo.js] },
  };
}

/** @param dist the folder of the build */
export function benchSize(dist: string): Measures {
  const { live, demo } = measureSizes(dist);
  return {
    'JavaScript, live': kib(live.js, BUDGETS.live / KIB),
    'JavaScript, demo': kib(demo.js, BUDGETS.demo / KIB),
    'CSS, live': kib(live.css),
    'CSS, demo': kib(demo.css),
  };
}

function main(): void {
  const sizes = measureSizes(process.env['CONSOLE_DIST']);
  const row = (name: 'live' | 'demo') => ({
    'JavaScript KiB': +(sizes[name].js / KIB).toFixed(1),
    'budget KiB': BUDGETS[name] / KIB,
    'CSS KiB': +(sizes[name].css / KIB).toFixed(1),
  });
  console.table({ live: row('live'), demo: row('demo') });
  const over = (['live', 'demo'] as const).filter((name) => sizes[name].js > BUDGETS[name]);
  if (over.length > 0) {
    console.error(`Over budget: ${over.join(', ')}`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
