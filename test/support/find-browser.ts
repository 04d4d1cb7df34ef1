import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

/** Chromium as root needs `--no-sandbox`; the rest keeps it quiet on a machine without internet. */
export const BROWSER_ARGS = [
  ...(isRoot ? ['--no-sandbox'] : []),
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
const DEBIAN_PACKAGES = ['chromium-headless-shell', 'chromium'];

/** What the search looks at. */
export interface Machine {
  env: Readonly<Record<string, string | undefined>>;
  isExecutable(path: string): boolean;
  /** Where Playwright would have put a browser of its own. */
  playwrights: string;
  isRoot: boolean;
  /** Runs a program of the system without a word; throws when it is not there or fails. */
  run(program: string, args: readonly string[]): void;
}

const thisMachine: Machine = {
  env: process.env,
  isExecutable(path) {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
  playwrights: chromium.executablePath(),
  isRoot,
  run(program, args) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync(program, args, { stdio: 'ignore', env });
  },
};

/**
 * Path of the browser that tests drive: CHROMIUM_PATH, an installed Chromium or Chrome, Playwright's own, else Debian's
 * package when root.
 * @throws Error that says what to do when there is none
 */
export function findBrowser(machine: Machine = thisMachine): string {
  const asked = machine.env['CHROMIUM_PATH'];
  if (asked) {
    if (machine.isExecutable(asked)) return asked;
    throw new Error(`CHROMIUM_PATH names ${asked}, which cannot be executed.`);
  }
  const found =
    installed(machine) ?? playwrights(machine) ?? (machine.isRoot ? fromDebian(machine) : undefined);
  if (found) return found;
  throw new Error(
    'No browser found. Install Chromium or Google Chrome, or set CHROMIUM_PATH to its executable.',
  );
}

function installed({ env, isExecutable }: Machine): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...MAC].find(isExecutable);
}

function playwrights({ playwrights: path, isExecutable }: Machine): string | undefined {
  return isExecutable(path) ? path : undefined;
}

/** Installs the first package there is; without one, or without apt-get, nothing is found. */
function fromDebian(machine: Machine): string | undefined {
  const runs = (...args: string[]): boolean => {
    try {
      machine.run('apt-get', args);
      return true;
    } catch {
      return false;
    }
  };
  // Old lists may do where the update fails.
  runs('update', '-qq');
  const got = DEBIAN_PACKAGES.some((name) => runs('install', '-y', '-qq', name, 'fonts-noto-cjk'));
  return got ? installed(machine) : undefined;
}
