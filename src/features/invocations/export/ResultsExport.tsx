import type { Invocation } from '@/api/ecs/invocations';
import type { Outputs } from '../compare/use-outputs';
import type { InstanceRun } from '../run-progress';
import { ExportButton } from './ExportButton';
import { type ExportBatch, exportRow, type UnsentInstance, unsentRow } from './export-row';

export interface ResultsExportProps {
  /** Of the file, without its ending. */
  name: string;
  runs: readonly InstanceRun[];
  outputs: Outputs;
  nameOf(instanceId: string): string;
  /** The record an instance's answer is in. */
  invocationOf(instanceId: string): Invocation;
  /** Of a run in several calls: which of them an instance was in, and who was in none that was accepted. */
  batchOf?: ((instanceId: string) => ExportBatch | undefined) | undefined;
  unsent?: readonly UnsentInstance[] | undefined;
}

const NONE: readonly UnsentInstance[] = [];

/** Saves what every instance of a run answered, of all the records it has. */
export function ResultsExport({
  name,
  runs,
  outputs,
  nameOf,
  invocationOf,
  batchOf,
  unsent = NONE,
}: ResultsExportProps) {
  const load = async () => {
    const results = await outputs.load();
    return [
      ...runs.map((run) => () => {
        const { instanceId } = run;
        return exportRow({
          invocation: invocationOf(instanceId),
          run,
          name: nameOf(instanceId),
          row: results.get(instanceId)?.row ?? null,
          batch: batchOf?.(instanceId),
        });
      }),
      ...unsent.map((instance) => () => unsentRow(instance)),
    ];
  };
  return <ExportButton name={name} load={load} reading={outputs.progress} />;
}
