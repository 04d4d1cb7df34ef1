import { describe, expect, it } from 'vitest';
import { findBrowser, type Machine } from './find-browser';

const PLAYWRIGHTS = '/root/.cache/ms-playwright/chromium-1/chrome';

/** A machine with these executables; apt-get, where it works, adds one. */
function machine({
  has = [],
  env = {},
  isRoot = false,
  packages = {},
}: {
  has?: string[];
  env?: Record<string, string>;
  isRoot?: boolean;
  packages?: Record<string, string>;
} = {}): Machine & { ran: string[] } {
  const executables = new Set(has);
  const ran: string[] = [];
  return {
    ran,
    env: { PATH: '/usr/local/bin:/usr/bin', ...env },
    isExecutable: (path) => executables.has(path),
    playwrights: PLAYWRIGHTS,
    isRoot,
    run(program, args) {
      ran.push([program, ...args].join(' '));
      if (args[0] !== 'install') return;
      const got = Object.entries(packages).find(([name]) => args.includes(name));
      if (!got) throw new Error('E: Unable to locate package');
      executables.add(got[1]);
    },
  };
}

describe('the browser that tests drive', () => {
  it('is the one that CHROMIUM_PATH names, before any other', () => {
    const has = ['/opt/chrome', '/usr/bin/chromium'];
    expect(findBrowser(machine({ has, env: { CHROMIUM_PATH: '/opt/chrome' } }))).toBe('/opt/chrome');
  });

  it('a CHROMIUM_PATH that cannot be executed is told, not passed over', () => {
    const named = machine({ has: ['/usr/bin/chromium'], env: { CHROMIUM_PATH: '/opt/gone' } });
    expect(() => findBrowser(named)).toThrow('CHROMIUM_PATH names /opt/gone, which cannot be executed.');
  });

  it.each([
    [
      'the headless shell before the whole browser',
      ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'],
      1,
    ],
    [
      'Chromium before Chrome, wherever on the path',
      ['/usr/local/bin/google-chrome', '/usr/bin/chromium'],
      1,
    ],
    ['an installed one before Playwright’s own', [PLAYWRIGHTS, '/usr/bin/google-chrome-stable'], 1],
    ['Chrome of a Mac', ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'], 0],
    ['Playwright’s own', [PLAYWRIGHTS], 0],
  ])('is %s', (_what, has, expected) => {
    const here = machine({ has, isRoot: true });
    expect(findBrowser(here)).toBe(has[expected]);
    expect(here.ran).toEqual([]);
  });

  it('is Debian’s package when root has none: the headless shell, or the browser where there is no shell', () => {
    const shell = machine({
      isRoot: true,
      packages: {
        'chromium-headless-shell': '/usr/bin/chromium-headless-shell',
        chromium: '/usr/bin/chromium',
      },
    });
    expect(findBrowser(shell)).toBe('/usr/bin/chromium-headless-shell');
    const whole = machine({ isRoot: true, packages: { chromium: '/usr/bin/chromium' } });
    expect(findBrowser(whole)).toBe('/usr/bin/chromium');
  });

  it.each([
    ['who is not root', machine({ packages: { chromium: '/usr/bin/chromium' } }), 0],
    ['root where no package can be had', machine({ isRoot: true }), 3],
  ])('%s is told what to do, once', (_who, here, tries) => {
    expect(() => findBrowser(here)).toThrow(
      'No browser found. Install Chromium or Google Chrome, or set CHROMIUM_PATH to its executable.',
    );
    expect(here.ran).toHaveLength(tries);
  });
});
