import { useTranslation } from '@/i18n/use-translation';
import { toCli } from '@/api/cli';
import { type StartExecutionRequest, startExecutionParams } from '@/api/oos/executions';
import { CliLine } from '@/ui/CliLine';
import { BatchCli } from '../split/BatchCli';
import type { BatchShape } from '../split/batch-settings';
import type { SplitRequest } from '../split/run-template';

export interface RunCliProps {
  /** Why there is no call yet; null: there is. */
  later: string | null;
  line(): string;
  split: SplitRequest;
  instanceIds: readonly string[];
  /** In several calls. */
  shape: BatchShape | null;
  /** Handed to the cloud's engine. */
  handed: StartExecutionRequest | null;
}

/** The same as a command line, or as several. */
export function RunCli({ later, line, split, instanceIds, shape, handed }: RunCliProps) {
  const { t } = useTranslation('run');
  if (later !== null) return <p className="min-w-0 flex-1 text-text-muted">{later}</p>;
  if (handed) {
    const start = toCli('oos', 'StartExecution', startExecutionParams(handed));
    return <CliLine className="flex-1" label={t('cli.label')} line={start} />;
  }
  return shape ? (
    <BatchCli {...split} instanceIds={instanceIds} shape={shape} />
  ) : (
    <CliLine className="flex-1" label={t('cli.label')} line={line()} />
  );
}
