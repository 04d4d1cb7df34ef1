import { BLIPS, workOf } from './jobs';
import { noiseAt, waveOf } from './noise';
import type { LoadProfile } from './profile';
import { levelAt } from './rhythm';

/** What one instance does in one minute, on average over it. Rates of traffic in kbit/s, of disks per second. */
export interface MinuteLoad {
  /** % of all vCPUs. */
  cpu: number;
  intranetIn: number;
  intranetOut: number;
  internetIn: number;
  internetOut: number;
  reads: number;
  writes: number;
  readBytes: number;
  writeBytes: number;
  /** How busy it is in all, about 0 to 1.5: what memory and connections follow. */
  busy: number;
}

/** What happened to an instance in a minute besides its daily work. */
export interface MinuteShape {
  /** Share of a CPU-hungry script running in it, 0 to 1. */
  script: number;
  /** Throughput left by what impairs it, 0 to 1; usually 1. */
  throughput: number;
  /** Minutes since it was started; only the first few matter. */
  sinceBoot: number;
}

/** The first minutes after a start: services load, and traffic comes back. */
const BOOT = [
  { cpu: 58, reads: 420, traffic: 0.1 },
  { cpu: 41, reads: 260, traffic: 0.55 },
  { cpu: 18, reads: 60, traffic: 0.9 },
] as const;

/** How far a load wanders from its daily course, and in how many minutes; each by a seed of its own. */
export const SLOW = { salt: 0, minutes: 197, by: 0.14 } as const;
export const QUICK = { salt: 0x51ed, minutes: 23, by: 0.07 } as const;
/** The seeds of a profile's work. */
export const JOB_SALT = 0x0b5;
export const BLIP_SALT = 0xb11b;
/** What the CPU does for its users, its jobs and what hits it: how much in %, where the profile does not say, and how unsteadily. */
export const CPU_PARTS = {
  users: { jitter: 0.09 },
  job: { jitter: 0.05 },
  blip: { share: 28, jitter: 0.3 },
} as const;

/** From this share of what there is on, a line is throttled. */
export const NEARLY = 0.985;

/** No machine passes this; a script that wants more waits. */
export const FULL_CPU = 100;

/**
 * What an instance does, minute by minute: a pure function of its profile, the minute and what happened. One object for
 * many minutes, and a value is computed when it is asked for: most metrics need one of them for tens of thousands of minutes.
 */
export class MinuteReader implements MinuteLoad {
  /** To be set for a minute before anything is read of it. */
  readonly shape: MinuteShape = { script: 0, throughput: 1, sinceBoot: Infinity };
  private readonly profile: LoadProfile;
  private readonly slowly: (minute: number) => number;
  private readonly quickly: (minute: number) => number;
  private readonly jobs: ((localMinute: number) => number) | null;
  private readonly blips: (localMinute: number) => number;
  private minute = Number.NaN;
  private known = NOTHING;
  private users = 0;
  private job = 0;
  private blip = 0;
  private readonly values = {
    cpu: 0,
    intranetIn: 0,
    intranetOut: 0,
    internetIn: 0,
    internetOut: 0,
    reads: 0,
    writes: 0,
  };

  constructor(profile: LoadProfile) {
    const { seed, jobs } = profile;
    this.profile = profile;
    this.slowly = waveOf(seed ^ SLOW.salt, SLOW.minutes);
    this.quickly = waveOf(seed ^ QUICK.salt, QUICK.minutes);
    this.jobs = jobs && workOf(jobs, seed ^ JOB_SALT);
    this.blips = workOf(BLIPS, seed ^ BLIP_SALT);
  }

  /** Turns to a minute; minutes since 1970, UTC. */
  turnTo(minute: number): this {
    this.minute = minute;
    this.known = NOTHING;
    return this;
  }

  get busy(): number {
    this.know(WORK);
    return this.users + 0.5 * this.job + 0.4 * this.blip;
  }
  get cpu(): number {
    this.know(CPU);
    return this.values.cpu;
  }
  get intranetIn(): number {
    this.know(TRAFFIC);
    return this.values.intranetIn;
  }
  get intranetOut(): number {
    this.know(TRAFFIC);
    return this.values.intranetOut;
  }
  get internetIn(): number {
    this.know(TRAFFIC);
    return this.values.internetIn;
  }
  get internetOut(): number {
    this.know(TRAFFIC);
    return this.values.internetOut;
  }
  get reads(): number {
    this.know(DISKS);
    return this.values.reads;
  }
  get writes(): number {
    this.know(DISKS);
    return this.values.writes;
  }
  get readBytes(): number {
    return this.reads * this.profile.readSize * this.jitter(0x35, 0.1);
  }
  get writeBytes(): number {
    return this.writes * this.profile.writeSize * this.jitter(0x36, 0.1);
  }

