import type { WorldInstance } from '../../world/instance';

/** Package tooling and file layout differ by family. */
export type Family = 'rpm' | 'deb' | 'suse' | 'other';

export interface Account {
  name: string;
  uid: number;
  gid: number;
  comment: string;
  home: string;
  shell: string;
}

/** A daemon of the machine, by its role. */
export interface Service {
  /** systemd unit without `.service`. */
  name: string;
  description: string;
  /** Process title as `ps` shows it. */
  command: string;
  user: string;
  ports: readonly { port: number; local?: boolean }[];
  workers: number;
  /** Share of the machine's memory, of all its processes. */
  memory: number;
  cpu: number;
  packageName: string;
}

/** One Linux server as its own programs see it: the instance plus what follows from it. */
export interface Machine {
  instance: WorldInstance;
  family: Family;
  /** Who runs the script. */
  user: Account;
  accounts: readonly Account[];
  services: readonly Service[];
  /** Units a script started or stopped during this run. */
  unitStates: Map<string, 'active' | 'inactive'>;
}

const DEB = ['debian', 'ubuntu'];
const SUSE = ['sles', 'opensuse-leap', 'opensuse'];
const RPM = ['centos', 'rhel', 'alinux', 'rocky', 'almalinux', 'anolis', 'fedora', 'alios'];

export function familyOf(osId: string): Family {
  if (DEB.includes(osId)) return 'deb';
  if (SUSE.includes(osId)) return 'suse';
  return RPM.includes(osId) ? 'rpm' : 'other';
}
