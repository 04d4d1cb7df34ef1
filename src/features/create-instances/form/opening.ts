import type { Attempt } from '@/api/attempt';
import type { Instance } from '@/api/ecs/instances';
import { CREATION_LIMITS } from '@/domain/creation-limits';
import { type CreationDraft, emptyCreation } from '@/domain/instance-creation';
import { readCreation, readSent } from '../draft-store';

/** What the form opens with. */
export interface Opening {
  draft: CreationDraft;
  /** What counts as untouched: leaving it loses nothing. */
  base: CreationDraft;
  /** Whether an earlier visit of this tab had left it. */
  restored: boolean;
  /** How many are still missing of an earlier request, and are now asked for elsewhere; else null. */
  missing: number | null;
  attempt: Attempt | undefined;
}

/** The members of the form that an instance that is there can tell. */
export function placeOf(instance: Instance): Partial<CreationDraft> {
  return {
    zoneId: instance.ZoneId,
    instanceType: instance.InstanceType,
    imageId: instance.ImageId,
    vSwitchId: instance.VSwitchId,
    securityGroupId: instance.SecurityGroupIds[0] ?? '',
    ...(instance.KeyPairName ? { signIn: 'keyPair' as const, keyPairName: instance.KeyPairName } : {}),
  };
}

/**
 * An address that asks for something wins over what was kept: what is missing of an earlier request (`again`, `amount`),
 * without its zone and type, since another is to be chosen (manual 2.3), or the like of an instance.
 */
export function openingOf(region: string, params: URLSearchParams, like: Instance | null): Opening {
  const kept = readCreation(region);
  const attempt = kept?.attempt;
  const empty = emptyCreation();
  const again = params.get('again');
  const sent = again === null ? null : readSent(region, again);
  if (sent) {
    const asked = Number(params.get('amount'));
    const { min, max } = CREATION_LIMITS.amount;
    const missing = Number.isInteger(asked) && asked >= min && asked <= max ? asked : min;
    const draft = {
      ...sent,
      amount: String(missing),
      minAmount: '',
      zoneId: '',
      instanceType: '',
      vSwitchId: '',
    };
    return { draft, base: draft, restored: false, missing, attempt };
  }
  if (like) {
    const draft = { ...empty, ...placeOf(like) };
    return { draft, base: draft, restored: false, missing: null, attempt };
  }
  return { draft: kept?.draft ?? empty, base: empty, restored: kept !== null, missing: null, attempt };
}
