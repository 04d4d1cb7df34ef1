import type { Api } from '@/api/api';
import { dropFromSession, keepInSession, readFromSession } from '@/ui/session-keep';
import type { BatchPlan, SecretPart } from './plan';

/**
 * Values of parameters and unsaved scripts may hold passwords, so they are never written to the browser's lasting storage. They
 * stay in this tab's session, as the run sheet's own draft does: that survives a reload and ends with the tab. Any other tab,
 * and any later visit, reads them back from the record of a batch that was accepted, where the service keeps them anyway.
 * Only when no batch was accepted before the tab was closed are they gone, and the run has to be started anew.
 */
const keyOf = (planId: string) => `batched-run-values:${planId}`;

/** A store that is full means that the first accepted batch's record has to do. */
export function keepSecrets(planId: string, secrets: SecretPart): void {
  keepInSession(keyOf(planId), secrets);
}

export function forgetSecrets(planId: string): void {
  dropFromSession(keyOf(planId));
}

function secretsHere(planId: string): SecretPart | null {
  const kept = readFromSession(keyOf(planId));
  return typeof kept === 'object' && kept !== null ? kept : null;
}

/** Whether this tab can make the plan's calls. */
export function canSend(plan: BatchPlan): boolean {
  return !plan.hasSecrets || plan.batches.some(({ invokeId }) => invokeId) || secretsHere(plan.id) !== null;
}

/** What the plan's calls need besides; null when nobody has it any more. Rejects with ApiError. */
export async function secretsOf(api: Api, plan: BatchPlan): Promise<SecretPart | null> {
  if (!plan.hasSecrets) return {};
  const here = secretsHere(plan.id);
  if (here !== null) return here;
  const InvokeId = plan.batches.find(({ invokeId }) => invokeId)?.invokeId;
  if (!InvokeId) return null;
  const page = await api.ecs.describeInvocations({ RegionId: plan.region, InvokeId });
  const record = page.items.find((item) => item.InvokeId === InvokeId);
  if (!record) return null;
  const { Parameters, CommandContent } = record;
  return {
    ...(Object.keys(Parameters).length > 0 ? { Parameters } : {}),
    ...(plan.template.action === 'RunCommand' ? { CommandContent } : {}),
  };
}
