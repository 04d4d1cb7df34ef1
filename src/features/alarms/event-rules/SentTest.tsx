import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import { serverNow } from '@/api/server-clock';
import { readCmsContent } from '@/domain/cms-event-content';
import { Rich } from '@/i18n/Rich';
import { useTranslation } from '@/i18n/use-translation';
import { Note } from '@/ui/Note';
import { eventRulePaths } from '../paths';

/** A test event that was accepted. `at` in epoch ms, by the server's clock, right before it was sent. */
export interface SentEvent {
  name: string;
  instanceId: string;
  at: number;
}

const POLL_MS = 3000;
/** CloudMonitor does not say how long it takes; after this it is no longer waited for. */
const PATIENCE_MS = 60_000;
/** The clocks of two machines. */
const LEEWAY_MS = 60_000;

/** Looks for the test event among CloudMonitor's events until it is there. */
export function SentTest({ region, sent }: { region: string; sent: SentEvent }) {
  const { t } = useTranslation('eventRules');
  const api = useApi();
  const found = useQuery({
    queryKey: keys.cmsEvents.list(region, { test: sent }),
    queryFn: async ({ signal }) => {
      const events = await api.cms.describeSystemEventAttribute(
        {
          RegionId: region,
          Name: sent.name,
          StartTime: sent.at - LEEWAY_MS,
          EndTime: serverNow() + LEEWAY_MS,
          PageNumber: 1,
          PageSize: 100,
        },
        { signal },
      );
      return (
        events.find(({ Content }) => {
          const { isTest, instanceId } = readCmsContent(Content);
          return isTest && instanceId === sent.instanceId;
        }) ?? null
      );
    },
    refetchInterval: ({ state }) => (state.data || serverNow() - sent.at > PATIENCE_MS ? false : POLL_MS),
  });
  const { data: event } = found;
  if (event)
    return (
      <Note tone="ok" role="status" title={t('test.listed')}>
        <Rich
          text={t('test.listedBody')}
          parts={{
            event: <Link to={eventRulePaths(region).event(event.Name, event.Id)} className="inline-link" />,
          }}
        />
      </Note>
    );
  return (
    <Note tone="info" role="status" title={t('test.accepted')}>
      {t(
        found.fetchStatus === 'idle' && serverNow() - sent.at > PATIENCE_MS ? 'test.notYet' : 'test.looking',
      )}
    </Note>
  );
}
