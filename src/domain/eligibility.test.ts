import { describe, expect, it } from 'vitest';
import { ineligibility, type Candidate, type Ineligibility } from './eligibility';
import { LIMITS } from './limits';

const LINUX: Candidate = {
  instanceId: 'i-bp1aaa',
  status: 'Running',
  osType: 'linux',
  osName: 'CentOS  7.6 64位',
  networkType: 'vpc',
  agent: 'online',
};
const WINDOWS: Candidate = {
  ...LINUX,
  osType: 'windows',
  osName: 'Windows Server  2016 数据中心版 64位中文版',
};

const why = (changes: Partial<Candidate>): Ineligibility | null =>
  ineligibility({ ...LINUX, ...changes }, 'RunShellScript', LIMITS.manual);

describe('which instances can run a command', () => {
  it.each([
    ['RunShellScript', LINUX, null],
    ['RunShellScript', WINDOWS, 'osMismatch'],
    ['RunBatScript', WINDOWS, null],
    ['RunBatScript', LINUX, 'osMismatch'],
    ['RunPowerShellScript', WINDOWS, null],
    ['RunPowerShellScript', LINUX, 'osMismatch'],
  ] as const)('B2: %s on $osType', (type, candidate, reason) => {
    expect(ineligibility(candidate, type, LIMITS.manual)).toBe(reason);
  });

  it.each(['Pending', 'Starting', 'Stopping', 'Stopped', 'Rebooting'])('B2: not while %s', (status) => {
    expect(why({ status })).toBe('notRunning');
  });

  it('B2: needs an agent that answers; one of unknown state is left to the service', () => {
    expect(why({ agent: 'missing' })).toBe('agentMissing');
    expect(why({ agent: 'offline' })).toBe('agentOffline');
    expect(why({ agent: 'unknown' })).toBeNull();
  });

  it('B2: needs a VPC by the manual, not today', () => {
    expect(why({ networkType: 'classic' })).toBe('notVpc');
    expect(ineligibility({ ...LINUX, networkType: 'classic' }, 'RunShellScript', LIMITS.today)).toBeNull();
  });

  it('B2: needs a supported system', () => {
    expect(why({ osName: 'FreeBSD  12.1 64位' })).toBe('systemUnsupported');
  });

  it('B2: of several reasons the lasting one comes first', () => {
    const worst: Candidate = {
      ...WINDOWS,
      osName: 'Windows Server  2003',
      networkType: 'classic',
      status: 'Stopped',
      agent: 'missing',
    };
    const mended: Partial<Candidate>[] = [
      { osType: 'linux', osName: 'FreeBSD  12.1' },
      { osName: LINUX.osName },
      { networkType: 'vpc' },
      { status: 'Running' },
      { agent: 'offline' },
      { agent: 'online' },
    ];
    const reasons = mended.map((_, step) =>
      ineligibility(
        Object.assign({ ...worst }, ...mended.slice(0, step + 1)),
        'RunShellScript',
        LIMITS.manual,
      ),
    );
    expect(ineligibility(worst, 'RunShellScript', LIMITS.manual)).toBe('osMismatch');
    expect(reasons).toEqual([
      'systemUnsupported',
      'notVpc',
      'notRunning',
      'agentMissing',
      'agentOffline',
      null,
    ]);
  });
});
