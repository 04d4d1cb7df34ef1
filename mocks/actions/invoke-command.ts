import { Fault } from '../fault';
import type { Action } from './action';
import { readRun } from './start-run';

/** InvokeCommand (contract 5), once or by a schedule: all instances qualify or nothing runs. */
export const invokeCommand: Action = (context) => {
  const { params, ledger, regionId } = context;
  const command = ledger.commands.get(params.required('CommandId'));
  if (command?.regionId !== regionId) throw new Fault('InvalidCmdId.NotFound', 404);
  const run = readRun(context, command);
  context.act(run);
  return { InvokeId: run.invokeId };
};
