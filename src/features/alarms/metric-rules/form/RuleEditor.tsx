import { useMemo, useRef, useState } from 'react';
import { useApi } from '@/api/ApiContext';
import { toCli } from '@/api/cli';
import { type MetricRule, putMetricRuleParams } from '@/api/cms/metric-rules';
import type { AlarmTerms } from '@/domain/metric-alarm';
import { alarmMetric } from '@/domain/metric-alarm-metrics';
import { alarmDoubts, type AlarmProblemKind } from '@/domain/metric-alarm-problems';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { RestoredNote } from '@/ui/RestoredNote';
import { useLeaveGuard } from '@/ui/leave-guard';
import { LeaveDialog } from '@/ui/LeaveDialog';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { toast } from '@/ui/toasts';
import { useDone, useReturn } from '@/ui/use-return';
import { focusFirstWrong } from '../../focus-first-wrong';
import { RefusedNote } from '../../RefusedNote';
import { usePutForm } from '../../use-put-form';
import { type DraftKind, useRowDraft } from '../../use-row-draft';
import { RulePreview } from '../preview/RulePreview';
import { unwritable } from '../rule-terms';
import { readRule, useRereadRules, useSomeInstances } from '../queries';
import { metricRulePaths } from '../../paths';
import { METRIC_RULE_DRAFTS } from './draft-store';
import { LevelFields } from './LevelFields';
import { ReceiverFields } from './ReceiverFields';
import { draftOf, formOf, formProblems, putRequest, type RuleForm, termsOfForm } from './rule-form';
import { isRulePut, sameSaved } from './same-rule';
import { TargetFields } from './TargetFields';
import { useProblemWords } from './use-problem-words';
import { WatchFields } from './WatchFields';

export interface RuleEditorProps {
  region: string;
  kind: DraftKind;
  title: string;
  /** The rule that is edited; null: another is made. */
  rule: MetricRule | null;
  /** Of instances, as far as they are known. */
  names: ReadonlyMap<string, string>;
  start: RuleForm;
}

/** Problems that are told only after somebody tried to save: nobody is scolded for what they have not come to yet. */
const ONLY_AFTER_TRYING: ReadonlySet<AlarmProblemKind> = new Set([
  'nameMissing',
  'groupMissing',
  'instanceMissing',
  'thresholdMissing',
]);

