import { useId, useRef } from 'react';
import { Link } from 'react-router-dom';
import { toCli } from '@/api/cli';
import { putEventRuleParams, putEventRuleTargetsParams } from '@/api/cms/event-rules';
import {
  draftOfRule,
  type EventRuleDraft,
  ruleOfDraft,
  type SavedRule,
  unwritable,
} from '@/domain/event-rule-draft';
import { NO_TARGETS, removedTargets } from '@/domain/event-rule-targets';
import { useTranslation } from '@/i18n/use-translation';
import { Rich } from '@/i18n/Rich';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { LeaveDialog } from '@/ui/LeaveDialog';
import { RestoredNote } from '@/ui/RestoredNote';
import { useLeaveGuard } from '@/ui/leave-guard';
import { Note } from '@/ui/Note';
import { Sheet } from '@/ui/Sheet';
import { toast } from '@/ui/toasts';
import { useDocumentTitle } from '@/ui/use-document-title';
import { useDone } from '@/ui/use-return';
import { eventRulePaths } from '../paths';
import { focusFirstWrong } from '../focus-first-wrong';
import { type DraftKind, useRowDraft } from '../use-row-draft';
import { EVENT_RULE_DRAFTS } from './draft-store';
import { EventsSection } from './EventsSection';
import { useEventNames, useSampleCounts } from './queries';
import { RefusedNote } from '../RefusedNote';
import { RuleFields } from './RuleFields';
import { SamplePanel } from './SamplePanel';
import { TargetsSection } from './TargetsSection';
import { TextPreview } from './TextPreview';
import { useFormProblems } from './use-form-problems';
import { useSaveRule } from './use-save-rule';

export interface RuleFormProps {
  region: string;
  kind: DraftKind;
  title: string;
  rest: string;
  /** The rule that is edited; null: another is made. */
  saved: SavedRule | null;
  start: EventRuleDraft;
  onClose(): void;
}

