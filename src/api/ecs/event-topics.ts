import type { Rpc } from '../rpc';
import { diskActions } from './disks';
import { instanceLifecycleActions } from './instance-lifecycle';
import { maintenanceActions } from './maintenance';
import { snapshotActions } from './snapshots';
import { stockActions } from './stock';
import { systemEventActions } from './system-events';

/** System events, and what one does about them: one chunk, loaded with the first call. */
export function eventTopics(rpc: Rpc) {
  return {
    ...systemEventActions(rpc),
    ...instanceLifecycleActions(rpc),
    ...snapshotActions(rpc),
    ...diskActions(rpc),
    ...maintenanceActions(rpc),
    ...stockActions(rpc),
  };
}
