import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Where the built page may send calls besides its own origin: the vendor, or the addresses live mode is built for. */
const CONNECT_SRC = process.env['CONNECT_SRC'] ?? 'https://*.aliyuncs.com';

/**
 * The policy of the built app. Scripts come from our own files only: nothing inline, nothing evaluated.
 * Styles allow inline because positioned menus and virtual rows set style attributes at run time.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  `connect-src 'self' ${CONNECT_SRC}`,
  "img-src 'self' data: blob:",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Puts the policy into the built index.html. Not in dev: the dev server's own client needs inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/**
 * Words are data: the build writes each language into one JSON file, which the module of the language fetches. Parsing
 * JSON is several times cheaper than compiling the same text as a script. In dev and tests the modules stay as written.
 */
function wordsAsData(): Plugin {
  const LANGUAGE_MODULE = /\/src\/i18n\/locales\/([^/]+)\/index\.ts$/;
  return {
    name: 'words-as-data',
    enforce: 'pre',
    apply: 'build',
    load(id) {
      const language = LANGUAGE_MODULE.exec(id)?.[1];
      if (!language) return null;
      const folder = dirname(id);
      const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
      const words = Object.fromEntries(
        files.map((file) => [
          basename(file, '.json'),
          JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown,
        ]),
      );
      const source = JSON.stringify(words);
      const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
      const fileName = `assets/words-${language}-${hash}.json`;
      this.emitFile({ type: 'asset', fileName, source });
      return `
        const answer = await fetch(import.meta.env.BASE_URL + '${fileName}');
        if (!answer.ok) throw new Error('The words did not load: ' + answer.status);
        export const resources = await answer.json();`;
    },
  };
}

/** Our own modules do nothing when loaded but for the entry: what a room's index passes on stays out of who does not use it. */
const isPureModule = (id: string) => /\/src\/(?!main\.tsx)[^?]+\.tsx?$/.test(id);

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What the first page loads: the entry with the frame, and the list of commands. */
const FIRST_PAGE = [here('src/main.tsx'), here('src/features/commands/CommandsPage.tsx')];

/** What starts the demo. */
const EMULATOR = [here('mocks/browser.ts')];

/** A feature's index passes on parts of many pages; whoever imports it uses few of them. */
const FEATURE_INDEX = /\/src\/features\/[^/]+\/index\.ts$/;

interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: string[] } | null;
}

/** Whether some modules import another, directly or through others. */
function reachedFrom(entries: readonly string[]): (id: string, graph: ModuleGraph) => boolean {
  const reached = new Set<string>();
  const visit = (id: string, graph: ModuleGraph): void => {
    if (reached.has(id)) return;
    reached.add(id);
    if (FEATURE_INDEX.test(id)) return;
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) visit(next, graph);
  };
  return (id, graph) => {
    for (const entry of entries) visit(entry, graph);
    return reached.has(id);
  };
}

/**
 * Groups what the first page loads into two files, and nothing else with it: the libraries, so that a release of ours does
 * not renew them, and our own; and the demo's emulator into one. Left alone they are more than a hundred small files, which
 * cost more and compress worse. What the emulator shares with pages stays out of it, so that live mode never loads it.
 */
function startFile(): (id: string, graph: ModuleGraph) => string | null {
  const isFirstPage = reachedFrom(FIRST_PAGE);
  const isEmulator = reachedFrom(EMULATOR);
  return (id, graph) => {
    if (!/\.m?[jt]sx?$/.test(id)) return null;
    if (isFirstPage(id, graph)) return id.includes('/node_modules/') ? 'libraries' : 'first-page';
    return isEmulator(id, graph) && id.includes('/mocks/') ? 'emulator' : null;
  };
}

/** What several pages share is named after one of its modules, and seldom after the one that tells what it is. */
const SHARED_NAMES: Readonly<Record<string, string>> = {
  '/src/features/monitoring/chart/TimeChart.tsx': 'charts',
};

function chunkName({ moduleIds }: { moduleIds: readonly string[] }): string {
  const [, name = '[name]'] =
    Object.entries(SHARED_NAMES).find(([module]) => moduleIds.some((id) => id.endsWith(module))) ?? [];
  return `assets/${name}-[hash].js`;
}

export default defineConfig({
  base: '/',
  plugins: [react(), tailwindcss(), contentSecurityPolicy(), wordsAsData()],
  resolve: { alias: { '@mocks': here('./mocks'), '@': here('./src') } },
  build: {
    manifest: true,
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !isPureModule(id) },
      output: {
        chunkFileNames: chunkName,
        codeSplitting: {
          groups: [{ name: startFile(), debugName: 'start', includeDependenciesRecursively: false }],
        },
      },
    },
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // Inlined files would become data: addresses, which the policy above refuses for fonts and scripts.
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
  test: {
    // Left alone, a machine with two cores gets one worker.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'components',
          testTimeout: 60_000,
          environment: 'jsdom',
          include: ['src/**/*.test.tsx', 'test/components/**/*.test.tsx'],
          setupFiles: ['./test/support/setup-dom.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'logic',
          testTimeout: 20_000,
          environment: 'node',
          // Nothing here leaves traces in a module or a global, so one worker loads the modules once for many files.
          isolate: false,
          include: ['{src,mocks,scripts}/**/*.test.ts', 'test/{contract,support}/**/*.test.ts'],
          exclude: ['src/{ui,app,features}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'page-logic',
          testTimeout: 20_000,
          environment: 'jsdom',
          // A document costs a second to make, these files a tenth; what one leaves in it, the set-up takes away.
          isolate: false,
          include: ['src/{ui,app,features}/**/*.test.ts'],
          setupFiles: ['./test/support/setup-dom.ts'],
        },
      },
    ],
  },
});
