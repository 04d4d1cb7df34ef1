import type { WorldInstance } from '../../world/instance';
import { accountsOf } from './accounts';
import { familyOf, type Machine } from './machine';
import { servicesOf } from './services';

/** The server an instance is, before any script changed it; root runs. */
export function buildMachine(instance: WorldInstance): Machine {
  const family = familyOf(instance.osId);
  const services = servicesOf(instance.role, family);
  const accounts = accountsOf(services);
  const root = accounts[0];
  if (root === undefined) throw new Error('a machine has a root account');
  return { instance, family, services, accounts, user: root, unitStates: new Map() };
}
