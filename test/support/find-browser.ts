import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Chromium as root needs `--no-sandbox`; the rest keeps it quiet on a machine without internet. */
export const BROWSER_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The headless shell first: it draws the same pages without a process for every window of its own. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...MAC].find(isExecutable);
}

function fromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update', '-qq'], quiet);
  execFileSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], quiet);
  return installed();
}

/**
 * Path of the browser that tests drive: CHROMIUM_PATH, an installed Chromium or Chrome, Playwright's own, else Debian's
 * package when root.
 * @throws Error that says what to do when there is none
 */
export function findBrowser(): string {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked) {
    if (isExecutable(asked)) return asked;
    throw new Error(`CHROMIUM_PATH names ${asked}, which cannot be executed.`);
  }
  const bundled = chromium.executablePath();
  const found = installed() ?? (isExecutable(bundled) ? bundled : undefined) ?? fromDebian();
  if (found) return found;
  throw new Error(
    'No browser found. Install Chromium or Google Chrome, or set CHROMIUM_PATH to its executable.',
  );
}
