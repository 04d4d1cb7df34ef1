import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { toCli } from '@/api/cli';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { CodeBlock } from '@/ui/CodeBlock';
import { Id } from '@/ui/Id';
import type { EventItem } from '../event-item';

/** The members the manual names (2.4.1), under their names on the wire (contract 7). */
const MEMBERS = [
  'EventId',
  'EventType',
  'EventCycleStatus',
  'EventPublishTime',
  'NotBefore',
  'EventFinishTime',
  'Reason',
] as const;

/** The event as the API sent it (F13), and the call that sends it. */
export function RawFields({ event }: { event: EventItem }) {
  const { t } = useTranslation('events');
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="code text-text-muted">InstanceId</dt>
        <dd className="min-w-0">
          <Id value={event.instanceId} />
        </dd>
        {MEMBERS.map((member) => {
          const text = memberText(event.raw[member]);
          return (
            <div key={member} className="contents">
              <dt className="code text-text-muted">{member}</dt>
              <dd className="code min-w-0 wrap-anywhere">
                {member === 'EventId' ? <Id value={event.id} /> : text || t('raw.none')}
              </dd>
            </div>
          );
        })}
      </dl>
      <CliLine
        line={toCli('ecs', 'DescribeInstanceHistoryEvents', {
          RegionId: event.region,
          EventId: [event.id],
          InstanceEventCycleStatus: [event.state],
        })}
      />
      <div>
        <Button size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'raw.hide' : 'raw.show')}
        </Button>
      </div>
      {open ? <CodeBlock label={t('raw.label')} code={JSON.stringify(event.raw, null, 2)} /> : null}
    </div>
  );
}

/** Text as it came; of a Code/Name pair both. */
function memberText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  const { Code, Name } = value as { Code?: unknown; Name?: unknown };
  const name = typeof Name === 'string' ? Name : '';
  return typeof Code === 'number' || typeof Code === 'string' ? `${name} (${Code})` : name;
}
