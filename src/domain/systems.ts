import type { OsType } from './command-type';

/** The families of the manual (1.1, FAQ), then those that took their place on the service since. */
export const SYSTEM_FAMILIES = [
  'Windows Server',
  'Ubuntu',
  'CentOS',
  'Debian',
  'Red Hat',
  'SUSE Linux Enterprise Server',
  'openSUSE',
  'Aliyun Linux',
  'CoreOS',
  'Alibaba Cloud Linux',
  'Anolis OS',
  'AlmaLinux',
  'Rocky Linux',
] as const;
export type SystemFamily = (typeof SYSTEM_FAMILIES)[number];

export interface System {
  /** `null`: a system this console does not know. */
  family: SystemFamily | null;
  /** As written in the name, e.g. `7.6`, `2008 R2`; empty if the name gives none. */
  version: string;
  supported: boolean;
}

interface FamilyRule {
  family: SystemFamily;
  osType: OsType;
  pattern: RegExp;
  /** Oldest major version (year for Windows) the agent supports; 0: any. */
  since: number;
}

/** In order of reading: a name like `CentOS Stream 9` or `Fedora CoreOS` must meet its own rule first. */
const RULES: readonly FamilyRule[] = [
  { family: 'Windows Server', osType: 'windows', pattern: /windows[\s_-]*(?:server)?/, since: 2008 },
  { family: 'Ubuntu', osType: 'linux', pattern: /ubuntu/, since: 12 },
  { family: 'CentOS', osType: 'linux', pattern: /cent\s?os(?:\s+stream)?/, since: 5 },
  { family: 'Debian', osType: 'linux', pattern: /debian/, since: 7 },
  { family: 'Red Hat', osType: 'linux', pattern: /red\s?hat(?:\s+enterprise(?:\s+linux)?)?|rhel/, since: 5 },
  {
    family: 'SUSE Linux Enterprise Server',
    osType: 'linux',
    pattern: /suse\s+linux(?:\s+enterprise(?:\s+server)?)?|sles/,
    since: 11,
  },
  { family: 'openSUSE', osType: 'linux', pattern: /open\s?suse(?:\s+leap)?/, since: 0 },
  {
    family: 'Alibaba Cloud Linux',
    osType: 'linux',
    pattern: /alibaba\s+cloud\s+linux(?:\s+\(aliyun linux\))?/,
    since: 2,
  },
  { family: 'Aliyun Linux', osType: 'linux', pattern: /aliyun\s+linux/, since: 0 },
  { family: 'CoreOS', osType: 'linux', pattern: /core\s?os/, since: 0 },
  { family: 'Anolis OS', osType: 'linux', pattern: /anolis(?:\s?os)?/, since: 0 },
  { family: 'AlmaLinux', osType: 'linux', pattern: /alma\s?linux/, since: 0 },
  { family: 'Rocky Linux', osType: 'linux', pattern: /rocky(?:\s?linux)?/, since: 0 },
];

const VERSION = /(?:^|[\s_-])v?(\d{1,4}(?:\.\d+)*(?:\s+R2)?)(?=$|[\s_,(-])/i;

/**
 * Reads a system from an instance's `OSName`, in any of the spellings the API uses (`CentOS  7.6 64位`,
 * `Windows Server  2016 数据中心版 64位中文版`, `Ubuntu  16.04 64 bit`). Supported are the families of the manual from
 * the release it names on - newer releases count, as the service grew - and their successors of today. A family
 * without a version in its name is taken as supported: the service decides.
 */
export function parseSystem(osName: string, osType: OsType): System {
  const name = osName.toLowerCase();
  for (const rule of RULES) {
    const match = rule.pattern.exec(name);
    if (match === null || rule.osType !== osType) continue;
    const rest = osName.slice(match.index + match[0].length);
    const version = VERSION.exec(withoutBitness(rest))?.[1] ?? '';
    const supported = version === '' || Number.parseInt(version, 10) >= rule.since;
    return { family: rule.family, version, supported };
  }
  return { family: null, version: '', supported: false };
}

/** `64位`, `64 bit`, `64-bit` would be read as a version. */
function withoutBitness(text: string): string {
  return text.replace(/\b(?:32|64)[\s-]?(?:bits?\b|位)/gi, ' ');
}
