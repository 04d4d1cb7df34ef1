import type { EventAction } from '@/domain/system-event-actions';
import type { EventItem } from '../event-item';
import type { InstanceFacts } from '../queries';
import { AcceptDialog, CancelDrillDialog } from './ConsentDialogs';
import { ReleaseDialog } from './ReleaseDialog';
import { RenewDialog } from './RenewDialog';
import { RescheduleDialog } from './RescheduleDialog';
import { RestartDialog } from './RestartDialog';
import { SnapshotDialog } from './SnapshotDialog';

export interface ActHostProps {
  act: { action: EventAction; events: readonly EventItem[] };
  facts: InstanceFacts;
  onClose(): void;
}

const DIALOGS = {
  restart: RestartDialog,
  reschedule: RescheduleDialog,
  snapshot: SnapshotDialog,
  release: ReleaseDialog,
  accept: AcceptDialog,
  cancelDrill: CancelDrillDialog,
  renew: RenewDialog,
} as const satisfies Record<EventAction, unknown>;

/** The dialog of an action. Loaded with its first use. */
export default function ActHost({ act: { action, events }, facts, onClose }: ActHostProps) {
  const Asking = DIALOGS[action];
  return <Asking events={events} facts={facts} onClose={onClose} />;
}
