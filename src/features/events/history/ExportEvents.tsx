import { Download, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { ApiError } from '@/api/errors';
import { serverNow } from '@/api/server-clock';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import { saveFile } from '@/ui/save-file';
import { Spinner } from '@/ui/Spinner';
import { toast } from '@/ui/toasts';
import { type EventItem, eventItems } from '../event-item';
import { eventsCsv, eventsFileName } from './export-events';
import type { HistoryFilters } from './history-filters';
import { readHistory, useInquiring } from './use-history';

const PAGE_SIZE = 100;

/** Saves every event that the filters let through as CSV, not the page on screen only; reads them page by page. */
export function ExportEvents({
  region,
  filters,
  disabledReason,
}: {
  region: string;
  filters: HistoryFilters;
  disabledReason?: string | undefined;
}) {
  const { t } = useTranslation('events');
  const api = useApi();
  const inquiring = useInquiring(region);
  const format = useFormat();
  const [progress, setProgress] = useState<{ read: number; total: number } | null>(null);
  const ending = useRef<AbortController>(null);
  useEffect(() => () => ending.current?.abort(), []);

  const save = async () => {
    const { signal } = (ending.current = new AbortController());
    setProgress({ read: 0, total: 0 });
    try {
      const events: EventItem[] = [];
      for (let page = 1; ; page++) {
        const answer = await readHistory(
          api,
          region,
          { ...filters, page, size: PAGE_SIZE },
          inquiring,
          signal,
        );
        signal.throwIfAborted();
        events.push(...eventItems(region, answer.items));
        setProgress({ read: events.length, total: answer.totalCount });
        if (answer.items.length < PAGE_SIZE || events.length >= answer.totalCount) break;
      }
      const name = eventsFileName(region, serverNow());
      saveFile(eventsCsv(events), name);
      toast({ tone: 'ok', title: t('export.done', { count: events.length, name }) });
    } catch (error) {
      if (!signal.aborted)
        toast({
          tone: 'danger',
          title: t('export.failed'),
          body: error instanceof ApiError ? error.code : String(error),
        });
    } finally {
      setProgress(null);
    }
  };

  if (progress === null)
    return (
      <Button variant="quiet" icon={Download} disabledReason={disabledReason} onClick={() => void save()}>
        {t('export.action')}
      </Button>
    );
  return (
    <span role="status" className="inline-flex h-8 items-center gap-1.5 text-text-muted">
      <Spinner />
      {t('export.reading', { read: format.number(progress.read), total: format.number(progress.total) })}
      <IconButton size="sm" icon={X} label={t('export.cancel')} onClick={() => ending.current?.abort()} />
    </span>
  );
}
