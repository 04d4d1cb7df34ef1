import { useQueryClient } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { unansweredBy } from '@/api/attempt';
import { toCli } from '@/api/cli';
import { runCommandParams } from '@/api/ecs/invocations';
import { keys } from '@/api/query-keys';
import { describeError } from '@/api/use-error-text';
import { draftProblemText } from '@/domain/problem-texts';
import { batchRunPath } from '@/features/batches';
import { useCommandQuota, useRunQuota } from '@/features/cloud-assistant';
import { usePendingEvents } from '@/features/events';
import { InstancePicker } from '@/features/instances';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { LeaveDialog } from '@/ui/LeaveDialog';
import { useLeaveGuard } from '@/ui/leave-guard';
import { Sheet } from '@/ui/Sheet';
import { toast } from '@/ui/toasts';
import { useNow } from '@/ui/use-now';
import { callsOf } from '../split/batch-settings';
import { BatchCli } from '../split/BatchCli';
import { BatchSection } from '../split/BatchSection';
import { scriptTemplate } from '../split/run-template';
import { UnkeptNote } from '../split/UnkeptNote';
import { MOST_PICKED, useBatching } from '../split/use-batching';
import { useStartBatches } from '../split/use-start-batches';
import { CheckAction } from '../CheckAction';
import { useCheckWords } from '../check-words';
import { ParameterFields } from '../ParameterFields';
import { PreflightPanel } from '../PreflightPanel';
import { preflight } from '../preflight';
import { restartsWithin, runWindow } from '../restarts';
import { runPaths } from '../run-paths';
import { pairsOf, RUN_LIMITS } from '../run-request';
import { SendNote } from '../SendNote';
import { UnfitNote } from '../UnfitNote';
import { useCtrlEnter } from '../use-ctrl-enter';
import { useFitness } from '../use-fitness';
import { useRunDraft } from '../use-run-draft';
import { useSend } from '../use-send';
import { RecentMenu } from './RecentMenu';
import { rememberScript } from './recent-scripts';
import { ScriptEditor } from './ScriptEditor';
import { ScriptFields } from './ScriptFields';
import { runnableOfScript, scriptChecks, type ScriptDraft, scriptProblems } from './script-draft';
import { scriptRequest } from './script-request';
import { useScriptDraft } from './use-script-draft';

/** Stands for the command's ID where the choices are kept: no ID of the service looks like it. */
const ONE_OFF = 'one-off script';
const NO_RUNS: readonly never[] = [];

export interface ScriptSheetProps {
  region: string;
  onClose(): void;
}

const NO_VALUES = {};

