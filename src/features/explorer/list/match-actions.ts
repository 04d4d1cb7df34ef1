import type { CatalogAction } from '@/api/catalog';
import type { TopicId } from '@/api/catalog/topic';

export type KindFilter = 'all' | 'read' | 'write';

export interface ActionGroup {
  topic: TopicId;
  actions: readonly CatalogAction[];
}

/** The actions in which every word of the text occurs, by topic; `about` gives what is searched besides the name. */
export function matchActions(
  actions: readonly CatalogAction[],
  text: string,
  kind: KindFilter,
  about: (action: CatalogAction) => string,
): ActionGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = actions.filter((action) => {
    if (kind !== 'all' && action.kind !== kind) return false;
    const all = `${action.name} ${action.product} ${about(action)}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
  return [...new Set(found.map(({ topic }) => topic))].map((topic) => ({
    topic,
    actions: found.filter((action) => action.topic === topic),
  }));
}