/** Writes a rule, and shows beside it what it would have done on the last day of an instance. */
export function RuleEditor({ region, kind, title, rule, names, start }: RuleEditorProps) {
  const { t } = useTranslation('alarmRules');
  const format = useFormat();
  const words = useProblemWords();
  const api = useApi();
  const paths = metricRulePaths(region);
  const close = useReturn(paths.list);
  const done = useDone(close);
  const reread = useRereadRules(region);
  const draft = useRowDraft(METRIC_RULE_DRAFTS, `${region}:${kind}`, {
    row: rule,
    start,
    draftOf: (fresh) => formOf(fresh, names),
  });
  const { draft: form, change } = draft;
  const guard = useLeaveGuard(draft.unsaved);
  const [hasTried, setHasTried] = useState(false);
  const fields = useRef<HTMLFormElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const some = useSomeInstances(region, form.everything || form.instances.length === 0);
  const isEdit = rule !== null;
  // Others may have made of it what this form cannot write.
  const lost = draft.opened && unwritable(draft.opened);
  const problems = formProblems(form);
  const shown = hasTried ? problems : problems.filter((problem) => !ONLY_AFTER_TRYING.has(problem.kind));
  const errorOf = (...kinds: AlarmProblemKind[]) => {
    const found = shown.find((problem) => kinds.includes(problem.kind));
    return found && words.problem(found);
  };
  const metric = alarmMetric(form.metric) ?? null;
  const request = putRequest(region, form);
  const saving = usePutForm(
    draft,
    {
      // The ID of a new rule is its own: what may be there under it came of an earlier try.
      look: async () => (isEdit ? ((await readRule(api, region, form.ruleId)) ?? undefined) : undefined),
      isSame: sameSaved,
      isDone: (there) => isRulePut(there, form),
      put: () => api.cms.putResourceMetricRule(request),
    },
    reread,
  );
  const termsText = JSON.stringify(termsOfForm(form));
  const terms = useMemo(() => JSON.parse(termsText) as AlarmTerms | null, [termsText]);

  const save = async () => {
    setHasTried(true);
    if (problems.length > 0) return focusFirstWrong(fields.current);
    if (!(await saving.save())) return top.current?.scrollIntoView({ block: 'start' });
    guard.release();
    toast({
      tone: 'ok',
      title: t('form.created', { name: request.RuleName }),
      link: { to: paths.rule(form.ruleId), label: t('form.openRule') },
    });
    done(paths.rule(form.ruleId));
  };

  return (
    <>
      <PageHead documentTitle={title} title={title} lede={t('form.lede')} />
      <form
        ref={fields}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        className="flex min-h-0 flex-1 flex-col"
      >
        <div className="grid flex-1 grid-cols-[minmax(480px,1fr)_minmax(360px,0.82fr)] items-start gap-8 pb-6">
          <div ref={top} className="flex min-w-0 flex-col gap-6">
            {saving.error ? (
              <RefusedNote title={t('form.refused')} unanswered={t('form.unanswered')} error={saving.error} />
            ) : null}
            {lost ? (
              <Note tone="warn" role="alert" title={t('form.turn.changedTitle')}>
                {t(`form.${lost}`)}
              </Note>
            ) : draft.turn === 'changed' || draft.turn === 'gone' ? (
              <Note tone="warn" role="alert" title={t(`form.turn.${draft.turn}Title`)}>
                {t(`form.turn.${draft.turn}`)}
              </Note>
            ) : null}
            {draft.restored ? (
              <RestoredNote discardLabel={t('form.discard')} onDiscard={draft.discard}>
                {t('form.restored')}
              </RestoredNote>
            ) : null}
            <WatchFields
              form={form}
              onChange={change}
              nameError={errorOf('nameMissing', 'nameTooLong')}
              metricError={errorOf('metricMissing')}
              periodError={errorOf('periodUnknown')}
            />
            <LevelFields
              form={form}
              onChange={change}
              problems={shown}
              doubts={alarmDoubts(draftOf(form), metric).map(words.doubt)}
            />
            <TargetFields
              region={region}
              form={form}
              onChange={change}
              error={errorOf('instanceMissing', 'tooManyInstances')}
            />
            <ReceiverFields
              region={region}
              form={form}
              onChange={change}
              groupError={errorOf('groupMissing')}
              silenceError={errorOf('silenceTooShort')}
              windowError={errorOf('windowWrong')}
            />
          </div>
          <aside
            aria-label={t('preview.title')}
            className="sticky top-4 min-w-0 rounded-md bg-panel px-5 pt-4 pb-5"
          >
            <h2 className="mb-3">{t('preview.title')}</h2>
            {metric && terms ? (
              <RulePreview
                region={region}
                metric={metric}
                terms={terms}
                instances={
                  form.everything || form.instances.length === 0 ? (some.data ?? []) : form.instances
                }
              />
            ) : (
              <p className="text-text-muted">{t('preview.incomplete')}</p>
            )}
          </aside>
        </div>
        <div className="sticky bottom-0 z-10 flex flex-none items-center gap-2.5 bg-bg py-2.5">
          <CliLine
            className="min-w-0 flex-1"
            line={toCli('cms', 'PutResourceMetricRule', putMetricRuleParams(request))}
          />
          <Button variant="quiet" onClick={() => guard.guard(close)}>
            {t('form.cancel')}
          </Button>
          <Button
            type="submit"
            variant="primary"
            writes
            busy={saving.busy && t('form.saving')}
            disabledReason={lost ? t('form.compositeTitle') : undefined}
            title={isEdit ? t('form.consequence.edit') : undefined}
          >
            {t(isEdit ? 'form.save' : 'form.create')}
          </Button>
        </div>
        <p className="pb-2 text-right text-xs text-text-muted">
          {isEdit
            ? t('form.consequence.edit')
            : form.groups.length > 0
              ? t('form.consequence.new', { groups: format.list(form.groups) })
              : null}
        </p>
      </form>
      <LeaveDialog
        guard={guard}
        title={t('form.leaveTitle')}
        stayLabel={t('form.stay')}
        discardLabel={t('form.leaveDiscard')}
        keepLabel={t('form.leaveKeep')}
        onDiscard={draft.forget}
      >
        {t('form.leave')}
      </LeaveDialog>
    </>
  );
}
