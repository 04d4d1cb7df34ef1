/** The records that hold a run's answers: one, or one of each batch. Every instance is in one of them. */
export interface RecordSource {
  invokeIds: readonly string[];
  recordOf(instanceId: string): string;
}

export function oneRecord(invokeId: string): RecordSource {
  return { invokeIds: [invokeId], recordOf: () => invokeId };
}
