import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { useFormat } from '@/i18n/format';
import { IconButton } from '@/ui/IconButton';
import { Time } from '@/ui/Time';
import { recordPaths } from '../../paths';
import { Advice, Output, OutcomeBadge, RunTimes } from '../ResultViewer';
import type { Fire } from './fires';

export interface FireViewerProps {
  region: string;
  invocation: Invocation;
  /** Newest first. */
  fires: readonly Fire[];
  fire: Fire;
  instanceId: string;
  name: string;
  onOpen(fire: number, instanceId: string): void;
}

/** What one instance answered at one fire; to its earlier and later ones with one press. */
export function FireViewer({ region, invocation, fires, fire, instanceId, name, onOpen }: FireViewerProps) {
  const { t } = useTranslation('invocations');
  const format = useFormat();
  const record = fire.records.get(instanceId);
  if (!record) return null;
  const place = fires.indexOf(fire);
  const earlier = fires.slice(place + 1).find(({ records }) => records.has(instanceId));
  const later = fires.slice(0, place).findLast(({ records }) => records.has(instanceId));
  const { run, result, changed } = record;
  return (
    <section aria-labelledby="fire-title" className="flex min-h-0 min-w-0 flex-1 flex-col gap-2.5">
      <div className="flex min-h-8 items-center gap-2">
        <h2 id="fire-title" className="truncate">
          <Link to={recordPaths(region).instance(instanceId)} title={instanceId} className="text-text">
            {name}
          </Link>
          <span className="font-normal text-text-subtle">
            {format.comma}
            {fire.at === null ? `#${fire.number}` : <Time at={fire.at} />}
          </span>
        </h2>
        <OutcomeBadge run={run} />
        <span className="flex-1" />
        <IconButton
          icon={ChevronLeft}
          label={t('periodic.later')}
          disabledReason={later ? undefined : t('periodic.latest')}
          onClick={() => {
            if (later) onOpen(later.number, instanceId);
          }}
        />
        <IconButton
          icon={ChevronRight}
          label={t('periodic.previous')}
          disabledReason={earlier ? undefined : t('periodic.earliest')}
          onClick={() => {
            if (earlier) onOpen(earlier.number, instanceId);
          }}
        />
      </div>
      <p className="-mt-2 text-text-muted">
        <RunTimes run={run} />
        {changed === null ? null : (
          <>
            {' · '}
            {t(changed ? 'periodic.changed' : 'periodic.unchanged')}
          </>
        )}
      </p>
      {run.outcome === 'failed' ? <Advice run={run} /> : null}
      <Output
        key={fire.number}
        region={region}
        invocation={invocation}
        run={run}
        result={result}
        name={name}
        found={undefined}
      />
    </section>
  );
}
