import { createContext, useContext } from 'react';

/** A failure the demo is told to answer with, to see how pages behave. */
export interface DemoFault {
  /** Action name, or `*` for every action. */
  action: string;
  /** Error code of the answer, such as `Throttling.User`. */
  code: string;
  /** HTTP status of the answer. */
  status: number;
  /** How many more calls fail. */
  times: number;
}

/** What settings can do to the demo account. Implemented by the emulator; absent when a real cloud is behind the pages. */
export interface DemoControl {
  /** Number of instances of the whole account. */
  readonly fleetSize: number;
  /** Rebuilds the world with another number of instances; what the user did is kept. */
  setFleetSize(count: number): Promise<void>;
  /** Forgets everything the user did. */
  reset(): Promise<void>;
  /** Everything the user did, as one JSON file. */
  exportData(): Promise<Blob>;
  /** Replaces the demo's data. Rejects with an Error that says why when the file is not an export of the demo. */
  importData(file: Blob): Promise<void>;
  /** Failures still to come; assign to replace them. */
  faults: readonly DemoFault[];
  /** Added to the time of every call, milliseconds; assign to change it. */
  latencyMs: number;
}

/** Provided at boot; null in live mode. */
export const DemoControlContext = createContext<DemoControl | null>(null);

/** The demo's controls, or null when the pages talk to a real cloud. */
export function useDemoControl(): DemoControl | null {
  return useContext(DemoControlContext);
}
