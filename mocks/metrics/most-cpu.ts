import { BLIPS, mostWork } from './jobs';
import { BLIP_SALT, CPU_PARTS, FULL_CPU, JOB_SALT, NEARLY, QUICK, SLOW } from './minute';
import { mostOfWave } from './noise';
import type { LoadProfile } from './profile';
import { mostLevel } from './rhythm';

/**
 * What the CPU of an instance does not exceed in some minutes of nothing but its daily work, %: told from what its minutes are
 * made of, without working out any. Minutes since 1970, UTC, from `first` on, before `end`.
 */
export function mostCpu(profile: LoadProfile, first: number, end: number): number {
  const { seed, share, rhythm, minutesAhead, jobs } = profile;
  const most = ({ salt, minutes, by }: typeof SLOW | typeof QUICK) =>
    by * mostOfWave(seed ^ salt, minutes, first, end);
  const [firstLocal, endLocal] = [first + minutesAhead, end + minutesAhead];
  const users = share * mostLevel(rhythm, firstLocal, endLocal) * (1 + most(SLOW) + most(QUICK));
  const job = jobs ? mostWork(jobs, seed ^ JOB_SALT, firstLocal, endLocal) : 0;
  const blip = mostWork(BLIPS, seed ^ BLIP_SALT, firstLocal, endLocal);
  const wanted =
    (profile.cpuIdle + (profile.cpuPeak * users) / profile.size) * (1 + CPU_PARTS.users.jitter) +
    profile.cpuJob * job * (1 + CPU_PARTS.job.jitter) +
    CPU_PARTS.blip.share * blip * (1 + CPU_PARTS.blip.jitter);
  return wanted < FULL_CPU * NEARLY ? wanted : FULL_CPU;
}
