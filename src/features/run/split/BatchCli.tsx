import { useTranslation } from '@/i18n/use-translation';
import type { BatchShape } from './batch-settings';
import { batchCli } from '@/features/batches';
import { splitBatches } from '@/domain/batch-plan';
import { CliLine } from '@/ui/CliLine';
import { CopyButton } from '@/ui/CopyButton';
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
  const [first = '', ...others] = lines;
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2">
      <CliLine className="flex-1" label={t('cli.label')} line={first} />
      {others.length > 0 ? (
        <span className="flex flex-none items-center gap-1 whitespace-nowrap text-text-muted">
          {t('cli.more', { count: others.length })}
          <CopyButton text={lines.join('\n')} label={t('cli.copyAll')} />
        </span>
      ) : null}
    </div>
  );
}
