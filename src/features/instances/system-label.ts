import type { Instance } from '@/api/ecs/instances';
import type { OsType } from '@/domain/command-type';
import { parseSystem, type SystemFamily } from '@/domain/systems';

type NamedSystem = Pick<Instance, 'OSName' | 'OSNameEn' | 'OSType'>;

/** Families whose full name would not fit into a column. */
const SHORT_NAMES: Partial<Record<SystemFamily, string>> = {
  'Windows Server': 'Windows',
  'SUSE Linux Enterprise Server': 'SLES',
  'Alibaba Cloud Linux': 'Alinux',
};

/** The system type of an instance; what is neither reads as Linux, as the API does with FreeBSD. */
export function osTypeOf({ OSType }: Pick<Instance, 'OSType'>): OsType {
  return OSType === 'windows' ? 'windows' : 'linux';
}

/** The system as the API names it, in the language of the page: `CentOS 7.6 64 bit`. */
export function systemName({ OSName, OSNameEn }: NamedSystem, language: string): string {
  const name = language.startsWith('zh') ? OSName || OSNameEn : OSNameEn || OSName;
  return name.replace(/\s+/g, ' ').trim();
}

/** The system in few words, `CentOS 7.6`; one the console does not know keeps the API's name for it. */
export function systemLabel(instance: NamedSystem, language: string): string {
  const { family, version } = parseSystem(instance.OSName || instance.OSNameEn, osTypeOf(instance));
  if (family === null)
    return systemName(instance, language).replace(/\s*(?:32|64)[\s-]?(?:bits?\b|位).*$/i, '');
  return `${SHORT_NAMES[family] ?? family} ${version}`.trim();
}

/** Whether Cloud Assistant supports the system (manual 5, FAQ). */
export function isSystemSupported(instance: NamedSystem): boolean {
  return parseSystem(instance.OSName || instance.OSNameEn, osTypeOf(instance)).supported;
}
