import { CirclePlay, CircleStop, RotateCcw, SkipForward } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { Execution } from '@/api/oos/executions';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Note } from '@/ui/Note';
import type { EngineItem } from '../engine-items';
import { DecideDialog } from './DecideDialog';
import type { Decision } from './use-notify';

export interface WaitingNoteProps {
  region: string;
  execution: Execution;
  waiting: 'batch' | 'failure';
  loopId: string | null;
  items: readonly EngineItem[];
  nameOf(instanceId: string): string;
}

const NAMED = 3;

/** What the engine waits for, and what a person can decide; a run that waits about failures is ended by cancelling it. */
export function WaitingNote({ region, execution, waiting, loopId, items, nameOf }: WaitingNoteProps) {
  const { t } = useTranslation('engine');
  const format = useFormat();
  const [deciding, setDeciding] = useState<Decision | null>(null);
  const failed = items.filter(({ outcome }) => outcome === 'failed');
  const left = items.filter(({ outcome }) => outcome === 'pending').length;
  const begun = items.filter(({ startedAt }) => startedAt !== null);
  const batch = Math.max(1, ...begun.map((item) => item.batch ?? 0));
  const names = failed.slice(0, NAMED).map(({ instanceId }) => nameOf(instanceId));
  const told = format.list(
    failed.length > NAMED ? [...names, t('waiting.more', { count: failed.length - NAMED })] : names,
  );
  return (
    <>
      <Note
        tone="warn"
        role="status"
        className="mt-3"
        title={
          waiting === 'batch'
            ? t('waiting.batch', { batch: format.number(batch) })
            : t('waiting.failure', { count: failed.length, number: format.number(failed.length) })
        }
        action={
          waiting === 'batch' ? (
            <>
              <Button size="sm" writes icon={CirclePlay} onClick={() => setDeciding('Approve')}>
                {t('waiting.goOn')}
              </Button>
              <Button
                size="sm"
                variant="quiet"
                writes
                icon={CircleStop}
                onClick={() => setDeciding('Reject')}
              >
                {t('waiting.stop')}
              </Button>
            </>
          ) : (
            <>
              <Button size="sm" writes icon={RotateCcw} onClick={() => setDeciding('RetryTask')}>
                {t('waiting.retry')}
              </Button>
              <Button size="sm" writes icon={SkipForward} onClick={() => setDeciding('SkipTask')}>
                {t('waiting.skip')}
              </Button>
            </>
          )
        }
      >
        {waiting === 'batch'
          ? t('waiting.batchBody', { count: left, number: format.number(left) })
          : t('waiting.failureBody', { names: told })}
        {execution.message === '' ? null : (
          <>
            {format.gap}
            <span className="code">{execution.message}</span>
          </>
        )}
      </Note>
      {deciding ? (
        <DecideDialog
          region={region}
          execution={execution}
          decision={deciding}
          loopId={loopId}
          failed={failed}
          left={left}
          onClose={() => setDeciding(null)}
        />
      ) : null}
    </>
  );
}
