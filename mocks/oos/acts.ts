/** A StartExecution as it was asked for (contract OOS 7); what it comes to is worked out when it is read. */
export interface StartedRequest {
  regionId: string;
  /** One of the two. */
  templateName?: string;
  templateContent?: string;
  /** JSON texts, as sent. */
  parameters: string;
  tags: string;
  mode: string;
  loopMode: string;
  safetyCheck: string;
  description: string;
}

/** What was done to an execution, or what its engine could not derive: how the call for an item was answered. */
export type EngineDeed =
  | { what: 'started'; request: StartedRequest }
  | { what: 'began'; item: string; invokeId: string }
  | { what: 'refused'; item: string; code: string; message: string }
  | { what: 'approved' | 'rejected' | 'cancelled' }
  | { what: 'retried' | 'skipped'; item: string };

/** Something happened to an execution of the orchestration service. Read by those who need it, when they do. */
export interface EngineActed {
  kind: 'EngineActed';
  at: number;
  executionId: string;
  deed: EngineDeed;
}