/** A script and where it runs, once and now; what is known beforehand; and the button (contract 5, RunCommand). */
export function ScriptSheet({ region, onClose }: ScriptSheetProps) {
  const { t } = useTranslation('run');
  const { t: inErrors } = useTranslation('errors');
  const { t: inDomain } = useTranslation('domain');
  const format = useFormat();
  const words = useCheckWords();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const paths = runPaths(region);
  const allRecords = `/${region}/invocations`;
  const { draft: script, change, forget } = useScriptDraft(region);
  const draft = useRunDraft(region, ONE_OFF, NO_VALUES);
  const guard = useLeaveGuard(draft.unsaved || script.content !== '');
  const fitness = useFitness(region, script.type, draft);
  const runQuota = useRunQuota(region);
  const commandQuota = useCommandQuota(region);
  const events = usePendingEvents(region).data ?? NO_RUNS;
  const now = useNow(null);
  const editor = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const instances = useMemo(() => [...draft.selected.values()], [draft.selected]);
  const ids = useMemo(() => instances.map(({ instanceId }) => instanceId), [instances]);
  const batching = useBatching(draft.batches, ids, false);
  const { shape } = batching;
  const command = runnableOfScript(script, script.keep ? script.name.trim() : t('script.noun'));
  const parameters = pairsOf(command.parameterNames, draft.values);
  const request = scriptRequest(region, script, ids, parameters);
  const problems = scriptProblems(script);
  const errorOf = (field: keyof ScriptDraft) => {
    const problem = problems.find((one) => one.field === field && one.kind !== 'required');
    if (!problem) return undefined;
    const { key, values } = draftProblemText(problem);
    return inDomain(key, values);
  };
  const { selected, setSelected } = draft;
  // Typing the script must not draw the table anew.
  const picker = useMemo(
    () => (
      <InstancePicker
        region={region}
        commandType={script.type}
        limits={RUN_LIMITS}
        maximum={MOST_PICKED}
        selected={selected}
        onChange={(next) => setSelected(() => next)}
      />
    ),
    [region, script.type, selected, setSelected],
  );
  const [first] = instances;
  const figures = { count: ids.length, number: format.number(ids.length), instance: first?.name };

  const leaveWithout = () => {
    draft.forget();
    forget();
  };
  const sending = useSend<typeof request>({
    region,
    type: script.type,
    call: (api, sent) => api.ecs.runCommand(sent),
    begin: draft.begin,
    refused: draft.refused,
    unfit: fitness.found,
    sent: (invokeId, here) => {
      rememberScript(script);
      leaveWithout();
      guard.release();
      if (script.keep) void cache.invalidateQueries({ queryKey: keys.commands.all(region) });
      const record = invokeId === '' ? allRecords : paths.record(invokeId);
      const saved = script.keep ? t('script.saved', { name: script.name.trim() }) : undefined;
      toast({
        tone: 'ok',
        title: t('script.sent', figures),
        body: saved,
        link: { to: record, label: t('sent.link') },
      });
      if (here) void navigate(record);
    },
    lost: (how, error) =>
      toast({
        tone: 'danger',
        title: t('script.away'),
        body: t('failed.awayBody', { how: t(`failed.${how}`), title: describeError(error, inErrors).title }),
        link: { to: allRecords, label: t('script.toRecords') },
      }),
  });

  const starting = useStartBatches({
    unfit: fitness.found,
    started: (runId) => {
      rememberScript(script);
      leaveWithout();
      guard.release();
      void navigate(batchRunPath(region, runId));
    },
  });
  const { state, busy } = batching.isOn ? starting : sending;

  const unanswered = batching.isOn ? null : unansweredBy(draft.attempt, request);
  // After a change, trying again would be another run: the note no longer holds, a line of the preflight takes over.
  const failure =
    state.phase === 'failed' && (state.how !== 'unanswered' || unanswered === 'same') ? state : null;
  const checks = [
    ...scriptChecks(script, commandQuota),
    ...preflight({
      command,
      exists: true,
      instanceIds: ids,
      unfit: fitness.unfit,
      checking: fitness.checking,
      parameters,
      limits: RUN_LIMITS,
      quota: runQuota,
      sameRuns: NO_RUNS,
      restarts: restartsWithin(
        events,
        ids,
        now,
        runWindow(command.timeoutSeconds, shape?.sizes.length ?? 1, false),
      ),
      batches: batching.isOn ? callsOf(shape) : null,
      unanswered: busy || failure?.how === 'unanswered' ? null : unanswered,
    }),
  ];
  const blocker = checks.find((check) => check.blocks);
  const unfit = checks.find((check) => check.kind === 'unfit');
  const nameOf = (id: string) => draft.selected.get(id)?.name ?? id;

  const send = () => {
    if (blocker || guard.asking) button.current?.focus();
    else if (!shape) void sending.send(request);
    else {
      const name = script.keep ? script.name.trim() : '';
      const commandType = script.type;
      void starting.start({ region, name, commandType, instances, ...scriptTemplate(request), ...shape });
    }
  };
  useCtrlEnter(send);
  const leaveOut = () => {
    const out = new Set(unfit?.instances.map(([id]) => id));
    draft.setSelected((now) => new Map([...now].filter(([id]) => !out.has(id))));
  };
  const recall = (recalled: ScriptDraft) => {
    // What is being written can be recalled in turn: nothing is lost.
    rememberScript(script);
    change({ ...recalled, name: script.name, keep: script.keep });
    editor.current?.querySelector<HTMLElement>('.cm-content')?.focus();
  };

  return (
    <>
      <Sheet
        open
        onOpenChange={() => guard.guard(onClose)}
        title={ids.length === 1 ? t('script.titleSingle', figures) : t('script.title', figures)}
        rest={t('script.rest')}
        headerActions={<RecentMenu onRecall={recall} />}
        footer={
          <>
            {blocker?.kind === 'script' || ids.length === 0 ? (
              <p className="min-w-0 flex-1 text-text-muted">{t('script.cliLater')}</p>
            ) : shape ? (
              <BatchCli {...scriptTemplate(request)} instanceIds={ids} shape={shape} />
            ) : (
              <CliLine
                className="flex-1"
                label={t('cli.label')}
                line={toCli('ecs', 'RunCommand', runCommandParams(request))}
              />
            )}
            <Button variant="quiet" onClick={() => guard.guard(onClose)}>
              {t('cancel')}
            </Button>
            <Button
              ref={button}
              variant="primary"
              writes
              icon={Play}
              className="px-4"
              aria-keyshortcuts="Control+Enter Meta+Enter"
              busy={busy && (state.phase === 'checking' ? t('send.checking') : t('send.sending'))}
              disabledReason={blocker && words(blocker).title}
              onClick={send}
            >
              {t('send.run', figures)}
            </Button>
          </>
        }
      >
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_312px_244px] grid-rows-[auto_minmax(220px,1fr)] gap-y-2 min-[1400px]:grid-cols-[minmax(0,1fr)_348px_272px]">
          <section ref={editor} aria-label={t('script.heading')} className="min-w-0 pt-1 pl-6">
            <ScriptEditor
              draft={script}
              error={errorOf('content')}
              onChange={(content) => change({ content })}
            />
          </section>
          {/* Scrolls in the editor's height instead of stretching it. */}
          <div className="relative min-w-0">
            <div className="absolute inset-0 flex flex-col pt-1 pl-6">
              <ScriptFields draft={script} onChange={change} errorOf={errorOf}>
                {command.parameterNames.length > 0 ? (
                  <ParameterFields
                    names={command.parameterNames}
                    values={draft.values}
                    onChange={draft.setValue}
                  />
                ) : null}
                <BatchSection
                  settings={draft.batches}
                  onChange={draft.setBatches}
                  batching={batching}
                  instances={instances}
                  scheduled={false}
                />
              </ScriptFields>
            </div>
          </div>
          <div className="row-span-2 grid min-h-0">
            <PreflightPanel
              checks={checks}
              nameOf={nameOf}
              actionOf={(check) => {
                if (check.kind === 'unquoted') return null;
                if (check.kind === 'unanswered') return <Link to={allRecords}>{t('script.toRecords')}</Link>;
                return <CheckAction check={check} commandId="" paths={paths} onLeaveOut={leaveOut} />;
              }}
            />
          </div>
          <div className="col-span-2 flex min-h-0 min-w-0 flex-col pr-6 pl-6">{picker}</div>
        </div>
        {failure ? <SendNote failure={failure} records={allRecords} /> : null}
        {state.phase === 'unkept' ? <UnkeptNote /> : null}
        {state.phase === 'unfit' && unfit ? (
          <UnfitNote check={unfit} nameOf={nameOf} onLeaveOut={leaveOut} />
        ) : null}
      </Sheet>
      <LeaveDialog
        guard={guard}
        title={t('leave.title')}
        stayLabel={t('leave.stay')}
        discardLabel={t('leave.discard')}
        keepLabel={t('leave.keep')}
        onDiscard={leaveWithout}
      >
        {t('script.leave')}
      </LeaveDialog>
    </>
  );
}
