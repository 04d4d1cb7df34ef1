import { CircleStop } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { Invocation } from '@/api/ecs/invocations';
import { isFinal } from '@/domain/invocation-status';
import { runProgress } from '@/features/invocations';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Note } from '@/ui/Note';
import { StopRunsDialog } from './StopRunsDialog';

export interface RunOnNoteProps {
  region: string;
  executionId: string;
  records: readonly Invocation[];
  nameOf(instanceId: string): string;
}

/** After a cancel: scripts that ECS had begun go on; they can be stopped one by one or all (contract OOS 10.7). */
export function RunOnNote({ region, executionId, records, nameOf }: RunOnNoteProps) {
  const { t } = useTranslation('engine');
  const format = useFormat();
  const [stopping, setStopping] = useState(false);
  const runs = records.flatMap((record) =>
    runProgress(record)
      .runs.filter(({ outcome }) => !isFinal(outcome))
      .map(({ instanceId }) => ({ invokeId: record.InvokeId, instanceId })),
  );
  if (runs.length === 0 && !stopping) return null;
  const figures = { count: runs.length, number: format.number(runs.length) };
  return (
    <>
      {runs.length > 0 ? (
        <Note
          tone="warn"
          role="status"
          className="mt-3"
          title={t('runOn.title', figures)}
          action={
            <Button size="sm" writes icon={CircleStop} onClick={() => setStopping(true)}>
              {t('runOn.stop')}
            </Button>
          }
        >
          {t('runOn.body')}
        </Note>
      ) : null}
      {stopping ? (
        <StopRunsDialog
          region={region}
          executionId={executionId}
          runs={runs}
          nameOf={nameOf}
          onClose={() => setStopping(false)}
        />
      ) : null}
    </>
  );
}
