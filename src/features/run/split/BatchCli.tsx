import { useTranslation } from '@/i18n/use-translation';
import type { BatchShape } from './batch-settings';
import { batchCli } from '@/features/batches';
import { splitBatches } from '@/domain/batch-plan';
import { CliLines } from '@/ui/CliLines';
import type { SplitRequest } from './run-template';

export interface BatchCliProps extends SplitRequest {
  instanceIds: readonly string[];
  shape: BatchShape;
}

/** Every call of the run as a command line: the first in view, all of them to copy. */
export function BatchCli({ template, secrets, instanceIds, shape }: BatchCliProps) {
  const { t } = useTranslation('batches');
  const lines = splitBatches(instanceIds, shape.split).map((part, index) =>
    batchCli(template, secrets, { instanceIds: part.instanceIds, isFirst: index === 0 }),
  );
  return <CliLines className="flex-1" label={t('cli.label')} lines={lines} />;
}
