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
  if (instance.asked) return instance.asked.keyPairName ?? '';
  return instance.osType === 'linux' ? `ops-${instance.tags['env'] ?? 'prod'}` : '';
}

/** A network interface of an instance in a VPC. */
export interface WorldInterface {
  eniId: string;
  macAddress: string;
  privateIp: string;
  primary: boolean;
}

/** The primary interface; databases and gateways have a second one, for replication and for the other side. */
export function interfacesOf(instance: WorldInstance): WorldInterface[] {
  if (instance.networkType === 'classic') return [];
  const { macAddress, privateIp, role } = instance;
  const tail = instance.instanceId.slice(2);
  const primary: WorldInterface = { eniId: `eni-${tail}`, macAddress, privateIp, primary: true };
  if (role !== 'db' && role !== 'gateway') return [primary];
  const [network, subnet, block, host] = privateIp.split('.');
  return [
    primary,
    {
      eniId: `eni-${tail.slice(0, -1)}${tail.endsWith('x') ? 'y' : 'x'}`,
      macAddress: macAddress.replace(/^00:16:3e:./, '00:16:3e:8'),
      // The upper half of the zone's blocks, which instances never fill.
      privateIp: `${network}.${subnet}.${Number(block) + 32}.${host}`,
      primary: false,
    },
  ];
}
