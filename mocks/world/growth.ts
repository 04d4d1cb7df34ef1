import type { HealthStatus } from '@/domain/health';
import type { ImageKey, MachineType } from './images';
import type { InstanceState, Role } from './instance';
import { Draws, hash32 } from './random';
import type { AgentPlan, Environment, Network, Plan } from './roster';

const APPS = [
  'shop', 'orders', 'pay', 'search', 'media', 'crm', 'iot', 'ads', 'chat', 'login', 'maps', 'mail',
  'stock', 'games', 'news', 'video', 'risk', 'rank', 'data', 'sms', 'cdn', 'docs', 'live', 'bi',
]; // prettier-ignore

interface Tier {
  word: string;
  role: Role;
  images: readonly ImageKey[];
  machines: readonly MachineType[];
}

const TIERS: readonly Tier[] = [
  { word: 'web', role: 'web', images: ['centos7', 'centos8', 'ubuntu22', 'aliyun3'], machines: ['ecs.g6.large', 'ecs.g6.xlarge'] },
  { word: 'api', role: 'api', images: ['ubuntu20', 'ubuntu22', 'ubuntu24', 'aliyun3', 'debian12'], machines: ['ecs.c6.large', 'ecs.c6.xlarge'] },
  { word: 'worker', role: 'batch', images: ['aliyun2', 'aliyun3', 'debian11', 'centos7'], machines: ['ecs.c7.2xlarge', 'ecs.c6.xlarge'] },
  { word: 'cache', role: 'cache', images: ['debian11', 'debian12', 'opensuse15'], machines: ['ecs.r6.large'] },
  { word: 'db', role: 'db', images: ['aliyun3', 'rhel8', 'sles15', 'rhel9'], machines: ['ecs.r6.2xlarge', 'ecs.g7.2xlarge'] },
  { word: 'gw', role: 'gateway', images: ['rhel8', 'debian12', 'aliyun3'], machines: ['ecs.g6.large'] },
  { word: 'runner', role: 'build', images: ['ubuntu18', 'ubuntu22', 'fedora33'], machines: ['ecs.c6.xlarge', 'ecs.t6-c1m2.large'] },
  { word: 'win', role: 'desktop', images: ['win2016', 'win2019', 'win2022'], machines: ['ecs.g6.large', 'ecs.g6.xlarge'] },
]; // prettier-ignore

const ENVIRONMENTS: readonly Environment[] = ['prod', 'prod', 'prod', 'stage', 'dev'];

/** Lifecycle state of a grown fleet's instance and the health that goes with it. */
function condition(draws: Draws): { state: InstanceState; health: HealthStatus } {
  const state = draws.next();
  if (state < 0.04) return { state: 'Stopped', health: 'NotApplicable' };
  if (state < 0.044) return { state: 'Pending', health: 'Initializing' };
  if (state < 0.048) return { state: 'Starting', health: 'Initializing' };
  if (state < 0.052) return { state: 'Stopping', health: 'OK' };
  const health = draws.next();
  if (health < 0.015) return { state: 'Running', health: 'Warning' };
  if (health < 0.023) return { state: 'Running', health: 'Impaired' };
  if (health < 0.03) return { state: 'Running', health: 'Maintaining' };
  if (health < 0.037) return { state: 'Running', health: 'InsufficientData' };
  return { state: 'Running', health: 'OK' };
}

function agentPlan(draws: Draws): AgentPlan {
  const value = draws.next();
  if (value < 0.03) return 'offline';
  if (value < 0.05) return 'missing';
  return value < 0.1 ? 'old' : 'current';
}

/** `count` further plans for a region whose company has grown: services of 4 to 40 alike instances each. */
export function growFleet(seed: number, regionId: string, count: number): Plan[] {
  const draws = new Draws(hash32(`${seed}/${regionId}/growth`));
  const numbers = new Map<string, number>();
  const plans: Plan[] = [];
  while (plans.length < count) {
    const tier = draws.pick(TIERS);
    const env = draws.pick(ENVIRONMENTS);
    const app = draws.pick(APPS);
    const image = draws.pick(tier.images);
    const machine = draws.pick(tier.machines);
    const stem = `${app}-${tier.word}-${env}`;
    const usual: Network = env === 'prod' ? 'main' : 'lab';
    for (let left = draws.between(4, 40); left > 0 && plans.length < count; left -= 1) {
      const number = (numbers.get(stem) ?? 0) + 1;
      numbers.set(stem, number);
      const network = draws.chance(0.006) ? 'classic' : usual;
      const name = `${stem}-${String(number).padStart(2, '0')}`;
      plans.push({
        name,
        role: tier.role,
        env,
        app,
        image,
        machine,
        network,
        agent: agentPlan(draws),
        ...condition(draws),
      });
    }
  }
  return plans;
}
