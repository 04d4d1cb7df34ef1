import type { WorldInstance } from './instance';

/** The elastic address of an instance: gateways hold one of their own. */
export function elasticAddress(instance: WorldInstance): string | null {
  return instance.role === 'gateway' ? instance.publicIp : null;
}

/** The public address assigned when the instance was made. */
export function assignedAddress(instance: WorldInstance): string | null {
  return instance.role === 'gateway' ? null : instance.publicIp;
}

/** Linux instances are entered with their environment's key pair; Windows has passwords: empty. */
export function keyPairName(instance: WorldInstance): string {
  return instance.osType === 'linux' ? `ops-${instance.tags['env'] ?? 'prod'}` : '';
}
