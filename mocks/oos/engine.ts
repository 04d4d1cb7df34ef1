import type { AdvanceDependencies } from './advance';

/** The engine of the orchestration service, in the account's memory only once something was handed to it. */
export function createEngine(dependencies: AdvanceDependencies & { onError(error: unknown): void }) {
  return {
    /** Makes the calls whose turn has come. False: there were none. */
    async goOn(): Promise<boolean> {
      if (dependencies.state.ledger.engineActs.length === 0) return false;
      try {
        const { advance } = await import('./advance');
        return await advance(dependencies);
      } catch (error) {
        dependencies.onError(error);
        return false;
      }
    },
  };
}
