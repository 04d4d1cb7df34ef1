import { ApiError } from './errors';
import type { Product } from './rpc';

/**
 * Actions whose code is fetched with their first call: topics that the first page does without.
 * A call rejects with ApiError as the action would; `Network` when its code cannot be fetched.
 * @param names of all actions
 */
export function deferred<Actions extends object>(
  product: Product,
  names: Readonly<Record<keyof Actions & string, true>>,
  load: () => Promise<Actions>,
): Actions {
  const call =
    (name: keyof Actions & string) =>
    async (...args: unknown[]): Promise<unknown> => {
      const actions = await load().catch(() => {
        const action = name.replace(/^./, (letter) => letter.toUpperCase());
        throw new ApiError({
          code: 'Network',
          message: 'A part of the console is missing.',
          product,
          action,
        });
      });
      return (actions[name] as (...args: unknown[]) => Promise<unknown>)(...args);
    };
  return Object.fromEntries(
    (Object.keys(names) as (keyof Actions & string)[]).map((name) => [name, call(name)]),
  ) as Actions;
}
