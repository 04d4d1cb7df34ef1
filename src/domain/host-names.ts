import type { OsType } from './command-type';

/** How long a host name may be: Windows keeps NetBIOS names. */
const LENGTH = {
  linux: { min: 2, max: 64 },
  windows: { min: 2, max: 15 },
} as const;

const ID_PLACEHOLDER = '${instance_id}';
/** As long as any: what stands for it has to fit. */
const SAMPLE_ID = `i-${'0'.repeat(20)}`;

const SEGMENTS: Readonly<Record<OsType, RegExp>> = {
  linux: /^[a-z\d]+(?:[.-][a-z\d]+)*$/i,
  windows: /^[a-z\d]+(?:-[a-z\d]+)*$/i,
};

/**
 * Whether RunInstances takes a host name, its number already put in (contract 6; the vendor's reference of HostName): letters
 * and digits, parted by single hyphens and, but for Windows, single dots. Windows takes no name of digits alone. The
 * instance's ID may stand in it as `${instance_id}`.
 */
export function isHostName(name: string, osType: OsType): boolean {
  const whole = hostNameFor(name, SAMPLE_ID);
  const { min, max } = LENGTH[osType];
  if (whole.length < min || whole.length > max || !SEGMENTS[osType].test(whole)) return false;
  return osType === 'linux' || /\D/.test(whole);
}

/** The host name of one instance: its ID in place of `${instance_id}`. */
export function hostNameFor(name: string, instanceId: string): string {
  return name.replaceAll(ID_PLACEHOLDER, () => instanceId);
}

/**
 * The system of an image as far as its ID tells: public images are called after theirs, `win2019_…`. Any other is held to
 * the rules of Linux, which allow all that Windows does.
 */
export function osTypeOfImage(imageId: string): OsType {
  return /^win/i.test(imageId.trim()) ? 'windows' : 'linux';
}
