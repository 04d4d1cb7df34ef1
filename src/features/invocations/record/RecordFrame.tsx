import { CircleStop } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { useAddress } from '@/ui/use-address';
import type { RunProgress } from '../run-progress';
import { runName } from '../script-line';
import type { RecordView } from './record-view';
import { RequestView } from './RequestView';
import { stoppable, StopDialog } from './StopDialog';

export interface RecordFrameProps {
  view: RecordView;
  progress: RunProgress;
  nameOf(instanceId: string): string;
  title: ReactNode;
  rest?: ReactNode;
  lede: ReactNode;
  /** The ways to run it again. */
  again: ReactNode;
  /** Why there is nothing to stop, when there is nothing. */
  nothingToStop: string;
  /** Between the head and the tabs. */
  summary?: ReactNode;
  /** The tab of what came of it; the other is what was asked. */
  results: { label: string; count: number | undefined };
  /** At the end of the row of tabs, by the tab that is open. */
  aside(isResults: boolean): ReactNode;
  children: ReactNode;
}

/** What the pages of all records have in common: head, ways to run again and to stop, a note when stale, and two tabs. */
export function RecordFrame({
  view,
  progress,
  nameOf,
  title,
  rest,
  lede,
  again,
  nothingToStop,
  summary,
  results,
  aside,
  children,
}: RecordFrameProps) {
  const { t } = useTranslation('invocations');
  const format = useFormat();
  const [params, change] = useAddress();
  const [stopping, setStopping] = useState(false);
  const { region, invocation, readAt, staleReason } = view;
  const canStop = stoppable(progress).length;
  const isResults = params.get('tab') !== 'request';
  return (
    <>
      <PageHead
        documentTitle={`${runName(invocation)} ${invocation.InvokeId}`}
        title={title}
        rest={rest}
        lede={lede}
        actions={
          <>
            {again}
            <Button
              icon={CircleStop}
              disabledReason={canStop === 0 ? nothingToStop : undefined}
              onClick={() => setStopping(true)}
            >
              {canStop === 0 ? t('stop.action') : t('stop.actionOn', { count: canStop })}
            </Button>
          </>
        }
      />
      {staleReason === null ? null : (
        <Note tone="warn" className="mb-3" role="status">
          {t('stale', { title: staleReason, time: format.clock(readAt) })}
        </Note>
      )}
      {summary}
      <Tabs
        label={t('record.views')}
        className={summary ? 'min-h-0 flex-1 pt-2' : 'min-h-0 flex-1'}
        value={isResults ? 'results' : 'request'}
        onValueChange={(tab) => change({ tab: tab === 'results' ? null : tab })}
        tabs={[
          { value: 'results', ...results },
          { value: 'request', label: t('record.request') },
        ]}
        aside={aside(isResults)}
      >
        <TabPanel value="results" className="flex min-h-0 flex-1 gap-7 pt-3.5 pb-4">
          {children}
        </TabPanel>
        <TabPanel value="request" className="flex min-h-0 flex-1 flex-col">
          <RequestView region={region} invocation={invocation} />
        </TabPanel>
      </Tabs>
      {stopping ? (
        <StopDialog
          region={region}
          invocation={invocation}
          progress={progress}
          nameOf={nameOf}
          onClose={() => setStopping(false)}
        />
      ) : null}
    </>
  );
}
