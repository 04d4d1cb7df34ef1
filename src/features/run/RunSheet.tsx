import { CalendarClock, Eye, Play } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useNavigate } from 'react-router-dom';
import { toCli } from '@/api/cli';
import { invokeCommandParams } from '@/api/ecs/invocations';
import { enginePaths, engineRequest, templateOf } from '@/features/engine';
import { useScheduleWords } from '@/features/schedules';
import { Button } from '@/ui/Button';
import { useLeaveGuard } from '@/ui/leave-guard';
import { toast } from '@/ui/toasts';
import { useNow } from '@/ui/use-now';
import { BatchSection } from './split/BatchSection';
import { invokeTemplate } from './split/run-template';
import { useBatching } from './split/use-batching';
import { RunChecks } from './sheet/RunChecks';
import { RunCli } from './sheet/RunCli';
import { RunFrame } from './sheet/RunFrame';
import { RunPicker } from './sheet/RunPicker';
import { useChosen } from './sheet/use-chosen';
import { useDispatch } from './sheet/use-dispatch';
import { useFacts } from './sheet/use-facts';
import { useRestartWindows } from './sheet/use-restart-windows';
import { COLUMNS } from './columns';
import { ContentDialog } from './ContentDialog';
import { preflight, runsOnSame } from './preflight';
import { useRunsUnderWay } from './queries';
import { runLinks } from './run-links';
import { pairsOf, runRequest } from './run-request';
import type { Runnable } from './runnable';
import { scheduleFacts } from './schedule-facts';
import { useFitness } from './use-fitness';
import { useRunDraft } from './use-run-draft';
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

/** Where, with what and when a command runs; what is known beforehand; and the button (manual 1.2.2). */
export function RunSheet({ region, command, exists, asked, onClose }: RunSheetProps) {
  const { t } = useTranslation('run');
  const scheduleWords = useScheduleWords();
  const navigate = useNavigate();
  const paths = runLinks(region);
  const [viewing, setViewing] = useState(false);
  const draft = useRunDraft(region, command.commandId, asked);
  const guard = useLeaveGuard(draft.unsaved);
  const fitness = useFitness(region, command.type, draft);
  const underWay = useRunsUnderWay(region, command.commandId);
  const firstField = useRef<HTMLInputElement>(null);

  const { instances, ids, figures: counted } = useChosen(draft);
  const figures = { name: command.name, ...counted };
  const parameters = pairsOf(command.parameterNames, draft.values);
  const { when } = draft;
  const now = useNow(when.scheduled ? 0 : null);
  const schedule = useMemo(
    () => (when.scheduled ? scheduleFacts(when.cron, now) : null),
    [now, when.cron, when.scheduled],
  );
  const cron = when.scheduled ? when.cron.trim() : null;
  const request = runRequest(region, command.commandId, ids, parameters, cron);
  const batching = useBatching(draft.batches, ids, when.scheduled);
  const records = batching.engine
    ? { to: enginePaths(region).list, label: t('failed.toEngineRuns') }
    : { to: paths.recordsOf(command.commandId), label: t('failed.toRecords') };
  const { engine } = draft.batches;
  const control = batching.engine?.control ?? null;
  const handed =
    control && engineRequest({ action: 'InvokeCommand', request }, command.name, control, engine);
  const facts = useFacts(region, {
    ...{ command, ids, fitness, batching, now },
    scheduled: when.scheduled,
    role: engine.role.trim(),
    handed: { template: templateOf('InvokeCommand', Object.keys(parameters).length > 0), keep: false },
  });
  const windows = useRestartWindows(region, instances, now);
  const split = invokeTemplate(request);

  const dispatch = useDispatch<typeof request>({
    region,
    name: command.name,
    type: command.type,
    request,
    split,
    instances,
    batching,
    handed,
    draft,
    fitness,
    records,
    lostTitle: t('failed.away', figures),
    call: (api, sent) => api.ecs.invokeCommand(sent),
    began: () => {
      draft.forget();
      guard.release();
    },
    sent: (invokeId, here) => {
      const record = invokeId === '' ? records.to : paths.record(invokeId);
      const title = t(when.scheduled ? 'sent.scheduled' : 'sent.title', figures);
      toast({ tone: 'ok', title, link: { to: record, label: t('sent.link') } });
      if (here) void navigate(record, { replace: true });
    },
  });
  const checks = preflight({
    ...facts,
    exists,
    parameters,
    sameRuns: runsOnSame(underWay, ids),
    schedule,
    unanswered: dispatch.unanswered,
  });

  const whenWords = () => {
    if (!schedule) return t('title.now');
    if (schedule.problem) return t('title.onSchedule');
    const told = scheduleWords(when.cron);
    return t('title.schedule', { words: told.charAt(0).toLowerCase() + told.slice(1) });
  };

  return (
    <>
      <RunFrame
        title={ids.length === 1 ? t('title.single', figures) : t('title.run', figures)}
        rest={ids.length === 0 ? t('title.chooseFirst') : whenWords()}
        headerActions={
          <Button variant="quiet" icon={Eye} onClick={() => setViewing(true)}>
            {t('content.open')}
          </Button>
        }
        initialFocus={firstField}
        draft={draft}
        checks={checks}
        dispatch={dispatch}
        cli={
          <RunCli
            later={ids.length === 0 ? t('cli.later') : null}
            line={() => toCli('ecs', 'InvokeCommand', invokeCommandParams(request))}
            split={split}
            instanceIds={ids}
            shape={batching.shape}
            handed={handed}
          />
        }
        sendLabel={t(when.scheduled ? 'send.schedule' : 'send.run', figures)}
        sendIcon={when.scheduled ? CalendarClock : Play}
        covered={viewing}
        records={records.to}
        guard={guard}
        onClose={onClose}
        leave={{ body: t('leave.body'), onDiscard: draft.forget }}
      >
        <div className={COLUMNS}>
          <div
            ref={(box) => {
              firstField.current = box?.querySelector('input') ?? null;
            }}
            className="flex min-h-0 min-w-0 flex-col pt-1 pl-6"
          >
            <RunPicker
              region={region}
              commandType={command.type}
              selected={draft.selected}
              setSelected={draft.setSelected}
            />
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
              <WhenSection command={command} when={when} onChange={draft.setWhen} windows={windows} />
              <BatchSection
                settings={draft.batches}
                onChange={draft.setBatches}
                batching={batching}
                instances={instances}
                scheduled={when.scheduled}
              />
            </WithColumn>
          </div>
          <RunChecks
            draft={draft}
            checks={checks}
            commandId={command.commandId}
            paths={paths}
            records={records}
          />
        </div>
      </RunFrame>
      {viewing ? <ContentDialog command={command} onClose={() => setViewing(false)} /> : null}
    </>
  );
}
