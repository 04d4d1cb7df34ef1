import type { HealthStatus } from '@/domain/health';
import type { ImageKey, MachineType } from './images';
import type { InstanceState, Role } from './instance';

export type Environment = 'prod' | 'stage' | 'dev';
export type Network = 'main' | 'lab' | 'classic';
export type AgentPlan = 'current' | 'old' | 'offline' | 'missing';

/** What a team asked for when it made an instance; `fleet.ts` adds ids, addresses and dates. */
export interface Plan {
  name: string;
  role: Role;
  env: Environment;
  app: string;
  image: ImageKey;
  machine: MachineType;
  network: Network;
  state: InstanceState;
  health: HealthStatus;
  agent: AgentPlan;
}

type Oddity = Partial<Pick<Plan, 'network' | 'state' | 'health' | 'agent'>>;

function plan(
  name: string,
  role: Role,
  env: Environment,
  app: string,
  image: ImageKey,
  machine: MachineType,
  oddity: Oddity = {},
): Plan {
  const network = env === 'prod' ? 'main' : 'lab';
  return {
    name,
    role,
    env,
    app,
    image,
    machine,
    network,
    state: 'Running',
    health: 'OK',
    agent: 'current',
    ...oddity,
  };
}

/**
 * The home region's first instances, written by hand so that every demo has what it needs to show: a web tier to deploy to,
 * Windows machines, and one of each reason why an instance cannot be picked.
 */
export const HOME_ROSTER: readonly Plan[] = [
  plan('web-prod-01', 'web', 'prod', 'shop', 'centos7', 'ecs.g6.large'),
  plan('web-prod-02', 'web', 'prod', 'shop', 'centos7', 'ecs.g6.large'),
  plan('web-prod-03', 'web', 'prod', 'shop', 'centos7', 'ecs.g6.large', { health: 'Warning' }),
  plan('web-prod-04', 'web', 'prod', 'shop', 'centos7', 'ecs.g6.large'),
  plan('web-prod-05', 'web', 'prod', 'shop', 'centos8', 'ecs.g6.large'),
  plan('web-prod-06', 'web', 'prod', 'shop', 'centos8', 'ecs.g6.large', { agent: 'old' }),
  plan('web-prod-07', 'web', 'prod', 'shop', 'centos7', 'ecs.g6.large', {
    state: 'Stopped',
    health: 'NotApplicable',
  }),
  plan('web-prod-08', 'web', 'prod', 'shop', 'centos8', 'ecs.g6.large', {
    state: 'Pending',
    health: 'Initializing',
  }),
  plan('web-stage-01', 'web', 'stage', 'shop', 'debian12', 'ecs.t6-c1m2.large'),
  plan('api-prod-01', 'api', 'prod', 'orders', 'ubuntu22', 'ecs.c6.xlarge'),
  plan('api-prod-02', 'api', 'prod', 'orders', 'ubuntu22', 'ecs.c6.xlarge'),
  plan('api-prod-03', 'api', 'prod', 'orders', 'ubuntu22', 'ecs.c6.xlarge'),
  plan('api-prod-04', 'api', 'prod', 'orders', 'ubuntu24', 'ecs.c6.xlarge'),
  plan('api-stage-01', 'api', 'stage', 'orders', 'ubuntu20', 'ecs.c6.large'),
  plan('api-dev-01', 'api', 'dev', 'orders', 'ubuntu20', 'ecs.t5-lc1m1.small', {
    state: 'Stopping',
    health: 'OK',
  }),
  plan('db-primary-01', 'db', 'prod', 'orders', 'aliyun3', 'ecs.r6.2xlarge'),
  plan('db-replica-01', 'db', 'prod', 'orders', 'aliyun3', 'ecs.r6.2xlarge'),
  plan('db-replica-02', 'db', 'prod', 'orders', 'sles12', 'ecs.r6.2xlarge', { agent: 'offline' }),
  plan('cache-01', 'cache', 'prod', 'shop', 'debian11', 'ecs.r6.large'),
  plan('cache-02', 'cache', 'prod', 'shop', 'debian9', 'ecs.r6.large', { health: 'Impaired' }),
  plan('batch-01', 'batch', 'prod', 'reports', 'aliyun2', 'ecs.c7.2xlarge'),
  plan('batch-02', 'batch', 'prod', 'reports', 'aliyun2', 'ecs.c7.2xlarge', { health: 'Maintaining' }),
  plan('batch-03', 'batch', 'prod', 'reports', 'aliyun2', 'ecs.c7.2xlarge', {
    state: 'Starting',
    health: 'Initializing',
  }),
  plan('gw-01', 'gateway', 'prod', 'edge', 'rhel8', 'ecs.g6.large'),
  plan('ci-runner-01', 'build', 'dev', 'platform', 'ubuntu18', 'ecs.c6.xlarge'),
  plan('ci-runner-02', 'build', 'dev', 'platform', 'sles15', 'ecs.c6.xlarge', {
    agent: 'missing',
    health: 'InsufficientData',
  }),
  plan('legacy-01', 'api', 'prod', 'billing', 'ubuntu16', 'ecs.n4.small', { agent: 'old' }),
  plan('legacy-02', 'db', 'prod', 'billing', 'centos6', 'ecs.n4.small', { network: 'classic' }),
  plan('edge-fbsd-01', 'gateway', 'prod', 'edge', 'freebsd12', 'ecs.c6.large', { agent: 'missing' }),
  plan('win-rdp-01', 'desktop', 'prod', 'office', 'win2016', 'ecs.g6.large'),
  plan('win-rdp-02', 'desktop', 'prod', 'office', 'win2019', 'ecs.g6.large'),
  plan('win-iis-01', 'web', 'prod', 'crm', 'win2012', 'ecs.g6.xlarge', { agent: 'old' }),
  plan('win-iis-02', 'web', 'prod', 'crm', 'win2022', 'ecs.g6.xlarge'),
  plan('win-build-01', 'build', 'dev', 'platform', 'win2019', 'ecs.c6.xlarge'),
];

