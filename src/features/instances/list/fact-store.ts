import type { AgentStatus } from '@/api/ecs/agents';

/** What other calls than DescribeInstances tell about an instance. Absent: not asked yet; null: asked, not told. */
export interface InstanceFacts {
  health?: string | null;
  agent?: AgentStatus | null;
}

/** Facts of instances by ID. Each cell listens by itself, so that an answer re-renders the cells and not the table. */
export interface FactStore {
  get(instanceId: string): InstanceFacts;
  put<Fact extends keyof InstanceFacts>(
    fact: Fact,
    values: Iterable<readonly [string, InstanceFacts[Fact]]>,
  ): void;
  subscribe(listener: () => void): () => void;
}

const NOTHING: InstanceFacts = {};

export function createFactStore(): FactStore {
  const facts = new Map<string, InstanceFacts>();
  const listeners = new Set<() => void>();
  return {
    get: (instanceId) => facts.get(instanceId) ?? NOTHING,
    put(fact, values) {
      let changed = false;
      for (const [instanceId, value] of values) {
        const known = facts.get(instanceId);
        if (known && known[fact] === value) continue;
        // A failed second look does not take away what the first one told.
        if (known?.[fact] && value === null) continue;
        facts.set(instanceId, { ...known, [fact]: value });
        changed = true;
      }
      if (changed) for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
