import { CloudOff, RotateCw, TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { ErrorFigures } from '@/ui/ErrorFigures';
import { Skeleton } from '@/ui/Skeleton';
import { Status } from '@/ui/Status';
import { Tooltip } from '@/ui/Tooltip';
import type { Reading } from './reading';

export interface PanelProps {
  title: ReactNode;
  /** Beside the title: a figure, or the way to all of it. */
  aside?: ReactNode;
  reading: Reading;
  /** What did not load. */
  failedTitle: string;
  /** How many lines hold the place of what is on its way. */
  lines: number;
  /** What is to be seen; not asked for before it is there. */
  children(): ReactNode;
  /** Of what stands under the title: its least height keeps the page from jumping. */
  className?: string | undefined;
}

/** A part of the overview: it loads, fails and is asked for again by itself, and always takes the same room. */
export function Panel({ title, aside, reading, failedTitle, lines, children, className }: PanelProps) {
  const titleId = useId();
  const { state } = reading;
  return (
    <section aria-labelledby={titleId} className="flex min-w-0 flex-col">
      <div className="mb-1 flex min-h-6 items-baseline gap-x-3">
        <h2 id={titleId} className="min-w-0 flex-1 truncate">
          {title}
        </h2>
        {state === 'ready' && reading.error && reading.readAt > 0 ? <Stale reading={reading} /> : null}
        <span className="flex flex-none items-baseline gap-x-3 whitespace-nowrap">{aside}</span>
      </div>
      <div aria-busy={state === 'loading'} className={className}>
        {state === 'failed' ? (
          <Failure title={failedTitle} reading={reading} />
        ) : state === 'loading' ? (
          <Lines count={lines} />
        ) : (
          children()
        )}
      </div>
    </section>
  );
}

function Lines({ count }: { count: number }) {
  return Array.from({ length: count }, (_, index) => (
    <div key={index} className="flex h-(--line) items-center">
      <Skeleton width={`${[78, 62, 86, 55, 70][index % 5] ?? 70}%`} />
    </div>
  ));
}

/** Less than the whole page's failure, and as much: what, why, code, RequestId and a way on. */
function Failure({ title, reading }: { title: string; reading: Reading }) {
  const { t } = useTranslation('ui');
  const { advice, code, requestId, message } = useErrorText(reading.error);
  return (
    <div role="alert" className="flex flex-col items-start gap-1 pt-1">
      <Status tone="danger" icon={CloudOff} className="font-semibold">
        {title}
      </Status>
      <span className="text-text-muted">{advice}</span>
      <ErrorFigures code={code} requestId={requestId} message={message} />
      <Button size="sm" icon={RotateCw} busy={reading.isReading} onClick={reading.refresh} className="mt-1">
        {t('action.retry')}
        <span className="sr-only"> {title}</span>
      </Button>
    </div>
  );
}

/** What is shown is of an earlier time: since when, why, and a try again, in a place that pushes nothing aside. */
function Stale({ reading }: { reading: Reading }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const { title, code, requestId } = useErrorText(reading.error);
  return (
    <Tooltip
      text={
        <>
          {format.sentences(title, t('stale'))}
          <span className="code block">{[code, requestId].filter(Boolean).join(', ')}</span>
        </>
      }
    >
      <button
        type="button"
        className={cx('text-xs whitespace-nowrap text-warn', reading.isReading && 'opacity-70')}
        aria-busy={reading.isReading}
        onClick={reading.refresh}
      >
        <TriangleAlert className="mr-1 size-3.5" aria-hidden />
        {t('asOf', { time: format.clock(reading.readAt) })}
      </button>
    </Tooltip>
  );
}
