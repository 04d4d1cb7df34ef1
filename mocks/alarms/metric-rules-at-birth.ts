import type { AlarmCondition, AlarmTerms } from '@/domain/metric-alarm';
import { DEFAULT_SILENCE_SECONDS } from '@/domain/metric-alarm';
import { hash32 } from '../world/random';
import { BORN_GROUPS } from './contacts-at-birth';
import { HOME_REGION, type World } from '../world/world';
import type { MetricRuleSettings } from './metric-rule-changes';

interface BornRule {
  name: string;
  metricName: string;
  /** Names of instances. */
  on: readonly string[];
  groups: readonly string[];
  daysOld: number;
  terms: Pick<AlarmTerms, 'levels'> & Partial<AlarmTerms>;
}

const atLeast = (threshold: number, times: number): AlarmCondition => ({
  statistic: 'Average',
  operator: 'GreaterThanOrEqualToThreshold',
  threshold,
  times,
});

const USUAL: Omit<AlarmTerms, 'levels'> = {
  periodSeconds: 300,
  silenceSeconds: DEFAULT_SILENCE_SECONDS,
  effective: null,
  ineffective: null,
  noDataPolicy: 'KEEP_LAST_STATE',
  sendOk: true,
};

/** What the account's teams watch when it is first looked at. */
const RULES: readonly BornRule[] = [
  {
    name: 'web-prod-cpu-high',
    metricName: 'CPUUtilization',
    on: ['web-prod-01', 'web-prod-02', 'web-prod-03', 'web-prod-04'],
    groups: [BORN_GROUPS.onCall],
    daysOld: 9,
    terms: { levels: { Critical: atLeast(85, 2), Warn: atLeast(78, 2) }, silenceSeconds: 3600 },
  },
  {
    name: 'batch-cpu-full',
    metricName: 'CPUUtilization',
    on: ['batch-01', 'batch-02'],
    groups: [BORN_GROUPS.onCall],
    daysOld: 6,
    terms: { levels: { Info: atLeast(85, 6) }, silenceSeconds: 6 * 3600 },
  },
  {
    name: 'disk-space-low',
    metricName: 'diskusage_utilization',
    on: ['db-replica-01', 'cache-01', 'api-prod-01', 'gw-01'],
    groups: [BORN_GROUPS.databases, BORN_GROUPS.onCall],
    daysOld: 12,
    terms: { levels: { Critical: atLeast(90, 3), Warn: atLeast(70, 3) } },
  },
  {
    name: 'gateway-bandwidth',
    metricName: 'InternetOutRate_Percent',
    on: ['gw-01', 'web-prod-01', 'web-prod-02'],
    groups: [BORN_GROUPS.onCall],
    daysOld: 4,
    terms: { levels: { Warn: atLeast(93, 2) }, effective: { from: 8 * 60, to: 22 * 60 - 1 } },
  },
];

const DAY = 86_400_000;

/** The rules the account is born with, put before it was; instances by the world as it was then. */
export function bornMetricRules(world: World, bornAt: number): { at: number; rule: MetricRuleSettings }[] {
  const home = world.instances(HOME_REGION);
  return RULES.flatMap(({ name, metricName, on, groups, daysOld, terms }) => {
    const resources = on.flatMap((wanted) =>
      home.flatMap(({ instanceName, instanceId }) => (instanceName === wanted ? [{ instanceId }] : [])),
    );
    if (resources.length === 0) return [];
    const at = Math.floor(bornAt - daysOld * DAY) - (hash32(name) % 86_400) * 1000;
    const ruleId = `metric-${hash32(`${world.seed}/${name}`).toString(16).padStart(8, '0')}`;
    const rule: MetricRuleSettings = {
      ruleId,
      ruleName: name,
      metricName,
      resources,
      terms: { ...USUAL, ...terms },
      contactGroups: groups,
      mailSubject: '',
      webhook: '',
      labels: [],
    };
    return [{ at, rule }];
  }).toSorted((a, b) => a.at - b.at);
}
