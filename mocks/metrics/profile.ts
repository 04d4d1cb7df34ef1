import type { Role, WorldInstance } from '../world/instance';
import { hash32 } from '../world/random';
import { jobsOf } from './jobs';
import type { JobPlan } from './jobs';
import { drawAt } from './noise';
import { hoursAhead, rhythmOf } from './rhythm';
import type { Rhythm } from './rhythm';

/** What a role takes of a middling machine (4 vCPU) when its users are at their busiest. */
interface RoleLoad {
  /** % of the CPU: asleep, added at the peak, added by jobs at full strength. */
  cpuIdle: number;
  cpuPeak: number;
  cpuJob: number;
  /** kbit/s inside: received and sent at the peak, and received by jobs. */
  intranetIn: number;
  intranetOut: number;
  intranetJob: number;
  /** kbit/s outside, for those that have an address. */
  internetIn: number;
  internetOut: number;
  /** Disk operations per second at the peak, and added by jobs. */
  reads: number;
  writes: number;
  jobReads: number;
  jobWrites: number;
  /** Bytes of one operation. */
  readSize: number;
  writeSize: number;
  /** At the peak. */
  connections: number;
}

function roleLoad(
  [cpuIdle, cpuPeak, cpuJob]: readonly [number, number, number],
  [intranetIn, intranetOut, intranetJob]: readonly [number, number, number],
  [internetIn, internetOut]: readonly [number, number],
  [reads, writes, jobReads, jobWrites]: readonly [number, number, number, number],
  [readSize, writeSize]: readonly [number, number],
  connections: number,
): RoleLoad {
  return {
    ...{ cpuIdle, cpuPeak, cpuJob, intranetIn, intranetOut, intranetJob, internetIn, internetOut },
    ...{ reads, writes, jobReads, jobWrites, readSize, writeSize, connections },
  };
}

const LOADS: Readonly<Record<Role, RoleLoad>> = {
  web: roleLoad([3, 39, 30], [5200, 3100, 2000], [900, 4600], [6, 38, 40, 90], [16_000, 9000], 900),
  api: roleLoad([4, 52, 30], [6400, 8200, 2500], [600, 1500], [4, 44, 20, 60], [16_000, 7000], 640),
  db: roleLoad([5, 38, 34], [5600, 14_800, 46_000], [50, 50], [260, 420, 900, 240], [18_000, 12_000], 380),
  cache: roleLoad([3, 24, 12], [9800, 23_000, 4000], [20, 20], [1, 10, 4, 160], [12_000, 48_000], 1400),
  batch: roleLoad([2, 9, 84], [700, 500, 62_000], [40, 40], [3, 12, 420, 380], [96_000, 64_000], 40),
  gateway: roleLoad([3, 30, 20], [11_000, 12_500, 1500], [4200, 4700], [1, 16, 6, 30], [12_000, 6000], 2100),
  build: roleLoad([2, 8, 88], [300, 200, 38_000], [60, 60], [3, 10, 240, 520], [28_000, 24_000], 30),
  desktop: roleLoad([3, 34, 20], [700, 900, 3000], [260, 1900], [22, 26, 120, 90], [26_000, 18_000], 90),
}; // prettier-ignore

/** What shapes one instance's metrics. A pure function of the instance as it was made. */
export interface LoadProfile extends RoleLoad {
  instanceId: string;
  seed: number;
  rhythm: Rhythm;
  jobs: JobPlan | null;
  /** Minutes its users' clocks are ahead of UTC. */
  minutesAhead: number;
  /** How much of the role's usual load comes here. */
  share: number;
  /** How much smaller or larger than a middling machine it is: divides what is a percentage. */
  size: number;
  vcpus: number;
  /** kbit/s; null: no address outside. */
  limitIn: number | null;
  limitOut: number | null;
}

const SHARE_BY_ENVIRONMENT: Readonly<Record<string, number>> = { prod: 1, stage: 0.34, dev: 0.26 };
const KILOBITS = 1024;

/** Mbit/s of every public address of the demo account, as DescribeInstances tells it. */
const BANDWIDTH = { in: 100, out: 5 } as const;

const profiles = new WeakMap<WorldInstance, LoadProfile>();

export function profileOf(instance: WorldInstance): LoadProfile {
  const known = profiles.get(instance);
  if (known) return known;
  const seed = hash32(`${instance.instanceId}/load`);
  const environment = SHARE_BY_ENVIRONMENT[instance.tags['env'] ?? ''] ?? 1;
  const isPublic = instance.publicIp !== null;
  const profile: LoadProfile = {
    ...LOADS[instance.role],
    instanceId: instance.instanceId,
    rhythm: rhythmOf(instance.role),
    jobs: jobsOf(instance.role),
    seed,
    minutesAhead: hoursAhead(instance.regionId) * 60,
    share: environment * (0.72 + 0.62 * drawAt(seed, 1)),
    size: Math.sqrt(instance.cpu / 4),
    vcpus: instance.cpu,
    limitIn: isPublic ? BANDWIDTH.in * KILOBITS : null,
    limitOut: isPublic ? BANDWIDTH.out * KILOBITS : null,
  };
  profiles.set(instance, profile);
  return profile;
}
