import type { ScriptNode, StatementNode } from 'just-bash';

/** A copy of a piece of the tree in which the statements of every outermost `$(…)` are what `change` makes of them. */
export function inSubstitutions<T>(part: T, change: (body: StatementNode[]) => StatementNode[]): T {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((item: unknown) => inSubstitutions(item, change)) as T;
  if ('type' in part && part.type === 'CommandSubstitution') {
    const { body } = part as unknown as { body: ScriptNode };
    return { ...part, body: { ...body, statements: change(body.statements) } };
  }
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, inSubstitutions(value, change)]),
  ) as T;
}
