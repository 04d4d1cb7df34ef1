import { describe, expect, it } from 'vitest';
import type { FleetInstance } from '@/features/monitoring';
import { fleetRows } from './fleet-rows';

const fleet = (count: number, name: (index: number) => string) =>
  Array.from({ length: count }, (_, index): FleetInstance => ({
    id: `i-${index}`,
    name: name(index),
    zone: index % 3 === 0 ? 'zone-a' : 'zone-b',
    type: 'ecs.g7',
    state: 'Running',
    health: null,
  }));
const told = (instances: FleetInstance[]) =>
  fleetRows(instances, 3).map(({ name, instances: members }) => `${name} ${members.length}`);

describe('rows of the fleet’s map', () => {
  it('J3: instances that are called alike are a row, the largest first', () => {
    expect(told(fleet(10, (index) => (index < 6 ? `web-${index}` : `db-${index}`)))).toEqual([
      'web 6',
      'db 4',
    ]);
  });

  it('J3: small groups share the last row, and no instance is lost', () => {
    expect(told(fleet(10, (index) => (index < 5 ? `web-${index}` : `host ${'abcde'[index - 5]}`)))).toEqual([
      'web 5',
      'host a 1',
      'null 4',
    ]);
  });

  it('J3: a large fleet stands by zones', () => {
    expect(told(fleet(301, (index) => `web-${index}`))).toEqual(['zone-b 200', 'zone-a 101']);
  });
});