/** The other regions: smaller, older, and with the systems the home region has outgrown. */
export const OUTPOST_ROSTERS: Readonly<Record<string, readonly Plan[]>> = {
  'cn-beijing': [
    plan('web-bj-prod-01', 'web', 'prod', 'shop', 'aliyun3', 'ecs.g6.large'),
    plan('web-bj-prod-02', 'web', 'prod', 'shop', 'aliyun3', 'ecs.g6.large'),
    plan('api-bj-prod-01', 'api', 'prod', 'orders', 'ubuntu24', 'ecs.c6.xlarge'),
    plan('api-bj-prod-02', 'api', 'prod', 'orders', 'ubuntu24', 'ecs.c6.xlarge', { health: 'Warning' }),
    plan('db-bj-01', 'db', 'prod', 'orders', 'rhel7', 'ecs.r6.2xlarge'),
    plan('cache-bj-01', 'cache', 'prod', 'shop', 'opensuse15', 'ecs.r6.large'),
    plan('win-rdp-bj-01', 'desktop', 'prod', 'office', 'win2008', 'ecs.g6.large', { agent: 'old' }),
    plan('legacy-bj-01', 'batch', 'prod', 'billing', 'centos5', 'ecs.n4.small', {
      network: 'classic',
      agent: 'offline',
    }),
  ],
  'cn-shanghai': [
    plan('app-sh-prod-01', 'api', 'prod', 'crm', 'debian10', 'ecs.c6.large'),
    plan('app-sh-prod-02', 'api', 'prod', 'crm', 'debian8', 'ecs.c6.large'),
    plan('batch-sh-01', 'batch', 'prod', 'reports', 'aliyun17', 'ecs.c7.2xlarge'),
    plan('lab-fedora-01', 'build', 'dev', 'platform', 'fedora33', 'ecs.t6-c1m2.large', { agent: 'missing' }),
    plan('oracle-sh-01', 'db', 'prod', 'billing', 'rhel6', 'ecs.r6.2xlarge'),
  ],
  'cn-shenzhen': [
    plan('iot-gw-01', 'gateway', 'prod', 'iot', 'ubuntu14', 'ecs.c6.large'),
    plan('iot-gw-02', 'gateway', 'prod', 'iot', 'ubuntu12', 'ecs.c6.large', { agent: 'old' }),
    plan('iot-api-01', 'api', 'prod', 'iot', 'coreos', 'ecs.c6.xlarge'),
    plan('win-ad-01', 'desktop', 'prod', 'office', 'win2016', 'ecs.g6.large', {
      state: 'Stopped',
      health: 'NotApplicable',
    }),
  ],
  'cn-hongkong': [
    plan('web-hk-prod-01', 'web', 'prod', 'shop', 'rocky9', 'ecs.g6.large'),
    plan('web-hk-prod-02', 'web', 'prod', 'shop', 'rocky9', 'ecs.g6.large', {
      agent: 'offline',
      health: 'InsufficientData',
    }),
    plan('proxy-hk-01', 'gateway', 'prod', 'edge', 'debian7', 'ecs.c6.large'),
  ],
  'ap-southeast-1': [
    plan('web-sg-prod-01', 'web', 'prod', 'shop', 'ubuntu22', 'ecs.g6.large'),
    plan('web-sg-prod-02', 'web', 'prod', 'shop', 'ubuntu22', 'ecs.g6.large'),
    plan('db-sg-01', 'db', 'prod', 'orders', 'sles15', 'ecs.r6.2xlarge'),
    plan('sap-sg-01', 'db', 'prod', 'billing', 'sles11', 'ecs.r6.2xlarge', { health: 'Impaired' }),
  ],
  'eu-central-1': [
    plan('web-de-prod-01', 'web', 'prod', 'shop', 'rhel9', 'ecs.g6.large'),
    plan('legacy-de-01', 'api', 'prod', 'billing', 'rhel5', 'ecs.n4.small'),
  ],
};
