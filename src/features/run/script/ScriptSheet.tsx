import { useQueryClient } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useNavigate } from 'react-router-dom';
import { toCli } from '@/api/cli';
import { runCommandParams } from '@/api/ecs/invocations';
import { keys } from '@/api/query-keys';
import { draftProblemText } from '@/domain/problem-texts';
import { useCommandQuota } from '@/features/cloud-assistant';
import { enginePaths, engineRequest, templateOf } from '@/features/engine';
import { useLeaveGuard } from '@/ui/leave-guard';
import { toast } from '@/ui/toasts';
import { useNow } from '@/ui/use-now';
import { BatchSection } from '../split/BatchSection';
import { scriptTemplate } from '../split/run-template';
import { useBatching } from '../split/use-batching';
import { RunChecks } from '../sheet/RunChecks';
import { RunCli } from '../sheet/RunCli';
import { RunFrame } from '../sheet/RunFrame';
import { RunPicker } from '../sheet/RunPicker';
import { useChosen } from '../sheet/use-chosen';
import { useDispatch } from '../sheet/use-dispatch';
import { useFacts } from '../sheet/use-facts';
import { ParameterFields } from '../ParameterFields';
import { preflight } from '../preflight';
import { runLinks } from '../run-links';
import { pairsOf } from '../run-request';
import { useFitness } from '../use-fitness';
import { useRunDraft } from '../use-run-draft';
import { RecentMenu } from './RecentMenu';
import { rememberScript } from './recent-scripts';
import { ScriptEditor } from './ScriptEditor';
import { ScriptFields } from './ScriptFields';
import { runnableOfScript, scriptChecks, type ScriptDraft, scriptProblems } from './script-draft';
import { scriptRequest } from './script-request';
import { type AskedScript, useScriptDraft } from './use-script-draft';

/** Stands for the command's ID where the choices are kept: no ID of the service looks like it. */
const ONE_OFF = 'one-off script';
const NO_RUNS: readonly never[] = [];

export interface ScriptSheetProps {
  region: string;
  /** A script to begin with, and values of its parameters. */
  asked: (AskedScript & { values: Readonly<Record<string, string>> }) | null;
  onClose(): void;
}

const NO_VALUES = {};

/** A script and where it runs, once and now; what is known beforehand; and the button (contract 5, RunCommand). */
export function ScriptSheet({ region, asked, onClose }: ScriptSheetProps) {
  const { t } = useTranslation('run');
  const { t: inDomain } = useTranslation('domain');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const paths = runLinks(region);
  const { draft: script, change, unsaved, forget } = useScriptDraft(region, asked);
  const draft = useRunDraft(region, ONE_OFF, asked?.values ?? NO_VALUES);
  const guard = useLeaveGuard(draft.unsaved || unsaved);
  const fitness = useFitness(region, script.type, draft);
  const commandQuota = useCommandQuota(region);
  const editor = useRef<HTMLElement>(null);

  const { instances, ids, figures } = useChosen(draft);
  const batching = useBatching(draft.batches, ids, false);
  const command = runnableOfScript(script, script.keep ? script.name.trim() : t('script.noun'));
  const parameters = pairsOf(command.parameterNames, draft.values);
  const request = scriptRequest(region, script, ids, parameters);
  const split = scriptTemplate(request);
  const records = batching.engine
    ? { to: enginePaths(region).list, label: t('failed.toEngineRuns') }
    : { to: paths.records, label: t('script.toRecords') };
  const { engine } = draft.batches;
  const control = batching.engine?.control ?? null;
  const handed = control && engineRequest({ action: 'RunCommand', request }, command.name, control, engine);
  const facts = useFacts(region, {
    ...{ command, ids, fitness, batching },
    now: useNow(null),
    scheduled: false,
    role: engine.role.trim(),
    handed: {
      template: templateOf('RunCommand', Object.keys(parameters).length > 0),
      keep: script.keep,
    },
  });
  const problems = scriptProblems(script);
  const errorOf = (field: keyof ScriptDraft) => {
    const problem = problems.find((one) => one.field === field && one.kind !== 'required');
    if (!problem) return undefined;
    const { key, values } = draftProblemText(problem);
    return inDomain(key, values);
  };
  const leaveWithout = () => {
    draft.forget();
    forget();
  };

  const dispatch = useDispatch<typeof request>({
    region,
    name: script.keep ? script.name.trim() : '',
    type: script.type,
    request,
    split,
    instances,
    batching,
    handed,
    draft,
    fitness,
    records,
    lostTitle: t('script.away'),
    call: (api, sent) => api.ecs.runCommand(sent),
    began: () => {
      rememberScript(script);
      leaveWithout();
      guard.release();
    },
    sent: (invokeId, here) => {
      if (script.keep) void cache.invalidateQueries({ queryKey: keys.commands.all(region) });
      const record = invokeId === '' ? records.to : paths.record(invokeId);
      const saved = script.keep ? t('script.saved', { name: script.name.trim() }) : undefined;
      toast({
        tone: 'ok',
        title: t('script.sent', figures),
        body: saved,
        link: { to: record, label: t('sent.link') },
      });
      if (here) void navigate(record, { replace: true });
    },
  });
  const checks = [
    ...scriptChecks(script, commandQuota),
    ...preflight({ ...facts, exists: true, parameters, sameRuns: NO_RUNS, unanswered: dispatch.unanswered }),
  ];

  const recall = (recalled: ScriptDraft) => {
    // What is being written can be recalled in turn: nothing is lost.
    rememberScript(script);
    change({ ...recalled, name: script.name, keep: script.keep });
    editor.current?.querySelector<HTMLElement>('.cm-content')?.focus();
  };
  const isWhole = ids.length > 0 && checks.every((check) => !(check.blocks && check.kind === 'script'));

  return (
    <RunFrame
      title={ids.length === 1 ? t('script.titleSingle', figures) : t('script.title', figures)}
      rest={t('script.rest')}
      initialFocus={() => editor.current?.querySelector<HTMLElement>('[data-editor]') ?? null}
      headerActions={<RecentMenu onRecall={recall} />}
      draft={draft}
      checks={checks}
      dispatch={dispatch}
      cli={
        <RunCli
          later={isWhole ? null : t('script.cliLater')}
          line={() => toCli('ecs', 'RunCommand', runCommandParams(request))}
          split={split}
          instanceIds={ids}
          shape={batching.shape}
          handed={handed}
        />
      }
      sendLabel={t('send.run', figures)}
      sendIcon={Play}
      records={records.to}
      guard={guard}
      onClose={onClose}
      leave={{ body: t('script.leave'), onDiscard: leaveWithout }}
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
          <RunChecks draft={draft} checks={checks} commandId={null} paths={paths} records={records} />
        </div>
        <div className="col-span-2 flex min-h-0 min-w-0 flex-col pr-6 pl-6">
          <RunPicker
            region={region}
            commandType={script.type}
            selected={draft.selected}
            setSelected={draft.setSelected}
          />
        </div>
      </div>
    </RunFrame>
  );
}