/** Writes an event rule and whom it tells (manual 2.4.1): two calls that are shown, and fail, as a whole. */
export function RuleForm({ region, kind, title, rest, saved, start, onClose }: RuleFormProps) {
  const { t } = useTranslation('eventRules');
  const done = useDone(onClose);
  const formId = useId();
  const nameField = useRef<HTMLElement>(null);
  const fields = useRef<HTMLFormElement>(null);
  const isNew = saved === null;
  const form = useRowDraft(EVENT_RULE_DRAFTS, kind, { row: saved, start, draftOf: draftOfRule });
  const { draft, change, opened, unsaved, restored, turn, discard, forget } = form;
  const problems = useFormProblems(draft, !isNew);
  const saving = useSaveRule(region, opened);
  // Others may have made of it what this form cannot write.
  const lost = opened && unwritable(opened.rule);
  const before = opened?.targets ?? NO_TARGETS;
  const guard = useLeaveGuard(unsaved);
  const names = useEventNames(region);
  const counts = useSampleCounts(region);
  const paths = eventRulePaths(region);
  useDocumentTitle(title);

  const { contacts, webhooks } = draft;
  const rule = ruleOfDraft(draft);
  const gone = removedTargets(before, { contacts, webhooks, others: [] });
  const target = { RegionId: region, RuleName: rule.name };
  const cli = [
    toCli('cms', 'PutEventRule', putEventRuleParams(region, rule)),
    ...(gone.length > 0 ? [toCli('cms', 'DeleteEventRuleTargets', { ...target, Ids: gone })] : []),
    toCli('cms', 'PutEventRuleTargets', putEventRuleTargetsParams({ ...target, contacts, webhooks })),
  ].join('\n');

  const submit = async () => {
    if (!problems.check()) return focusFirstWrong(fields.current);
    form.retry();
    const outcome = await saving.save(draft);
    if (!outcome || !form.settle(outcome)) return;
    guard.release();
    toast({
      tone: 'ok',
      title: t(isNew ? 'form.created' : 'form.saved', { name: rule.name }),
      link: { to: paths.found(rule.name), label: t('form.show') },
    });
    if (isNew) done(paths.list);
    else onClose();
  };
  const { failed, isRuleSaved } = saving;
  const onlyTargets = failed !== null && isRuleSaved && failed.step !== 'rule';

  return (
    <>
      <Sheet
        open
        onOpenChange={() => guard.guard(onClose)}
        title={title}
        rest={rest}
        initialFocus={nameField}
        footer={
          <>
            <CliLine className="flex-1" line={cli} />
            <Button variant="quiet" onClick={() => guard.guard(onClose)}>
              {t('form.cancel')}
            </Button>
            <Button
              type="submit"
              form={formId}
              variant="primary"
              writes
              busy={saving.step !== null && t(`form.step.${saving.step}`)}
              disabledReason={lost ? t('unwritable.title') : undefined}
            >
              {t(onlyTargets ? 'form.targetsAgain' : isNew ? 'form.create' : 'form.save')}
            </Button>
          </>
        }
      >
        <div className="flex flex-none flex-col gap-2 px-6 pb-2 empty:hidden">
          {failed ? (
            <RefusedNote
              title={t(
                onlyTargets
                  ? failed.step === 'removed'
                    ? 'form.removedRefused'
                    : 'form.targetsRefused'
                  : 'form.refused',
                { name: rule.name },
              )}
              unanswered={t(onlyTargets ? 'form.targetsUnanswered' : 'form.unanswered', { name: rule.name })}
              error={failed.error}
            />
          ) : null}
          {lost ? (
            <Note tone="warn" role="alert" title={t('form.turn.changedTitle')}>
              {t(`unwritable.${lost}`)}
            </Note>
          ) : turn === 'taken' ? (
            <Note tone="danger" role="alert" title={t('form.taken', { name: rule.name })}>
              <Rich
                text={t('form.takenBody')}
                parts={{ rule: <Link to={paths.edit(rule.name)} className="inline-link" /> }}
              />
            </Note>
          ) : turn ? (
            <Note tone="warn" role="alert" title={t(`form.turn.${turn}Title`)}>
              {t(`form.turn.${turn}`)}
            </Note>
          ) : null}
          {restored ? (
            <RestoredNote discardLabel={t('form.discard')} onDiscard={discard}>
              {t('form.restored')}
            </RestoredNote>
          ) : null}
        </div>
        <form
          ref={fields}
          id={formId}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
          className="grid min-h-0 flex-1 grid-cols-[minmax(260px,0.8fr)_minmax(420px,1.5fr)_288px] gap-7 pt-1 pl-6"
        >
          <div className="-ml-0.5 flex min-w-0 flex-col gap-5 overflow-auto pr-1 pb-4 pl-0.5">
            <RuleFields
              draft={draft}
              change={change}
              isNew={isNew}
              problems={problems}
              nameRef={(field) => {
                nameField.current = field;
              }}
            />
            <TargetsSection
              region={region}
              draft={draft}
              change={change}
              before={before}
              problems={problems}
            />
          </div>
          <EventsSection
            isNew={isNew}
            draft={draft}
            change={change}
            names={names}
            counts={counts.data}
            problem={problems.of('names')}
          />
          <div className="-mt-1 flex min-w-0 flex-col gap-6 overflow-auto rounded-l-md bg-panel px-5 pt-1 pb-4">
            <SamplePanel region={region} draft={draft} />
            <TextPreview region={region} draft={draft} />
          </div>
        </form>
      </Sheet>
      <LeaveDialog
        guard={guard}
        title={t('leave.title')}
        stayLabel={t('leave.stay')}
        discardLabel={t('leave.discard')}
        keepLabel={t('leave.keep')}
        onDiscard={forget}
      >
        {t('leave.body')}
      </LeaveDialog>
    </>
  );
}
