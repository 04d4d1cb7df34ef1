import { Link } from 'react-router-dom';
import type { Acts } from '../actions/use-acts';
import type { EventItem } from '../event-item';
import { LifecycleState } from '../EventWords';
import { eventPaths } from '../paths';
import { actionStatus } from '../queries';
import { RecommendedAction } from '../RecommendedAction';
import { useFact } from './fact-store';

interface FactCellProps {
  event: EventItem;
}

/** The instance by name, over its ID. */
export function InstanceCell({ event }: FactCellProps) {
  const name = useFact(event)?.name || event.instanceId;
  return (
    <span className="flex min-w-0 flex-col">
      <Link
        to={eventPaths(event.region).instance(event.instanceId)}
        className="truncate font-semibold text-text! hover:text-accent!"
        title={name}
      >
        {name}
      </Link>
      <span className="code truncate text-xs text-text-muted">{event.instanceId}</span>
    </span>
  );
}

/** The instance's lifecycle state, over its region. */
export function StateCell({ event }: FactCellProps) {
  const fact = useFact(event);
  return (
    <span className="flex min-w-0 flex-col">
      <LifecycleState status={fact === undefined ? undefined : (fact?.status ?? null)} />
      <span className="truncate text-xs text-text-muted">{event.region}</span>
    </span>
  );
}

export function ActionCell({ event, act }: FactCellProps & { act: Acts['act'] }) {
  const fact = useFact(event);
  return (
    <RecommendedAction
      event={event}
      status={actionStatus(fact === undefined ? undefined : (fact?.status ?? null), event)}
      name={fact?.name || event.instanceId}
      act={act}
    />
  );
}