  /** Computes a group of values of this minute unless it is known. */
  private know(group: number): void {
    if ((this.known & group) !== 0) return;
    this.known |= group;
    if (group === WORK) this.readWork();
    else {
      this.know(WORK);
      if (group === CPU) this.readCpu();
      else if (group === TRAFFIC) this.readTraffic();
      else this.readDisks();
    }
  }

  /** A factor near 1 that differs from minute to minute. */
  private jitter(salt: number, by: number): number {
    return 1 + by * noiseAt(this.profile.seed ^ salt, this.minute);
  }

  private get boot(): (typeof BOOT)[number] | undefined {
    return BOOT[this.shape.sinceBoot];
  }

  private readWork(): void {
    const { share, rhythm, minutesAhead } = this.profile;
    const minute = this.minute;
    const local = minute + minutesAhead;
    const wander = 1 + SLOW.by * this.slowly(minute) + QUICK.by * this.quickly(minute);
    this.users = share * levelAt(rhythm, local) * wander;
    this.job = this.jobs === null ? 0 : this.jobs(local);
    this.blip = this.blips(local);
  }

  private readCpu(): void {
    const profile = this.profile;
    const { script, throughput } = this.shape;
    const { users, job, blip } = CPU_PARTS;
    let wanted =
      (profile.cpuIdle + (profile.cpuPeak * this.users) / profile.size) * this.jitter(0xc0, users.jitter);
    if (this.job > 0) wanted += profile.cpuJob * this.job * this.jitter(0xc1, job.jitter);
    if (this.blip > 0) wanted += blip.share * this.blip * this.jitter(0xc2, blip.jitter);
    if (script > 0) wanted += 62 * script * this.jitter(0xc3, 0.12);
    wanted += this.boot?.cpu ?? 0;
    // Whoever waits for the host does less.
    wanted *= 0.35 + 0.65 * throughput;
    this.values.cpu = throttled(wanted, FULL_CPU, profile.seed ^ 0xc4, this.minute);
  }

  private readTraffic(): void {
    const profile = this.profile;
    const { seed, limitIn, limitOut } = profile;
    const users = this.users;
    const job = this.job;
    const passing = this.shape.throughput * (this.boot?.traffic ?? 1);
    const jobs = job > 0 ? profile.intranetJob * job * this.jitter(0x12, 0.08) : 0;
    this.values.intranetIn = (profile.intranetIn * users * this.jitter(0x11, 0.1) + jobs + 6) * passing;
    this.values.intranetOut =
      (profile.intranetOut * users * this.jitter(0x13, 0.1) + 0.12 * jobs + 5) * passing;
    this.values.internetIn = 0;
    this.values.internetOut = 0;
    if (limitIn === null || limitOut === null) return;
    const crowd = (users + 0.9 * this.blip) * passing;
    const asked = (profile.internetIn * crowd + 2) * this.jitter(0x21, 0.12);
    const answered = (profile.internetOut * crowd + 3) * this.jitter(0x23, 0.12);
    this.values.internetIn = throttled(asked, limitIn, seed ^ 0x22, this.minute);
    this.values.internetOut = throttled(answered, limitOut, seed ^ 0x24, this.minute);
  }

  private readDisks(): void {
    const profile = this.profile;
    const { script, throughput } = this.shape;
    const users = this.users;
    const job = this.job;
    let reads = profile.reads * users * this.jitter(0x31, 0.35) + 30 * script;
    let writes = (profile.writes * users + 4) * this.jitter(0x33, 0.25) + 24 * script;
    if (job > 0) {
      reads += profile.jobReads * job * this.jitter(0x32, 0.15);
      writes += profile.jobWrites * job * this.jitter(0x34, 0.15);
    }
    this.values.reads = (reads + (this.boot?.reads ?? 0)) * throughput;
    this.values.writes = writes * throughput;
  }
}

/** Groups of values that are computed together. */
const NOTHING = 0;
const WORK = 1;
const CPU = 2;
const TRAFFIC = 4;
const DISKS = 8;

/** What gets through where `most` does: at the limit a line is nearly flat. */
function throttled(wanted: number, most: number, seed: number, minute: number): number {
  if (wanted < most * NEARLY) return Math.max(0, wanted);
  return Math.min(most, most * 0.99 * (1 + 0.008 * noiseAt(seed, minute)));
}
