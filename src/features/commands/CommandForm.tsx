import { useId, useMemo, useRef } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from '@/i18n/use-translation';
import { toCli } from '@/api/cli';
import { createCommandParams } from '@/api/ecs/commands';
import { ApiError } from '@/api/errors';
import { describeError } from '@/api/use-error-text';
import { type CommandDraft, draftProblems } from '@/domain/command-draft';
import { scanParameters } from '@/domain/parameters';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { Note } from '@/ui/Note';
import { RestoredNote } from '@/ui/RestoredNote';
import { Sheet } from '@/ui/Sheet';
import { toast } from '@/ui/toasts';
import { useCommandQuota } from '@/features/cloud-assistant';
import { CommandFields } from './CommandFields';
import { createRequest, FORM_LIMITS } from './command-form';
import { commandPaths } from './command-paths';
import type { DraftKind } from './draft-store';
import { LeaveDialog } from '@/ui/LeaveDialog';
import { useLeaveGuard } from '@/ui/leave-guard';
import { ParametersPanel } from './ParametersPanel';
import { useProblemWords } from './problem-text';
import { useCreateCommand } from './queries';
import { RefusedNote } from './RefusedNote';
import { ScriptField } from './ScriptField';
import { fieldOfRefusal } from './server-errors';
import { useDocumentTitle } from '@/ui/use-document-title';
import { useDone } from '@/ui/use-return';
import { useDraft } from './use-draft';

export interface CommandFormProps {
  region: string;
  kind: DraftKind;
  title: string;
  rest: string;
  /** The button's words. */
  saveLabel: string;
  /** The untouched form. */
  base: CommandDraft;
  /** What the form opens with, unless an unsaved draft was kept. */
  start: CommandDraft;
  /** Whether the script could be read as text without loss. */
  exact: boolean;
  onClose(): void;
}

/** Problems that are told while typing, so that the button can name them too. */
const TOLD_AT_ONCE = new Set(['contentTooLarge', 'tooManyParameters', 'parameterName']);

/** Writes a new command, from nothing or from a saved one (manual 1.2.1, 1.2.4). */
export function CommandForm({
  region,
  kind,
  title,
  rest,
  saveLabel,
  base,
  start,
  exact,
  onClose,
}: CommandFormProps) {
  const { t } = useTranslation('commands');
  const { t: inErrors } = useTranslation('errors');
  const format = useFormat();
  const words = useProblemWords();
  const done = useDone(onClose);
  const formId = useId();
  const nameField = useRef<HTMLElement>(null);
  const draft = useDraft(region, kind, base, start);
  const { form, values, unsaved } = draft;
  const guard = useLeaveGuard(unsaved);
  const create = useCreateCommand(region);
  const quota = useCommandQuota(region);
  useDocumentTitle(title);

  const problems = draftProblems(values, FORM_LIMITS);
  const atOnce = problems.find((problem) => TOLD_AT_ONCE.has(problem.kind));
  const full = quota.used !== null && quota.limit !== null && quota.used >= quota.limit;
  const scan = useMemo(() => scanParameters(values.content), [values.content]);

  const errorOf = (field: keyof CommandDraft): string | undefined => {
    const error = form.formState.errors[field];
    const problem = problems.find((candidate) => candidate.field === field);
    if (field === 'content' && atOnce) return words.draft(atOnce);
    if (!error) return undefined;
    return error.type === 'server' ? error.message : problem && words.draft(problem);
  };

  const send = form.handleSubmit(() => {
    const request = draft.attempt();
    create.mutate(request, {
      onSuccess: ({ CommandId }) => {
        draft.forget();
        guard.release();
        const paths = commandPaths(region);
        toast({
          tone: 'ok',
          title: t('form.createdTitle', { name: request.Name }),
          link: { to: paths.detail(CommandId), label: t('form.createdLink', { name: request.Name }) },
        });
        done(paths.list);
      },
      onError: (error) => {
        const field = error instanceof ApiError ? fieldOfRefusal(error.code) : null;
        if (field === null) return;
        form.setError(field, { type: 'server', message: describeError(error, inErrors).advice });
        form.setFocus(field);
      },
    });
  });

  return (
    <>
      <Sheet
        open
        onOpenChange={() => guard.guard(onClose)}
        title={title}
        rest={t('clause', { text: rest })}
        initialFocus={nameField}
        footer={
          <>
            <CliLine
              className="flex-1"
              label={t('form.cli')}
              line={toCli('ecs', 'CreateCommand', createCommandParams(createRequest(region, values)))}
            />
            <Button variant="quiet" onClick={() => guard.guard(onClose)}>
              {t('form.cancel')}
            </Button>
            <Button
              type="submit"
              form={formId}
              variant="primary"
              writes
              busy={create.isPending && t('form.creating')}
              disabledReason={
                full
                  ? t('list.fullReason', { limit: format.number(quota.limit ?? 0) })
                  : atOnce && words.draft(atOnce)
              }
            >
              {saveLabel}
            </Button>
          </>
        }
      >
        <div className="flex flex-none flex-col gap-2 px-6 empty:hidden">
          {create.error ? <RefusedNote title={t('form.refusedTitle')} error={create.error} /> : null}
          {full ? (
            <Note
              tone="warn"
              title={t('form.quotaTitle', { limit: format.number(quota.limit ?? 0) })}
              action={
                <Button size="sm" onClick={() => guard.guard(onClose)}>
                  {t('form.toList')}
                </Button>
              }
            >
              {t('form.quotaBody')}
            </Note>
          ) : null}
          {exact ? null : (
            <Note tone="warn" title={t('form.notUtf8')}>
              {t('form.notUtf8Body')}
            </Note>
          )}
          {draft.restored && unsaved ? (
            <RestoredNote discardLabel={t('form.discard')} onDiscard={draft.discard}>
              {t('form.restored')}
            </RestoredNote>
          ) : null}
        </div>
        <form
          id={formId}
          noValidate
          onSubmit={(event) => void send(event)}
          className="grid min-h-0 flex-1 grid-cols-[minmax(240px,300px)_minmax(0,1fr)_272px] gap-7 pt-1 pl-6"
        >
          <CommandFields
            form={form}
            values={values}
            errorOf={errorOf}
            nameRef={(field) => {
              nameField.current = field;
            }}
          />
          <section className="min-w-0 overflow-auto pb-3" aria-label={t('form.scriptHeading')}>
            <Controller
              control={form.control}
              name="content"
              render={({ field }) => (
                <ScriptField
                  type={values.type}
                  value={field.value}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  fieldRef={field.ref}
                  scan={values.enableParameter ? scan : null}
                  error={errorOf('content')}
                />
              )}
            />
          </section>
          <div className="-mt-1 min-w-0 overflow-auto rounded-l-md bg-panel px-5 pt-1 pb-3">
            <ParametersPanel
              type={values.type}
              content={values.content}
              scan={scan}
              on={values.enableParameter}
              onToggle={(on) => form.setValue('enableParameter', on, { shouldDirty: true })}
            />
          </div>
        </form>
      </Sheet>
      <LeaveDialog
        guard={guard}
        title={t('leave.title')}
        stayLabel={t('leave.stay')}
        discardLabel={t('leave.discard')}
        keepLabel={t('leave.keep')}
        onDiscard={draft.forget}
      >
        {t('leave.draft')}
      </LeaveDialog>
    </>
  );
}
