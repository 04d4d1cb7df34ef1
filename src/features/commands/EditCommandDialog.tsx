import { useId, useRef } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { toCli } from '@/api/cli';
import type { Command } from '@/api/ecs/commands';
import { ApiError } from '@/api/errors';
import { describeError } from '@/api/use-error-text';
import { type CommandDraft, draftProblems } from '@/domain/command-draft';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { Dialog } from '@/ui/Dialog';
import { TextField } from '@/ui/TextField';
import { toast } from '@/ui/toasts';
import { contentOf, draftOf, FORM_LIMITS, modifyRequest } from './command-form';
import { commandPaths } from './command-paths';
import { draftResolver } from './draft-resolver';
import { LeaveDialog } from '@/ui/LeaveDialog';
import { useLeaveGuard } from '@/ui/leave-guard';
import { useProblemWords } from './problem-text';
import { useModifyCommand } from './queries';
import { RefusedNote } from './RefusedNote';
import { fieldOfRefusal } from './server-errors';
import { workingDirOf } from './working-dir';

export interface EditCommandDialogProps {
  region: string;
  command: Command;
  /** Where Copy leads, with the list's query. */
  copyPath: string;
  onClose(): void;
}

const RESOLVER = draftResolver(FORM_LIMITS, ['name', 'description']);

/** Changes name and description, and says why nothing else can change (manual 1.2.4, FAQ). */
export function EditCommandDialog({ region, command, copyPath, onClose }: EditCommandDialogProps) {
  const { t } = useTranslation('commands');
  const { t: inErrors } = useTranslation('errors');
  const words = useProblemWords();
  const formId = useId();
  const nameField = useRef<HTMLInputElement>(null);
  const saved = draftOf(command, command.Name);
  const form = useForm<CommandDraft>({ defaultValues: saved, resolver: RESOLVER, mode: 'onTouched' });
  const { name, description } = { ...saved, ...useWatch({ control: form.control }) };
  const changed = name !== command.Name || description !== command.Description;
  const guard = useLeaveGuard(changed);
  const modify = useModifyCommand(region);
  const request = modifyRequest(region, command.CommandId, { name, description });
  const nameInput = form.register('name');

  const errorOf = (field: 'name' | 'description') => {
    const error = form.formState.errors[field];
    const problem = draftProblems({ ...saved, name, description }, FORM_LIMITS).find(
      (p) => p.field === field,
    );
    if (!error) return undefined;
    return error.type === 'server' ? error.message : problem && words.draft(problem);
  };

  const send = form.handleSubmit(() =>
    modify.mutate(request, {
      onSuccess: () => {
        guard.release();
        toast({
          tone: 'ok',
          title: t('edit.saved', { name: request.Name }),
          link: {
            to: commandPaths(region).detail(command.CommandId),
            label: t('form.createdLink', { name: request.Name }),
          },
        });
        onClose();
      },
      onError: (error) => {
        const field = error instanceof ApiError ? fieldOfRefusal(error.code) : null;
        if (field !== 'name' && field !== 'description') return;
        form.setError(field, { type: 'server', message: describeError(error, inErrors).advice });
        form.setFocus(field);
      },
    }),
  );

  return (
    <>
      <Dialog
        open
        onOpenChange={() => guard.guard(onClose)}
        title={t('edit.title', { name: command.Name })}
        width={620}
        initialFocus={nameField}
        footer={
          <>
            <Button variant="quiet" onClick={() => guard.guard(onClose)}>
              {t('edit.cancel')}
            </Button>
            <Button
              type="submit"
              form={formId}
              variant="primary"
              writes
              busy={modify.isPending && t('edit.saving')}
              disabledReason={changed ? undefined : t('edit.unchanged')}
            >
              {t('edit.save')}
            </Button>
          </>
        }
      >
        {modify.error ? <RefusedNote title={t('edit.refusedTitle')} error={modify.error} /> : null}
        <form
          id={formId}
          noValidate
          className="flex flex-col gap-4 pb-1"
          onSubmit={(event) => {
            event.preventDefault();
            if (changed) void send();
          }}
        >
          <TextField
            {...nameInput}
            ref={(field) => {
              nameInput.ref(field);
              nameField.current = field instanceof HTMLInputElement ? field : null;
            }}
            label={t('form.name')}
            error={errorOf('name')}
          />
          <TextField
            {...form.register('description')}
            multiline
            rows={2}
            label={t('form.description')}
            hint={t('form.optional')}
            error={errorOf('description')}
          />
        </form>
        <FixedFields command={command} copyPath={copyPath} />
        <CliLine label={t('form.cli')} line={toCli('ecs', 'ModifyCommand', request)} />
      </Dialog>
      <LeaveDialog
        guard={guard}
        title={t('leave.title')}
        stayLabel={t('leave.stay')}
        discardLabel={t('leave.discardChanges')}
      >
        {t('leave.edit')}
      </LeaveDialog>
    </>
  );
}

/** What a saved command keeps for good, under one reason. */
function FixedFields({ command, copyPath }: { command: Command; copyPath: string }) {
  const { t } = useTranslation('commands');
  const { t: word } = useTranslation('domain');
  const format = useFormat();
  const type = draftOf(command, '').type;
  const reason = (
    <>
      {t('edit.fixedReason')}
      {format.gap}
      <Link to={copyPath} className="inline-link">
        {t('edit.copyInstead')}
      </Link>
    </>
  );
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="sr-only">{t('edit.fixed')}</legend>
      <div className="grid grid-cols-[130px_minmax(0,1fr)_130px] gap-3 [&_p]:hidden">
        <TextField label={t('form.type')} value={word(`commandType.${type}`)} fixedReason={t('edit.fixed')} />
        <TextField
          label={t('form.workingDir')}
          mono
          value={workingDirOf(command).path}
          fixedReason={t('edit.fixed')}
        />
        <TextField
          label={t('form.timeout')}
          hint={t('form.seconds')}
          value={format.number(command.Timeout)}
          fixedReason={t('edit.fixed')}
        />
      </div>
      <TextField
        label={t('form.content')}
        mono
        multiline
        rows={4}
        value={contentOf(command).text}
        fixedReason={reason}
      />
    </fieldset>
  );
}
