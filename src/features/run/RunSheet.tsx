import { CalendarClock, Clock, Eye, Play } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { unansweredBy } from '@/api/attempt';
import { toCli } from '@/api/cli';
import { invokeCommandParams } from '@/api/ecs/invocations';
import { describeError } from '@/api/use-error-text';
import { batchRunPath } from '@/features/batches';
import { useRunQuota } from '@/features/cloud-assistant';
import { usePendingEvents } from '@/features/events';
import { InstancePicker } from '@/features/instances';
import { useScheduleWords } from '@/features/schedules';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { Note } from '@/ui/Note';
import { Sheet } from '@/ui/Sheet';
import { toast } from '@/ui/toasts';
import { useNow } from '@/ui/use-now';
import { callsOf } from './split/batch-settings';
import { BatchCli } from './split/BatchCli';
import { BatchSection } from './split/BatchSection';
import { invokeTemplate } from './split/run-template';
import { UnkeptNote } from './split/UnkeptNote';
import { MOST_PICKED, useBatching } from './split/use-batching';
import { useStartBatches } from './split/use-start-batches';
import { CheckAction } from './CheckAction';
import { useCheckWords } from './check-words';
import { COLUMNS } from './columns';
import { ContentDialog } from './ContentDialog';
import { LeaveDialog } from '@/ui/LeaveDialog';
import { useLeaveGuard } from '@/ui/leave-guard';
import { PreflightPanel } from './PreflightPanel';
import { preflight, runsOnSame } from './preflight';
import { useRunsUnderWay } from './queries';
import { restartsWithin, runWindow } from './restarts';
import { runPaths } from './run-paths';
import { pairsOf, RUN_LIMITS, runRequest } from './run-request';
import type { Runnable } from './runnable';
import { scheduleFacts } from './schedule-facts';
import { SendNote } from './SendNote';
import { UnfitNote } from './UnfitNote';
import { useCtrlEnter } from './use-ctrl-enter';
import { useFitness } from './use-fitness';
import { useRunDraft } from './use-run-draft';
import { useSend } from './use-send';
import { WhenSection } from './WhenSection';
import { WithColumn } from './WithColumn';

export interface RunSheetProps {
  region: string;
  command: Runnable;
  /** False once the service said that the command is deleted. */
  exists: boolean;
  /** Parameter values to begin with. */
  asked: Readonly<Record<string, string>>;
  onClose(): void;
}

const NO_EVENTS: readonly never[] = [];

