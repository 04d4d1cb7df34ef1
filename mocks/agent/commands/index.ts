import type { Command } from 'just-bash';
import type { Machine } from '../os/machine';
import { ACCOUNTS } from './accounts';
import { ARCHIVE } from './archive';
import { BYTE_TOOLS } from './byte-tools';
import { FILE_FACTS } from './file-facts';
import { FILE_TOOLS } from './file-tools';
import { HARDWARE } from './hardware';
import { IDENTITY } from './identity';
import { LISTING } from './listing';
import { MEMORY_AND_DISK } from './memory-and-disk';
import { NETWORK } from './network';
import { PACKAGES } from './packages';
import { PROCESSES } from './processes';
import { SERVICES } from './services';
import { SHELL_TOOLS } from './shell-tools';
import { TIME } from './time';
import { type Programs, toCommand } from './program';

const PROGRAMS: Programs = {
  ...ACCOUNTS,
  ...ARCHIVE,
  ...BYTE_TOOLS,
  ...FILE_FACTS,
  ...FILE_TOOLS,
  ...HARDWARE,
  ...IDENTITY,
  ...LISTING,
  ...MEMORY_AND_DISK,
  ...NETWORK,
  ...PACKAGES,
  ...PROCESSES,
  ...SERVICES,
  ...SHELL_TOOLS,
  ...TIME,
};

/** Programs that only some families have: elsewhere they are not found, as on a real server. */
const ONLY_ON: Readonly<Record<string, readonly Machine['family'][]>> = {
  yum: ['rpm'],
  dnf: ['rpm'],
  rpm: ['rpm', 'suse'],
  zypper: ['suse'],
  apt: ['deb'],
  'apt-get': ['deb'],
  'apt-cache': ['deb'],
  dpkg: ['deb'],
  'dpkg-query': ['deb'],
  lsb_release: ['deb'],
};

/** Programs that come with a service. */
const ONLY_WITH: Readonly<Record<string, string>> = { nginx: 'nginx', docker: 'docker' };

/** Every program just-bash lacks or answers without knowing the instance. `worldNow` in epoch ms. */
export function machineCommands(machine: Machine, worldNow: () => number): Command[] {
  return Object.entries(PROGRAMS)
    .filter(([name]) => ONLY_ON[name]?.includes(machine.family) ?? true)
    .filter(([name]) => {
      const service = ONLY_WITH[name];
      return service === undefined || machine.services.some((candidate) => candidate.name === service);
    })
    .map(([name, program]) => toCommand(name, program, machine, worldNow));
}
