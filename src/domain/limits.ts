/** What the service allows. Sizes in bytes (1 KB = 1024), times in seconds, lengths in characters. */
export interface Limits {
  /** Script in Base64; for a run, script and parameter values in Base64 together. */
  contentBytes: number;
  defaultTimeoutSeconds: number;
  instancesPerCall: number;
  /** Commands an account may keep per region unless its attributes say otherwise. */
  commandQuota: number;
  /** Runs per region and day unless the account's attributes say otherwise. */
  invocationsPerDay: number;
  /** Parameters one command may define. */
  parametersPerCommand: 20;
  parameterNameBytes: 64;
  /** Key-value pairs one run may pass. */
  parametersPerRun: number;
  nameLength: 128;
  descriptionLength: 512;
  workingDirLength: 200;
  /** Kept bytes of an output; the rest is counted in `Dropped`. */
  outputBytes: 24576;
  /** Whether only instances in a VPC can run commands. */
  needsVpc: boolean;
  minTimeoutSeconds: number;
  maxTimeoutSeconds: number;
}

/** `manual`: the product manual of 2020-02-24, the default everywhere; `today`: the service as it is now. */
export type Profile = 'manual' | 'today';

const SHARED = {
  parametersPerCommand: 20,
  parameterNameBytes: 64,
  // Fewer than a command may define (contract 3): leave empty values out, they mean the same.
  parametersPerRun: 10,
  nameLength: 128,
  descriptionLength: 512,
  workingDirLength: 200,
  outputBytes: 24576,
  // An upper limit exists but is not published (contract 11): a day is longer than any sensible script.
  maxTimeoutSeconds: 86_400,
} as const;

/** The limits of both times (manual 1.1 and 1.2, contract 3). */
export const LIMITS: Record<Profile, Limits> = {
  manual: {
    ...SHARED,
    contentBytes: 16 * 1024,
    defaultTimeoutSeconds: 3600,
    instancesPerCall: 50,
    commandQuota: 100,
    invocationsPerDay: 5000,
    needsVpc: true,
    // The manual names no lower limit. (Pages of 2018 raise anything below 60 to 60 without an error.)
    minTimeoutSeconds: 1,
  },
  today: {
    ...SHARED,
    contentBytes: 24 * 1024,
    defaultTimeoutSeconds: 60,
    instancesPerCall: 100,
    commandQuota: 500,
    invocationsPerDay: 5000,
    needsVpc: false,
    minTimeoutSeconds: 10,
  },
};
