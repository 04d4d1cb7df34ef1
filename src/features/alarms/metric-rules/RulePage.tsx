import { Copy, History, Pencil, Power, PowerOff, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { toCli } from '@/api/cli';
import type { MetricRule } from '@/api/cms/metric-rules';
import { useRegion } from '@/api/region';
import type { AlarmTerms } from '@/domain/metric-alarm';
import { alarmMetric } from '@/domain/metric-alarm-metrics';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { LinkButton } from '@/ui/LinkButton';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { openedFrom } from '@/ui/use-return';
import { RulePreview } from './preview/RulePreview';
import { useInstanceNames, useRule, useSomeInstances } from './queries';
import { RuleFacts } from './RuleFacts';
import { RuleLog } from './RuleLog';
import { metricRulePaths } from '../paths';
import { termsOf, unwritable } from './rule-terms';
import { RuleUnread } from './RuleUnread';
import type { RuleAct } from './switch-rules';
import { SwitchRulesDialog } from './SwitchRulesDialog';
import { useRuleWords } from './use-rule-words';

/** One metric rule: what it is, what it did on the last day, what it told (I3). */
export function Component() {
  const { ruleId = '' } = useParams();
  const region = useRegion();
  const query = useRule(region, ruleId);
  if (!query.data) return <RuleUnread region={region} ruleId={ruleId} query={query} />;
  return <Detail key={ruleId} region={region} rule={query.data} />;
}

function Detail({ region, rule }: { region: string; rule: MetricRule }) {
  const { t } = useTranslation('alarmRules');
  const words = useRuleWords();
  const navigate = useNavigate();
  const [act, setAct] = useState<RuleAct | null>(null);
  const paths = metricRulePaths(region);
  const why = unwritable(rule);
  const tells = words.groups(rule);
  const opened = openedFrom(paths.rule(rule.RuleId));
  const ids = useMemo(
    () => [...new Set((rule.Resources ?? []).flatMap(({ instanceId }) => instanceId ?? []))],
    [rule.Resources],
  );
  const names = useInstanceNames(region, ids);
  const some = useSomeInstances(region, rule.Resources === null);
  // Those of other regions are known by their IDs only, and their values cannot be asked for here.
  const instances =
    rule.Resources === null
      ? (some.data ?? [])
      : ids.flatMap((instanceId) => {
          const name = names.data?.get(instanceId);
          return name === undefined ? [] : { instanceId, name };
        });
  const metric = alarmMetric(rule.MetricName);
  const termsText = JSON.stringify(termsOf(rule));
  const terms = useMemo(() => JSON.parse(termsText) as AlarmTerms | null, [termsText]);
  return (
    <>
      <PageHead
        documentTitle={`${rule.RuleName} · ${t('list.reading')}`}
        title={rule.RuleName}
        rest={tells ? t('detail.tells', { groups: tells }) : null}
        lede={words.headline(rule)}
        actions={
          <>
            <Button variant="quiet" icon={Trash2} writes onClick={() => setAct('delete')}>
              {t('action.delete')}
            </Button>
            <Button
              variant="quiet"
              icon={rule.EnableState ? PowerOff : Power}
              writes
              onClick={() => setAct(rule.EnableState ? 'disable' : 'enable')}
            >
              {t(rule.EnableState ? 'action.disable' : 'action.enable')}
            </Button>
            <LinkButton
              icon={Copy}
              to={paths.copy(rule.RuleId)}
              state={opened}
              disabledReason={why ? t('form.compositeTitle') : undefined}
            >
              {t('action.copy')}
            </LinkButton>
            <LinkButton
              variant="primary"
              icon={Pencil}
              to={paths.edit(rule.RuleId)}
              state={opened}
              disabledReason={why ? t('form.compositeTitle') : undefined}
            >
              {t('action.edit')}
            </LinkButton>
          </>
        }
      />
      {rule.EnableState ? null : (
        <Note tone="neutral" className="mb-4">
          {t('detail.off')}
        </Note>
      )}
      {why ? (
        <Note tone="info" className="mb-4" title={t('form.compositeTitle')}>
          {t(`form.${why}`)}
        </Note>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)_300px] items-start gap-7 pb-6">
        <div className="flex min-w-0 flex-col gap-6">
          {metric && terms && instances.length > 0 ? (
            <section className="flex flex-col gap-3" aria-label={t('preview.title')}>
              <h2>{t('preview.title')}</h2>
              <RulePreview
                region={region}
                metric={metric}
                terms={terms}
                instances={instances}
                isReal={rule.EnableState}
              />
            </section>
          ) : null}
          <section className="flex flex-col gap-2" aria-label={t('detail.log')}>
            <div className="flex items-baseline gap-3">
              <h2>{t('detail.log')}</h2>
              <span className="text-text-muted">{t('detail.logLede')}</span>
              <span className="flex-1" />
              <LinkButton size="sm" variant="quiet" icon={History} to={paths.history(rule.RuleId)}>
                {t('detail.allLog')}
              </LinkButton>
            </div>
            <RuleLog region={region} ruleId={rule.RuleId} />
          </section>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <RuleFacts region={region} rule={rule} names={names.data} />
          <section className="flex flex-col gap-2" aria-label={t('detail.cli')}>
            <h2>{t('detail.cli')}</h2>
            <CliLine
              line={toCli('cms', 'DescribeMetricRuleList', { RegionId: region, RuleIds: rule.RuleId })}
            />
          </section>
        </div>
      </div>
      {act ? (
        <SwitchRulesDialog
          region={region}
          act={act}
          rules={[rule]}
          onClose={(done) => {
            setAct(null);
            if (act === 'delete' && done.size > 0) void navigate(paths.list, { replace: true });
          }}
        />
      ) : null}
    </>
  );
}
