import type { Machine } from '../os/machine';
import { columns, fail, lines, type Answer, type Programs } from './program';

const BASE = [['bash', '4.4.20'], ['coreutils', '8.30'], ['openssl', '1.1.1k'], ['curl', '7.61.1'], ['tar', '1.30'], ['systemd', '239'], ['cloud-init', '23.2']] as const; // prettier-ignore

function installed(machine: Machine): { name: string; version: string }[] {
  const services = machine.services.map(({ packageName }) => ({ name: packageName, version: '1.20.1-1' }));
  return [...BASE.map(([name, version]) => ({ name, version: `${version}-4` })), ...services].toSorted(
    (a, b) => (a.name < b.name ? -1 : 1),
  );
}

function has(machine: Machine, name: string): boolean {
  return installed(machine).some((item) => item.name === name);
}

/** Installing needs a mirror, and the demo has no network: it fails the way the tool fails without one. */
function yum({ machine, args }: { machine: Machine; args: string[] }): Answer {
  const [verb = 'help', ...names] = args.filter((arg) => !arg.startsWith('-'));
  const tag = Number.parseInt(machine.instance.osVersion, 10) || 7;
  if (verb === 'list') {
    const wanted = names.filter((name) => name !== 'installed');
    const rows = installed(machine).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
    if (rows.length === 0) return fail('Error: No matching Packages to list');
    return lines([
      'Installed Packages',
      ...columns(
        rows.map(({ name, version }) => [`${name}.x86_64`, `${version}.el${tag}`, '@base']),
        [],
        2,
      ),
    ]);
  }
  if (['install', 'update', 'upgrade', 'reinstall'].includes(verb)) {
    if (verb === 'install' && names.length > 0 && names.every((name) => has(machine, name)))
      return `${names.map((name) => `Package ${name} is already installed.\n`).join('')}Nothing to do.\n`;
    return fail(
      "Error: Failed to download metadata for repo 'base': Cannot prepare internal mirrorlist: Curl error (6): Couldn't resolve host name (the demo has no network)",
    );
  }
  if (verb === 'repolist') return 'repo id   repo name\nbase      CentOS Base\nepel      Extra Packages\n';
  if (verb === 'clean' || verb === 'makecache')
    return verb === 'clean'
      ? '0 files removed\n'
      : fail('Error: Cannot find a valid baseurl for repo: base (the demo has no network)');
  return fail(`No such command: ${verb}. Please use /usr/bin/yum --help`);
}

function apt({ machine, args }: { machine: Machine; args: string[] }): Answer {
  const [verb = 'help', ...names] = args.filter((arg) => !arg.startsWith('-'));
  if (verb === 'list')
    return lines([
      'Listing...',
      ...installed(machine).map(({ name, version }) => `${name}/now ${version} amd64 [installed]`),
    ]);
  if (verb === 'install') {
    const missing = names.filter((name) => !has(machine, name));
    if (missing.length === 0) return lines(names.map((name) => `${name} is already the newest version.`));
    return fail(lines(missing.map((name) => `E: Unable to locate package ${name}`)), 100);
  }
  if (verb === 'update' || verb === 'upgrade')
    return fail(
      "Err:1 http://mirrors.cloud.aliyuncs.com stable InRelease\n  Temporary failure resolving 'mirrors.cloud.aliyuncs.com' (the demo has no network)\nE: Failed to fetch the package lists",
      100,
    );
  if (verb === 'clean' || verb === 'autoremove') return '';
  return fail(`E: Invalid operation ${verb}`, 100);
}

export const PACKAGES: Programs = {
  yum,
  dnf: yum,
  zypper: ({ machine, args }) =>
    args.includes('se') || args.includes('search')
      ? lines(installed(machine).map(({ name }) => `i | ${name} | package`))
      : fail("Problem retrieving files from 'base': Could not resolve host (the demo has no network)", 106),
  apt,
  'apt-get': apt,
  rpm: ({ machine, args }) => {
    const names = args.filter((arg) => !arg.startsWith('-'));
    if (args.some((arg) => /^-\w*a/.test(arg)) && names.length === 0)
      return lines(installed(machine).map(({ name, version }) => `${name}-${version}.x86_64`));
    if (!args.some((arg) => arg.startsWith('-q'))) return fail('rpm: only queries work in the demo');
    const rows = names.map((name) => installed(machine).find((item) => item.name === name) ?? name);
    return {
      stdout: lines(
        rows.map((row) =>
          typeof row === 'string' ? `package ${row} is not installed` : `${row.name}-${row.version}.x86_64`,
        ),
      ),
      exitCode: rows.filter((row) => typeof row === 'string').length,
    };
  },
  dpkg: ({ machine, args }) => {
    const list = installed(machine);
    const names = args.filter((arg) => !arg.startsWith('-'));
    if (args[0] !== '-l' && args[0] !== '-s' && args[0] !== '--list')
      return fail('dpkg: only queries work in the demo', 2);
    const found = list.filter(({ name }) => names.length === 0 || names.includes(name));
    if (found.length === 0) return fail(`dpkg-query: no packages found matching ${names.join(' ')}`);
    return lines(
      args[0] === '-s'
        ? found.flatMap(({ name, version }) => [
            `Package: ${name}`,
            'Status: install ok installed',
            `Version: ${version}`,
          ])
        : found.map(({ name, version }) => `ii  ${name.padEnd(28)} ${version.padEnd(16)} amd64`),
    );
  },
};
