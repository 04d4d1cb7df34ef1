import { afterAll, describe, expect, it } from 'vitest';
import { substitute } from '@/domain/parameters';
import type { InvocationCreated } from '../acts';
import { createInlineRunner } from '../agent/inline-runner';
import { createLedger } from '../ledger';
import { type Execution, statusOf } from '../run-record';
import { createWorld, HOME_REGION } from './world';

const world = createWorld({ seed: 3, fleetSize: 60, bornAt: Date.UTC(2026, 10, 22) });
const ledger = createLedger();
for (const act of world.prelude()) ledger.reduce(act);

const runner = createInlineRunner();
afterAll(() => runner.close());

/** Past records of scripts that ran to their end, two instances of each run. */
const records = ledger
  .invocationsIn(HOME_REGION)
  .flatMap((invocation) => invocation.executions.slice(0, 2))
  .filter((execution) => ['Success', 'Failed'].includes(statusOf(execution)));

async function runAgain({ invocation, instanceId, startedAt }: Execution) {
  const { content, parameters, enableParameter, commandType, workingDir, timeoutSeconds, username } =
    invocation satisfies Omit<InvocationCreated, 'kind' | 'at'>;
  const job = {
    id: `${invocation.invokeId}/${instanceId}/1`,
    type: commandType,
    script: enableParameter ? substitute(content, parameters).text : content,
    workingDir,
    timeoutSeconds,
    username,
    instance: world.find(HOME_REGION, instanceId)!,
    files: [],
    now: startedAt!,
  };
  const result = await runner.run(job, new AbortController().signal);
  return {
    exitCode: result.exitCode,
    text: new TextDecoder().decode(result.output).replaceAll('\r\n', '\n'),
  };
}

/** The clock and the load averages move on while a script runs. */
const standing = (text: string) =>
  text
    .replace(/^ \d\d:\d\d:\d\d up .*(?=, {2}\d+ users)/m, ' up')
    .replace(/load average: .*/, 'load average');

describe('the outputs of past runs', () => {
  it.each(records.map((record) => [record.invocation.commandName, record] as const))(
    'K1: %s printed what the script prints',
    async (_name, record) => {
      const { output, exitCode } = record.finished!;
      const text = output && 'text' in output ? output.text : '';
      const again = await runAgain(record);
      expect({ ...again, text: standing(again.text) }).toEqual({ exitCode, text: standing(text) });
    },
  );
});
