import { BLIPS, workAt } from './jobs';
import { noiseAt, waveAt } from './noise';
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

export function emptyLoad(): MinuteLoad {
  return {
    cpu: 0,
    intranetIn: 0,
    intranetOut: 0,
    internetIn: 0,
    internetOut: 0,
    reads: 0,
    writes: 0,
    readBytes: 0,
    writeBytes: 0,
    busy: 0,
  };
}

/** The first minutes after a start: services load, and traffic comes back. */
const BOOT = [
  { cpu: 58, reads: 420, traffic: 0.1 },
  { cpu: 41, reads: 260, traffic: 0.55 },
  { cpu: 18, reads: 60, traffic: 0.9 },
] as const;

/** No machine passes this; a script that wants more waits. */
const FULL_CPU = 100;

/** A factor near 1 that differs from minute to minute. */
function jitter(seed: number, minute: number, by: number): number {
  return 1 + by * noiseAt(seed, minute);
}

/**
 * Writes into `load` what the instance does in a minute: a pure function of its profile, the minute and what happened.
 * @param minute minutes since 1970, UTC
 */
export function readMinute(
  profile: LoadProfile,
  minute: number,
  shape: MinuteShape,
  load: MinuteLoad,
): MinuteLoad {
  const { seed } = profile;
  const local = minute + profile.minutesAhead;
  const wander = 1 + 0.14 * waveAt(seed, minute, 197) + 0.07 * waveAt(seed ^ 0x51ed, minute, 23);
  const users = profile.share * levelAt(profile.rhythm, local) * wander;
  const job = profile.jobs === null ? 0 : workAt(profile.jobs, seed ^ 0x0b5, local);
  const blip = workAt(BLIPS, seed ^ 0xb11b, local);
  const boot = shape.sinceBoot < BOOT.length ? BOOT[shape.sinceBoot]! : null;
  load.busy = users + 0.5 * job + 0.4 * blip;
  readCpu(profile, minute, { users, job, blip, boot, shape }, load);
  readTraffic(profile, minute, { users, job, blip, boot, shape }, load);
  readDisks(profile, minute, { users, job, blip, boot, shape }, load);
  return load;
}

/** What a minute's work consists of. */
interface Work {
  users: number;
  job: number;
  blip: number;
  /** Only while services start. */
  boot: (typeof BOOT)[number] | null;
  shape: MinuteShape;
}

function readCpu(profile: LoadProfile, minute: number, work: Work, load: MinuteLoad): void {
  const { seed } = profile;
  const { job, blip, shape } = work;
  let wanted =
    (profile.cpuIdle + (profile.cpuPeak * work.users) / profile.size) * jitter(seed ^ 0xc0, minute, 0.09);
  if (job > 0) wanted += profile.cpuJob * job * jitter(seed ^ 0xc1, minute, 0.05);
  if (blip > 0) wanted += 28 * blip * jitter(seed ^ 0xc2, minute, 0.3);
  if (shape.script > 0) wanted += 62 * shape.script * jitter(seed ^ 0xc3, minute, 0.12);
  if (work.boot) wanted += work.boot.cpu;
  // Whoever waits for the host does less.
  wanted *= 0.35 + 0.65 * shape.throughput;
  load.cpu = throttled(wanted, FULL_CPU, seed ^ 0xc4, minute);
}

function readTraffic(profile: LoadProfile, minute: number, work: Work, load: MinuteLoad): void {
  const { seed, limitIn, limitOut } = profile;
  const { users, job } = work;
  const passing = work.shape.throughput * (work.boot ? work.boot.traffic : 1);
  const jobs = job > 0 ? profile.intranetJob * job * jitter(seed ^ 0x12, minute, 0.08) : 0;
  load.intranetIn = (profile.intranetIn * users * jitter(seed ^ 0x11, minute, 0.1) + jobs + 6) * passing;
  load.intranetOut =
    (profile.intranetOut * users * jitter(seed ^ 0x13, minute, 0.1) + 0.12 * jobs + 5) * passing;
  const crowd = (users + 0.9 * work.blip) * passing;
  load.internetIn = 0;
  load.internetOut = 0;
  if (limitIn === null || limitOut === null) return;
  const asked = (profile.internetIn * crowd + 2) * jitter(seed ^ 0x21, minute, 0.12);
  const answered = (profile.internetOut * crowd + 3) * jitter(seed ^ 0x23, minute, 0.12);
  load.internetIn = throttled(asked, limitIn, seed ^ 0x22, minute);
  load.internetOut = throttled(answered, limitOut, seed ^ 0x24, minute);
}

function readDisks(profile: LoadProfile, minute: number, work: Work, load: MinuteLoad): void {
  const { seed } = profile;
  const { users, job, shape } = work;
  let reads = profile.reads * users * jitter(seed ^ 0x31, minute, 0.35) + 30 * shape.script;
  let writes = (profile.writes * users + 4) * jitter(seed ^ 0x33, minute, 0.25) + 24 * shape.script;
  if (job > 0) {
    reads += profile.jobReads * job * jitter(seed ^ 0x32, minute, 0.15);
    writes += profile.jobWrites * job * jitter(seed ^ 0x34, minute, 0.15);
  }
  if (work.boot) reads += work.boot.reads;
  load.reads = reads * shape.throughput;
  load.writes = writes * shape.throughput;
  load.readBytes = load.reads * profile.readSize * jitter(seed ^ 0x35, minute, 0.1);
  load.writeBytes = load.writes * profile.writeSize * jitter(seed ^ 0x36, minute, 0.1);
}

/** What gets through where `most` does: at the limit a line is nearly flat. */
function throttled(wanted: number, most: number, seed: number, minute: number): number {
  if (wanted < most * 0.985) return Math.max(0, wanted);
  return Math.min(most, most * 0.99 * jitter(seed, minute, 0.008));
}
