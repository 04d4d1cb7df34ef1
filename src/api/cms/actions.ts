import type { Rpc } from '../rpc';
import { alertLogActions } from './alert-log';
import { monitoringAgentActions } from './agents';
import { contactActions } from './contacts';
import { eventRuleActions } from './event-rules';
import { metricActions } from './metrics';
import { metricRuleActions } from './metric-rules';
import { cmsEventActions } from './system-events';

/** The typed actions of CloudMonitor. */
export function cmsActions(rpc: Rpc) {
  return {
    ...contactActions(rpc),
    ...eventRuleActions(rpc),
    ...cmsEventActions(rpc),
    ...alertLogActions(rpc),
    ...metricActions(rpc),
    ...metricRuleActions(rpc),
    ...monitoringAgentActions(rpc),
  };
}
