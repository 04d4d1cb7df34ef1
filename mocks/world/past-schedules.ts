import { createSchedule } from '../schedule';
import type { Act, InvocationCreated } from '../acts';
import type { WorldInstance } from './instance';
import { PAST_OUTPUT } from './past-output';
import { Draws, hash32 } from './random';

/** A schedule the teams had made before the demo began and that goes on; instances by name. */
export interface PastSchedule {
  command: string;
  /** Cron, UTC. */
  frequency: string;
  hoursAgo: number;
  on: readonly string[];
  parameters?: Readonly<Record<string, string>>;
}

const WEB = ['web-prod-01', 'web-prod-02', 'web-prod-03', 'web-prod-04', 'web-prod-05', 'web-prod-06'];

/** db-replica-02 has an agent that does not answer: each of its records is given up. */
export const PAST_SCHEDULES: readonly PastSchedule[] = [
  {
    command: 'disk-check',
    frequency: '0 10 * * * ?',
    hoursAgo: 30.6,
    on: [...WEB, 'db-primary-01', 'db-replica-02'],
    parameters: { mount: '/', limit: '70' },
  },
  {
    command: 'users-audit',
    frequency: '0 30 2 * * ?',
    hoursAgo: 130.5,
    on: ['db-primary-01', 'db-replica-01', 'gw-01'],
  },
  {
    command: 'failed-units',
    frequency: '0 0 9 ? * MON-FRI',
    hoursAgo: 331.2,
    on: WEB.slice(0, 4),
    parameters: { unit: 'nginx' },
  },
  // At six in the morning of UTC+8, on the machines of the second row: whichever of them the service wants to restart that
  // night, the six hours in which it may do so (manual 2.1) hold this run. What a calendar is for.
  {
    command: 'backup-etc',
    frequency: '0 0 22 * * ?',
    hoursAgo: 198.3,
    on: ['api-stage-01', 'web-prod-05', 'batch-01', 'legacy-01', 'api-prod-03', 'ci-runner-01'],
  },
];

/** No firing of the past ends later than this after it began. Ms. */
const LONGEST_MS = 3_000;

/** The schedule and the records of its firings until the account was born; what is known without them is left out. */
export function scheduleActs(
  created: InvocationCreated,
  targets: readonly WorldInstance[],
  bornAt: number,
): Act[] {
  const schedule = createSchedule(created.frequency ?? '', created.at);
  const print = PAST_OUTPUT[created.commandName];
  const acts: Act[] = [created];
  for (let repeat = 1; repeat <= schedule.count(bornAt - LONGEST_MS - 1); repeat += 1) {
    const at = schedule.fire(repeat)!;
    for (const instance of targets) {
      if (instance.state !== 'Running' || instance.agent.state !== 'online') continue;
      const key = { invokeId: created.invokeId, instanceId: instance.instanceId, repeat };
      const draws = new Draws(hash32(`${key.invokeId}/${key.instanceId}/${repeat}`));
      const { text, exitCode } = print?.(instance, at, created.parameters) ?? { text: '', exitCode: 0 };
      const failed = exitCode !== 0;
      acts.push(
        { kind: 'ExecutionStarted', at, ...key },
        {
          kind: 'ExecutionFinished',
          at: at + draws.between(120, LONGEST_MS),
          ...key,
          status: failed ? 'Failed' : 'Success',
          exitCode,
          output: { text },
          dropped: 0,
          errorCode: failed ? 'ExitCodeNonzero' : '',
          errorInfo: failed ? 'the command execution exit code is not zero' : '',
        },
      );
    }
  }
  return acts;
}

/** When a past schedule was made, in world epoch ms: at no round second, so that no firing falls on it. */
export function madeAt({ command, hoursAgo }: PastSchedule, bornAt: number): number {
  return Math.round(bornAt - hoursAgo * 3_600_000) - (hash32(command) % 60) * 1000;
}
