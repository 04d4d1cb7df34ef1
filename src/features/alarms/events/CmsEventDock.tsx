import { Link } from 'react-router-dom';
import { toCli } from '@/api/cli';
import type { CmsEvent } from '@/api/cms/system-events';
import { instanceOfResource, readCmsContent } from '@/domain/cms-event-content';
import { eventPaths } from '@/features/events';
import { useRegionName } from '@/i18n/region-name';
import { useTranslation } from '@/i18n/use-translation';
import { Badge } from '@/ui/Badge';
import { CliLine } from '@/ui/CliLine';
import { CodeBlock } from '@/ui/CodeBlock';
import { CopyButton } from '@/ui/CopyButton';
import { Dock } from '@/ui/Dock';
import { Id } from '@/ui/Id';
import { Note } from '@/ui/Note';
import { Time } from '@/ui/Time';
import { EventLevel } from '../event-rules/EventLevel';
import { MatchingRules } from '../event-rules/MatchingRules';
import { matchedEvent } from '../event-rules/notified-event';
import { useEventWords } from '../event-rules/use-event-words';

/** One of CloudMonitor's events: what it was, which rules are about it, and what it came with. */
export function CmsEventDock({
  region,
  event,
  onClose,
}: {
  region: string;
  event: CmsEvent;
  onClose(): void;
}) {
  const { t } = useTranslation('eventRules');
  const words = useEventWords();
  const regionName = useRegionName();
  const content = readCmsContent(event.Content);
  const instanceId = instanceOfResource(event.ResourceId) || content.instanceId;
  const title = words.title(event.Name, event.Status);
  const matched = matchedEvent(event);
  const at = event.Time;
  return (
    <div data-beside className="contents">
      <Dock
        label={t('dock.label', { title })}
        width={364}
        className="-mr-(--gutter) ml-5"
        title={
          <>
            {title}
            {content.isTest ? (
              <Badge tone="accent" className="ml-1.5">
                {t('events.test')}
              </Badge>
            ) : null}
          </>
        }
        onClose={onClose}
      >
        {content.isTest ? <Note tone="neutral">{t('dock.test')}</Note> : null}
        <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5">
          <Row name={t('events.time')}>
            <Time at={at} form="full" />
          </Row>
          <Row name={t('events.level')}>
            <EventLevel level={event.Level} />
          </Row>
          <Row name={t('dock.type')}>{matched.type ? words.type(matched.type) : t('dock.unknownType')}</Row>
          <Row name={t('dock.name')}>
            <span className="code wrap-anywhere">{event.Name}</span>
          </Row>
          <Row name={t('dock.status')}>{words.state(event.Status)}</Row>
          {instanceId ? (
            <Row name={t('events.instance')}>
              <Link to={eventPaths(event.RegionId).instance(instanceId)} className="inline-link">
                {event.InstanceName || content.instanceName || instanceId}
              </Link>
              <Id value={instanceId} className="block" />
            </Row>
          ) : null}
          <Row name={t('events.region')}>{regionName(event.RegionId)}</Row>
          {content.eventId ? (
            <Row name={t('dock.systemEvent')}>
              <Link
                to={`${eventPaths(event.RegionId).all}?q=${encodeURIComponent(content.eventId)}&event=${encodeURIComponent(content.eventId)}`}
                className="inline-link"
              >
                {content.eventId}
              </Link>
            </Row>
          ) : null}
        </dl>
        <MatchingRules region={region} event={matched} title={t('dock.rules')} />
        <section className="flex flex-col gap-2" aria-label={t('dock.content')}>
          <h3 className="flex items-center">
            <span className="flex-1">{t('dock.content')}</span>
            <CopyButton text={event.Content} label={t('dock.copy')} />
          </h3>
          <CodeBlock
            label={t('dock.content')}
            code={content.pretty}
            language="json"
            lineNumbers={false}
            wrap
          />
          <CliLine
            line={toCli('cms', 'DescribeSystemEventAttribute', {
              RegionId: region,
              Product: event.Product || 'ECS',
              Name: event.Name,
              ...(at === null ? {} : { StartTime: at, EndTime: at }),
            })}
          />
        </section>
      </Dock>
    </div>
  );
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