/** Where, with what and when a command runs; what is known beforehand; and the button (manual 1.2.2). */
export function RunSheet({ region, command, exists, asked, onClose }: RunSheetProps) {
  const { t } = useTranslation('run');
  const { t: inErrors } = useTranslation('errors');
  const format = useFormat();
  const words = useCheckWords();
  const scheduleWords = useScheduleWords();
  const navigate = useNavigate();
  const paths = runPaths(region);
  const [viewing, setViewing] = useState(false);
  const draft = useRunDraft(region, command.commandId, asked);
  const guard = useLeaveGuard(draft.unsaved);
  const fitness = useFitness(region, command.type, draft);
  const quota = useRunQuota(region);
  const events = usePendingEvents(region).data ?? NO_EVENTS;
  const underWay = useRunsUnderWay(region, command.commandId);
  const firstField = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const instances = useMemo(() => [...draft.selected.values()], [draft.selected]);
  const ids = useMemo(() => instances.map(({ instanceId }) => instanceId), [instances]);
  const parameters = pairsOf(command.parameterNames, draft.values);
  const { selected, setSelected, when } = draft;
  const now = useNow(when.scheduled ? 0 : null);
  const schedule = useMemo(
    () => (when.scheduled ? scheduleFacts(when.cron, now) : null),
    [now, when.cron, when.scheduled],
  );
  const request = runRequest(
    region,
    command.commandId,
    ids,
    parameters,
    when.scheduled ? when.cron.trim() : null,
  );
  // Typing a value must not draw the table anew.
  const picker = useMemo(
    () => (
      <InstancePicker
        region={region}
        commandType={command.type}
        limits={RUN_LIMITS}
        maximum={MOST_PICKED}
        selected={selected}
        onChange={(next) => setSelected(() => next)}
      />
    ),
    [command.type, region, selected, setSelected],
  );
  const batching = useBatching(draft.batches, ids, when.scheduled);
  const { shape } = batching;
  const [first] = instances;
  const figures = {
    name: command.name,
    count: ids.length,
    number: format.number(ids.length),
    instance: first?.name,
  };

  const sending = useSend<typeof request>({
    region,
    type: command.type,
    call: (api, request) => api.ecs.invokeCommand(request),
    begin: draft.begin,
    refused: draft.refused,
    unfit: fitness.found,
    sent: (invokeId, here) => {
      draft.forget();
      guard.release();
      const record = invokeId === '' ? paths.records(command.commandId) : paths.record(invokeId);
      const title = t(when.scheduled ? 'sent.scheduled' : 'sent.title', figures);
      toast({ tone: 'ok', title, link: { to: record, label: t('sent.link') } });
      if (here) void navigate(record);
    },
    lost: (how, error) =>
      toast({
        tone: 'danger',
        title: t('failed.away', figures),
        body: t('failed.awayBody', { how: t(`failed.${how}`), title: describeError(error, inErrors).title }),
        link: { to: paths.records(command.commandId), label: t('failed.toRecords') },
      }),
  });

  const starting = useStartBatches({
    unfit: fitness.found,
    started: (runId) => {
      draft.forget();
      guard.release();
      void navigate(batchRunPath(region, runId));
    },
  });
  const { state, busy } = batching.isOn ? starting : sending;

  const unanswered = batching.isOn ? null : unansweredBy(draft.attempt, request);
  // After a change, trying again would be another run: the note no longer holds, a line of the preflight takes over.
  const failure =
    state.phase === 'failed' && (state.how !== 'unanswered' || unanswered === 'same') ? state : null;
  const checks = preflight({
    command,
    exists,
    instanceIds: ids,
    unfit: fitness.unfit,
    checking: fitness.checking,
    parameters,
    limits: RUN_LIMITS,
    quota,
    sameRuns: runsOnSame(underWay, ids),
    restarts: restartsWithin(
      events,
      ids,
      now,
      runWindow(command.timeoutSeconds, shape?.sizes.length ?? 1, when.scheduled),
    ),
    schedule,
    batches: batching.isOn ? callsOf(shape) : null,
    unanswered: busy || failure?.how === 'unanswered' ? null : unanswered,
  });
  const blocker = checks.find((check) => check.blocks);
  const unfit = checks.find((check) => check.kind === 'unfit');

  const nameOf = (id: string) => draft.selected.get(id)?.name ?? id;

  const send = () => {
    if (blocker || guard.asking || viewing) button.current?.focus();
    else if (!shape) void sending.send(request);
    else {
      const { name, type: commandType } = command;
      void starting.start({ region, name, commandType, instances, ...invokeTemplate(request), ...shape });
    }
  };
  useCtrlEnter(send);

  const whenWords = () => {
    if (!schedule) return t('title.now');
    if (schedule.problem) return t('title.onSchedule');
    const told = scheduleWords(when.cron);
    return t('title.schedule', { words: told.charAt(0).toLowerCase() + told.slice(1) });
  };

  const leaveOut = () => {
    const out = new Set(unfit?.instances.map(([id]) => id));
    draft.setSelected((now) => new Map([...now].filter(([id]) => !out.has(id))));
  };

  return (
    <>
      <Sheet
        open
        onOpenChange={() => guard.guard(onClose)}
        title={ids.length === 1 ? t('title.single', figures) : t('title.run', figures)}
        rest={ids.length === 0 ? t('title.chooseFirst') : whenWords()}
        headerActions={
          <Button variant="quiet" icon={Eye} onClick={() => setViewing(true)}>
            {t('content.open')}
          </Button>
        }
        initialFocus={firstField}
        footer={
          <>
            {ids.length === 0 ? (
              <p className="min-w-0 flex-1 text-text-muted">{t('cli.later')}</p>
            ) : shape ? (
              <BatchCli {...invokeTemplate(request)} instanceIds={ids} shape={shape} />
            ) : (
              <CliLine
                className="flex-1"
                label={t('cli.label')}
                line={toCli('ecs', 'InvokeCommand', invokeCommandParams(request))}
              />
            )}
            <Button variant="quiet" onClick={() => guard.guard(onClose)}>
              {t('cancel')}
            </Button>
            <Button
              ref={button}
              variant="primary"
              writes
              icon={when.scheduled ? CalendarClock : Play}
              className="px-4"
              aria-keyshortcuts="Control+Enter Meta+Enter"
              busy={busy && (state.phase === 'checking' ? t('send.checking') : t('send.sending'))}
              disabledReason={blocker && words(blocker).title}
              onClick={send}
            >
              {t(when.scheduled ? 'send.schedule' : 'send.run', figures)}
            </Button>
          </>
        }
      >
        <div className={COLUMNS}>
          <div
            ref={(box) => {
              firstField.current = box?.querySelector('input') ?? null;
            }}
            className="flex min-h-0 min-w-0 flex-col pt-1 pl-6"
          >
            {picker}
          </div>
          <div className="flex min-h-0 min-w-0 flex-col overflow-auto pt-1 pr-6 pb-2 pl-7">
            <WithColumn
              region={region}
              command={command}
              instances={instances}
              values={draft.values}
              onChange={draft.setValue}
              parameters={parameters}
            >
              <WhenSection command={command} when={when} onChange={draft.setWhen} />
              <BatchSection
                settings={draft.batches}
                onChange={draft.setBatches}
                batching={batching}
                instances={instances}
                scheduled={when.scheduled}
              />
            </WithColumn>
          </div>
          <PreflightPanel
            checks={checks}
            nameOf={nameOf}
            actionOf={(check) => (
              <CheckAction check={check} commandId={command.commandId} paths={paths} onLeaveOut={leaveOut} />
            )}
          >
            {when.scheduled ? (
              <Note tone="neutral" icon={Clock} className="mt-auto flex-none bg-field!">
                {t('check.clock')}
              </Note>
            ) : null}
          </PreflightPanel>
        </div>
        {failure ? <SendNote failure={failure} records={paths.records(command.commandId)} /> : null}
        {state.phase === 'unkept' ? <UnkeptNote /> : null}
        {state.phase === 'unfit' && unfit ? (
          <UnfitNote check={unfit} nameOf={nameOf} onLeaveOut={leaveOut} />
        ) : null}
      </Sheet>
      {viewing ? <ContentDialog command={command} onClose={() => setViewing(false)} /> : null}
      <LeaveDialog
        guard={guard}
        title={t('leave.title')}
        stayLabel={t('leave.stay')}
        discardLabel={t('leave.discard')}
        keepLabel={t('leave.keep')}
        onDiscard={draft.forget}
      >
        {t('leave.body')}
      </LeaveDialog>
    </>
  );
}
