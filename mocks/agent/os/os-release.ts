import type { WorldInstance } from '../../world/instance';
import { familyOf } from './machine';

interface Distribution {
  name: string;
  /** VERSION, given VERSION_ID. */
  version(id: string): string;
  idLike: string;
  home: string;
}

const CODENAMES: Readonly<Record<string, string>> = {
  'ubuntu 12.04': '12.04.5 LTS, Precise Pangolin',
  'ubuntu 14.04': '14.04.6 LTS, Trusty Tahr',
  'ubuntu 16.04': '16.04.7 LTS (Xenial Xerus)',
  'ubuntu 18.04': '18.04.6 LTS (Bionic Beaver)',
  'ubuntu 20.04': '20.04.6 LTS (Focal Fossa)',
  'ubuntu 22.04': '22.04.4 LTS (Jammy Jellyfish)',
  'ubuntu 24.04': '24.04 LTS (Noble Numbat)',
  'debian 7': '7 (wheezy)',
  'debian 8': '8 (jessie)',
  'debian 9': '9 (stretch)',
  'debian 10': '10 (buster)',
  'debian 11': '11 (bullseye)',
  'debian 12': '12 (bookworm)',
  'sles 11.4': '11.4',
  'sles 12.5': '12-SP5',
  'sles 15.5': '15-SP5',
};

const DISTRIBUTIONS: Readonly<Record<string, Distribution>> = {
  centos: of('CentOS Linux', (id) => `${id} (Core)`, 'rhel fedora', 'https://www.centos.org/'),
  rhel: of('Red Hat Enterprise Linux', (id) => id, 'fedora', 'https://www.redhat.com/'),
  rocky: of('Rocky Linux', (id) => `${id} (Blue Onyx)`, 'rhel centos fedora', 'https://rockylinux.org/'),
  alinux: of('Alibaba Cloud Linux', (id) => id, 'rhel fedora centos anolis', 'https://www.aliyun.com/'),
  fedora: of('Fedora', (id) => `${id} (Server Edition)`, '', 'https://fedoraproject.org/'),
  ubuntu: of('Ubuntu', (id) => CODENAMES[`ubuntu ${id}`] ?? id, 'debian', 'https://www.ubuntu.com/'),
  debian: of('Debian GNU/Linux', (id) => CODENAMES[`debian ${id}`] ?? id, '', 'https://www.debian.org/'),
  sles: of('SLES', (id) => CODENAMES[`sles ${id}`] ?? id, 'suse', 'https://www.suse.com/'),
  'opensuse-leap': of('openSUSE Leap', (id) => id, 'suse opensuse', 'https://www.opensuse.org/'),
  coreos: of('Container Linux by CoreOS', (id) => id, '', 'https://coreos.com/'),
};

function of(name: string, version: (id: string) => string, idLike: string, home: string): Distribution {
  return { name, version, idLike, home };
}

/** What a Linux says of itself, e.g. `CentOS Linux 7 (Core)`. */
export function prettyName({ osId, osVersion, osNameEn }: WorldInstance): string {
  const distribution = DISTRIBUTIONS[osId];
  if (distribution === undefined) return osNameEn;
  const version = distribution.version(osVersion);
  // Ubuntu leaves the code name out here.
  return `${distribution.name} ${osId === 'ubuntu' ? version.replace(/,? \(?[A-Z][a-z]+ [A-Z][a-z]+\)?$/, '') : version}`;
}

/** `/etc/os-release`. Systems from before it (CentOS 5 and 6, RHEL 5 and 6) have none: null. */
export function osRelease(instance: WorldInstance): string | null {
  const { osId, osVersion } = instance;
  if ((osId === 'centos' || osId === 'rhel') && Number.parseInt(osVersion, 10) < 7) return null;
  const distribution = DISTRIBUTIONS[osId] ?? of(osId, (id) => id, '', '');
  const fields: [string, string][] = [
    ['NAME', distribution.name],
    ['VERSION', distribution.version(osVersion)],
    ['ID', osId],
    ...(distribution.idLike === '' ? [] : [['ID_LIKE', distribution.idLike] satisfies [string, string]]),
    ['VERSION_ID', osVersion],
    ['PRETTY_NAME', prettyName(instance)],
    ['HOME_URL', distribution.home],
  ];
  const bare = (name: string) =>
    (name === 'ID' || name === 'ID_LIKE') && !/\s/.test(fields.find(([n]) => n === name)?.[1] ?? '');
  return fields.map(([name, value]) => `${name}=${bare(name) ? value : `"${value}"`}\n`).join('');
}

/** The family's older one-line files beside os-release, by path. */
export function releaseFiles(instance: WorldInstance): Readonly<Record<string, string>> {
  const exact =
    /(\d+(?:\.\d+)*)/.exec(instance.osNameEn.replace(/\b(32|64)\b.*$/, ''))?.[1] ?? instance.osVersion;
  const family = familyOf(instance.osId);
  if (instance.osId === 'debian') return { '/etc/debian_version': `${exact}\n` };
  if (instance.osId === 'ubuntu')
    return {
      '/etc/lsb-release': `DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=${instance.osVersion}\nDISTRIB_DESCRIPTION="${prettyName(instance)}"\n`,
    };
  if (family === 'suse')
    return { '/etc/SuSE-release': `${prettyName(instance)} (x86_64)\nVERSION = ${instance.osVersion}\n` };
  if (family !== 'rpm') return {};
  const text = `${DISTRIBUTIONS[instance.osId]?.name ?? instance.osId} release ${exact}${instance.osId === 'centos' ? ' (Core)' : ''}\n`;
  const own = instance.osId === 'centos' ? { '/etc/centos-release': text } : {};
  return { '/etc/redhat-release': text, '/etc/system-release': text, ...own };
}
