import { describe } from 'vitest';
import type { Api } from '@/api/api';
import { PUBLIC_TEMPLATE } from '@/domain/oos-template';
import { planStore } from '@/features/batches/plan-store';
import { ANY_REGION as RegionId, itTakesAnyAnswer } from '../../support/any-answer';
import { keepBatchedRun } from '../../support/batched-run';

let commandId: string;
let invokeId: string;
let scheduleId: string;
let instanceIds: string[];
let executionId: string;
let batchedRunId: string;

async function prepare({ ecs, oos }: Api): Promise<void> {
  const [commands, runs, schedules, instances] = await Promise.all([
    ecs.describeCommands({ RegionId, Type: 'RunShellScript' }),
    ecs.describeInvocations({ RegionId, InvokeStatus: 'Finished' }),
    ecs.describeInvocations({ RegionId, Timed: true }),
    ecs.describeInstances({ RegionId, PageSize: 10 }),
  ]);
  commandId = commands.items[0]!.CommandId;
  invokeId = runs.items[0]!.InvokeId;
  scheduleId = schedules.items[0]!.InvokeId;
  instanceIds = instances.items.map(({ InstanceId }) => InstanceId);
  const targets = { Type: 'ResourceIds', RegionId, ResourceIds: instanceIds.slice(0, 3) };
  const execution = await oos.startExecution({
    RegionId,
    TemplateName: PUBLIC_TEMPLATE,
    Parameters: {
      regionId: RegionId,
      targets,
      commandType: 'RunShellScript',
      commandContent: 'hostname',
      rateControl: { Mode: 'Concurrency', MaxErrors: 0, Concurrency: 1 },
    },
    SafetyCheck: 'Skip',
  });
  executionId = execution.executionId;
  batchedRunId = await keepBatchedRun({ instanceIds: instanceIds.slice(0, 3) });
  await planStore.change(batchedRunId, (plan) => ({
    ...plan,
    batches: plan.batches.map((batch, place) => {
      const run = runs.items[place];
      return run ? { ...batch, state: 'running', invokeId: run.InvokeId } : batch;
    }),
  }));
}

describe('commands and runs, whatever the account answers', () => {
  itTakesAnyAnswer(
    {
      'the commands': () => 'commands',
      'a command': () => `commands/${commandId}`,
      'the form of a copied command': () => `commands/${commandId}/copy`,
      'the form of a command': () => `commands/${commandId}/edit`,
      'the run sheet': () => `commands/${commandId}/run?instances=${instanceIds.join(',')}`,
      'the sheet of a script run once': () => `commands/run-script?instances=${instanceIds.join(',')}`,
      'the records': () => 'invocations',
      'a record': () => `invocations/${invokeId}`,
      'the outputs of a record, compared and searched': () => `invocations/${invokeId}?family=B&search=a`,
      'the record of a schedule': () => `invocations/${scheduleId}`,
      'the schedules': () => 'schedules',
      'the week of the schedules': () => 'schedules?tab=week',
      'the calendar': () => 'calendar',
      'a run in batches': () => `runs/${batchedRunId}`,
      'the results of a run in batches': () => `runs/${batchedRunId}?tab=results`,
      'the runs by the engine': () => 'engine-runs',
      'a run by the engine': () => `engine-runs/${executionId}`,
      'the results of a run by the engine': () => `engine-runs/${executionId}?tab=results`,
    },
    prepare,
  );
});
