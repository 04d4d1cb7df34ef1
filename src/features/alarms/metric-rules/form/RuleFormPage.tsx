import { useState } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import type { MetricRule } from '@/api/cms/metric-rules';
import { useRegion } from '@/api/region';
import { uniqueId } from '@/api/unique-id';
import { alarmMetric } from '@/domain/metric-alarm-metrics';
import { useTranslation } from '@/i18n/use-translation';
import { PageHead } from '@/ui/PageHead';
import { Skeleton } from '@/ui/Skeleton';
import { useAddress } from '@/ui/use-address';
import { RuleUnread } from '../RuleUnread';
import { useInstanceNames, useRule } from '../queries';
import { unwritable } from '../rule-terms';
import { RuleEditor } from './RuleEditor';
import { emptyRule, formOf } from './rule-form';

/** A new rule (`?metric=…&instance=…` to begin with), a copy of one (`:ruleId/copy`), or one that is there (`:ruleId/edit`). */
export function Component() {
  const { ruleId } = useParams();
  return ruleId === undefined ? <NewRule /> : <KnownRule key={ruleId} ruleId={ruleId} />;
}

function NewRule() {
  const { t } = useTranslation('alarmRules');
  const region = useRegion();
  const [params] = useAddress();
  const instanceId = params.get('instance');
  const names = useInstanceNames(region, instanceId ? [instanceId] : []);
  const [ruleId] = useState(newRuleId);
  const empty = emptyRule(ruleId);
  const metric = alarmMetric(params.get('metric') ?? '');
  // The name comes with the first answer; the form waits for it, as it keeps what it began with.
  if (instanceId && names.isPending) {
    return (
      <>
        <PageHead documentTitle={t('form.newTitle')} title={t('form.newTitle')} lede={t('form.lede')} />
        <Skeleton height={280} />
      </>
    );
  }
  const name = names.data?.get(instanceId ?? '') ?? instanceId ?? '';
  return (
    <RuleEditor
      key={region}
      region={region}
      kind="new"
      title={t('form.newTitle')}
      start={{
        ...empty,
        ...(metric ? { metric: metric.name } : {}),
        ...(metric && metric.quantity !== 'percent' ? { levels: withoutThreshold(empty.levels) } : {}),
        instances: instanceId ? [{ instanceId, name }] : [],
      }}
      rule={null}
      names={names.data ?? NO_NAMES}
    />
  );
}

function withoutThreshold(levels: ReturnType<typeof emptyRule>['levels']) {
  return { ...levels, Warn: { ...levels.Warn, threshold: '' } };
}

/** By the caller, unique (contract 9.2). */
function newRuleId(): string {
  return `metric-${uniqueId()}`;
}

function KnownRule({ ruleId }: { ruleId: string }) {
  const region = useRegion();
  const query = useRule(region, ruleId);
  const ids = [...new Set((query.data?.Resources ?? []).flatMap(({ instanceId }) => instanceId ?? []))];
  const names = useInstanceNames(region, ids);
  const isReady = query.data && !unwritable(query.data) && !(ids.length > 0 && names.isPending);
  // What was written over it stays on screen, whatever becomes of the rule meanwhile.
  const [opened, setOpened] = useState<MetricRule | null>(null);
  if (!opened && isReady && query.data) setOpened(query.data);
  if (!opened) return <RuleUnread region={region} ruleId={ruleId} query={query} />;
  return <Loaded region={region} rule={opened} names={names.data ?? NO_NAMES} />;
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

function Loaded({
  region,
  rule,
  names,
}: {
  region: string;
  rule: MetricRule;
  names: ReadonlyMap<string, string>;
}) {
  const { t } = useTranslation('alarmRules');
  const { pathname } = useLocation();
  const isCopy = pathname.endsWith('/copy');
  const [copyId] = useState(newRuleId);
  const name = rule.RuleName;
  const form = formOf(rule, names);
  return isCopy ? (
    <RuleEditor
      region={region}
      kind={`copy:${rule.RuleId}`}
      title={t('form.copyTitle', { name })}
      rule={null}
      names={names}
      start={{ ...form, ruleId: copyId, name: t('form.copyName', { name }) }}
    />
  ) : (
    <RuleEditor
      region={region}
      kind={`edit:${rule.RuleId}`}
      title={t('form.editTitle', { name })}
      rule={rule}
      names={names}
      start={form}
    />
  );
}
