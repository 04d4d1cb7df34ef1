/** Where this browser keeps plans of runs, of all accounts: their database, and what the names of the marks in localStorage begin with. */
export const PLANS = { database: 'ecs-operations-console-runs', mark: 'batched-run:' } as const;
