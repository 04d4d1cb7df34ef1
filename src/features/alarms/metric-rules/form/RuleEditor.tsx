import { useMemo, useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@/api/ApiContext';
import { toCli } from '@/api/cli';
import { putMetricRuleParams, type PutMetricRuleRequest } from '@/api/cms/metric-rules';
import type { AlarmTerms } from '@/domain/metric-alarm';
import { alarmMetric } from '@/domain/metric-alarm-metrics';
import { alarmDoubts, type AlarmProblemKind } from '@/domain/metric-alarm-problems';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { useLeaveGuard } from '@/ui/leave-guard';
import { LeaveDialog } from '@/ui/LeaveDialog';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { toast } from '@/ui/toasts';
import { useReturn } from '@/ui/use-return';
import { RefusedNote } from '../../RefusedNote';
import { type DraftKind, useKeptDraft } from '../../use-kept-draft';
import { RulePreview } from '../preview/RulePreview';
import { useRereadRules, useSomeInstances } from '../queries';
import { metricRulePaths } from '../../paths';
import { METRIC_RULE_DRAFTS } from './draft-store';
import { LevelFields } from './LevelFields';
import { ReceiverFields } from './ReceiverFields';
import { draftOf, formProblems, putRequest, type RuleForm, sameRule, termsOfForm } from './rule-form';
import { TargetFields } from './TargetFields';
import { useProblemWords } from './use-problem-words';
import { WatchFields } from './WatchFields';

export interface RuleEditorProps {
  region: string;
  kind: DraftKind;
  title: string;
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
export function RuleEditor({ region, kind, title, start }: RuleEditorProps) {
  const { t } = useTranslation('alarmRules');
  const format = useFormat();
  const words = useProblemWords();
  const api = useApi();
  const navigate = useNavigate();
  const paths = metricRulePaths(region);
  const close = useReturn(paths.list);
  const reread = useRereadRules(region);
  // What it started from stays the same, whatever is read anew meanwhile.
  const [base] = useState(start);
  const draft = useKeptDraft(METRIC_RULE_DRAFTS, `${region}:${kind}`, base, sameRule);
  const { draft: form, change } = draft;
  const guard = useLeaveGuard(draft.unsaved);
  const [hasTried, setHasTried] = useState(false);
  const nameField = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const some = useSomeInstances(region, form.everything || form.instances.length === 0);
  const put = useMutation({
    mutationFn: (rule: PutMetricRuleRequest) => api.cms.putResourceMetricRule(rule),
  });

  const isEdit = kind.startsWith('edit:');
  const problems = formProblems(form);
  const shown = hasTried ? problems : problems.filter((problem) => !ONLY_AFTER_TRYING.has(problem.kind));
  const errorOf = (...kinds: AlarmProblemKind[]) => {
    const found = shown.find((problem) => kinds.includes(problem.kind));
    return found && words.problem(found);
  };
  const metric = alarmMetric(form.metric) ?? null;
  const request = putRequest(region, form);
  const termsText = JSON.stringify(termsOfForm(form));
  const terms = useMemo(() => JSON.parse(termsText) as AlarmTerms | null, [termsText]);

  const save = async () => {
    setHasTried(true);
    if (problems.length > 0) {
      if (problems[0]!.kind.startsWith('name')) nameField.current?.focus();
      return;
    }
    try {
      await put.mutateAsync(request);
    } catch {
      return; // told above the fields
    }
    guard.release();
    draft.forget();
    reread();
    toast({
      tone: 'ok',
      title: t('form.created', { name: request.RuleName }),
      link: { to: paths.rule(form.ruleId), label: t('form.openRule') },
    });
    void navigate(paths.rule(form.ruleId), { replace: true });
  };

  return (
    <>
      <PageHead documentTitle={title} title={title} lede={t('form.lede')} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        className="flex min-h-0 flex-1 flex-col"
      >
        <div className="grid flex-1 grid-cols-[minmax(480px,1fr)_minmax(360px,0.82fr)] items-start gap-8 pb-6">
          <div className="flex min-w-0 flex-col gap-6">
            {put.error ? (
              <RefusedNote title={t('form.refused')} unanswered={t('form.unanswered')} error={put.error} />
            ) : null}
            {draft.restored ? (
              <Note
                tone="info"
                role="status"
                action={
                  <Button size="sm" onClick={draft.discard}>
                    {t('form.discard')}
                  </Button>
                }
              >
                {t('form.restored')}
              </Note>
            ) : null}
            <WatchFields
              form={form}
              onChange={change}
              nameError={errorOf('nameMissing', 'nameTooLong')}
              nameRef={nameField}
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
            busy={put.isPending && t('form.saving')}
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
