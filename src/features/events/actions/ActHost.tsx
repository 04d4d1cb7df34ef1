import type { EventAction } from '@/domain/system-event-actions';
import type { EventItem } from '../event-item';
import type { InstanceFacts } from '../queries';
import { AcceptDialog, CancelDrillDialog } from './ConsentDialogs';
import { ReleaseDialog } from './ReleaseDialog';
import { RescheduleDialog } from './RescheduleDialog';
import { RestartDialog } from './RestartDialog';
import { SnapshotDialog } from './SnapshotDialog';

/** Actions that ask before they act; renewing leads elsewhere. */
export type AskedAction = Exclude<EventAction, 'renew'>;

export interface ActHostProps {
  act: { action: AskedAction; events: readonly EventItem[] };
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
} as const satisfies Record<AskedAction, unknown>;

/** The dialog of an action. Loaded with its first use. */
export default function ActHost({ act: { action, events }, facts, onClose }: ActHostProps) {
  const Asking = DIALOGS[action];
  return <Asking events={events} facts={facts} onClose={onClose} />;
}
