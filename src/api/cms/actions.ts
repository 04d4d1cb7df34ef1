import type { Rpc } from '../rpc';
import { monitoringAgentActions } from './agents';
import { metricActions } from './metrics';

/** The typed actions of CloudMonitor. */
export function cmsActions(rpc: Rpc) {
  return { ...metricActions(rpc), ...monitoringAgentActions(rpc) };
}
