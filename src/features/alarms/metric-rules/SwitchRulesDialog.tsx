import { useState } from 'react';
import { useApi } from '@/api/ApiContext';
import { toCli } from '@/api/cli';
import type { MetricRule } from '@/api/cms/metric-rules';
import { describeError } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { CliLine } from '@/ui/CliLine';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ErrorNote } from '@/ui/ErrorNote';
import { Id } from '@/ui/Id';
import { toast } from '@/ui/toasts';
import { useRereadRules } from './queries';
import { metricRulePaths } from '../paths';
import { callFor, type RuleAct, type RuleOutcome, switchRules } from './switch-rules';

export interface SwitchRulesDialogProps {
  region: string;
  act: RuleAct;
  /** At least one. */
  rules: readonly Pick<MetricRule, 'RuleId' | 'RuleName'>[];
  /** Called with the IDs on which the act was done. */
  onClose(done: ReadonlySet<string>): void;
}

/** Switches rules on or off, or deletes them: names them first, says afterwards which are as they were and why. */
export function SwitchRulesDialog({ region, act, rules, onClose }: SwitchRulesDialogProps) {
  const { t } = useTranslation('alarmRules');
  const format = useFormat();
  const api = useApi();
  const reread = useRereadRules(region);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, RuleOutcome>>(new Map());
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const remaining = rules.filter(({ RuleId }) => (outcomes.get(RuleId)?.kind ?? 'failed') === 'failed');
  const hasFailed = outcomes.size > 0;
  const figures = (list: readonly { RuleName: string }[]) => ({
    count: list.length,
    number: format.number(list.length),
    name: list[0]?.RuleName ?? '',
  });
  const doneOf = (all: ReadonlyMap<string, RuleOutcome>) =>
    new Set([...all].flatMap(([id, { kind }]) => (kind === 'failed' ? [] : [id])));

  const run = async () => {
    const ids = remaining.map(({ RuleId }) => RuleId);
    setProgress({ done: 0, total: ids.length });
    const fresh = await switchRules(act, ids, callFor(api, region, act), (done) =>
      setProgress({ done, total: ids.length }),
    );
    setProgress(null);
    reread();
    const all = new Map([...outcomes, ...fresh]);
    if ([...fresh.values()].some(({ kind }) => kind === 'failed')) return setOutcomes(all);
    const done = doneOf(all);
    const paths = metricRulePaths(region);
    const [only] = rules;
    toast({
      tone: 'ok',
      title: t(`switch.${act}.done`, figures(rules)),
      link:
        act !== 'delete' && rules.length === 1 && only
          ? { to: paths.rule(only.RuleId), label: t('switch.openRule') }
          : { to: paths.list, label: t('switch.openList') },
    });
    onClose(done);
  };

  return (
    <ConfirmDialog
      open
      onOpenChange={() => {
        if (progress === null) onClose(doneOf(outcomes));
      }}
      width={520}
      danger={act === 'delete'}
      title={hasFailed ? t('switch.failed', figures(remaining)) : t(`switch.${act}.title`, figures(rules))}
      confirmLabel={hasFailed ? t('switch.retry') : t(`switch.${act}.confirm`)}
      cancelLabel={hasFailed ? t('switch.close') : t('switch.keep')}
      busy={progress ? t('switch.working', { done: progress.done, total: progress.total }) : false}
      onConfirm={() => void run()}
    >
      {hasFailed ? null : <p>{t(`switch.${act}.body`)}</p>}
      <ul
        aria-label={t('switch.rules')}
        className="flex max-h-60 flex-col gap-1 overflow-auto rounded-md bg-panel px-3 py-2"
      >
        {remaining.map((rule) => (
          <Item key={rule.RuleId} rule={rule} outcome={outcomes.get(rule.RuleId)} />
        ))}
      </ul>
      <CliLine line={cliOf(region, act, remaining)} />
    </ConfirmDialog>
  );
}

const ACTIONS = {
  enable: 'EnableMetricRules',
  disable: 'DisableMetricRules',
  delete: 'DeleteMetricRules',
} as const satisfies Record<RuleAct, string>;

function cliOf(region: string, act: RuleAct, rules: readonly { RuleId: string }[]): string {
  const ids = rules.map(({ RuleId }) => RuleId);
  return toCli('cms', ACTIONS[act], { RegionId: region, [act === 'delete' ? 'Id' : 'RuleId']: ids });
}

/** One rule, with the reason why nothing came of it. */
function Item({
  rule,
  outcome,
}: {
  rule: Pick<MetricRule, 'RuleId' | 'RuleName'>;
  outcome: RuleOutcome | undefined;
}) {
  const { t } = useTranslation('errors');
  const error = outcome?.kind === 'failed' ? describeError(outcome.error, t) : null;
  return (
    <li className="flex flex-col gap-1">
      <span className="flex items-baseline justify-between gap-3 pr-6">
        <b className="min-w-0 truncate" title={rule.RuleName}>
          {rule.RuleName}
        </b>
        <Id value={rule.RuleId} />
      </span>
      {error ? <ErrorNote error={error} /> : null}
    </li>
  );
}
