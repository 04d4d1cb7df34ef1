/** How one instance failed. */
export interface Failure {
  instanceId: string;
  /** ErrorCode of the record (contract 4.5); empty for a script that ended by itself. */
  errorCode: string;
  /** undefined when the script did not end. */
  exitCode: number | undefined;
  /** Of the output; what varies may be masked. */
  lastLine: string;
}

/** Instances that failed for what looks like one reason. */
export interface FailureCluster {
  errorCode: string;
  exitCode: number | undefined;
  /** As the first instance has it. */
  lastLine: string;
  /** In the order given. Never empty. */
  instanceIds: [string, ...string[]];
}

/** Failures of equal error code, exit code and last line, most instances first; ties keep the order given. */
export function failureClusters(failures: readonly Failure[]): FailureCluster[] {
  const clusters = new Map<string, FailureCluster>();
  for (const { instanceId, errorCode, exitCode, lastLine } of failures) {
    const key = JSON.stringify([errorCode, exitCode ?? null, lastLine]);
    const cluster = clusters.get(key);
    if (cluster) cluster.instanceIds.push(instanceId);
    else clusters.set(key, { errorCode, exitCode, lastLine, instanceIds: [instanceId] });
  }
  return [...clusters.values()].toSorted((a, b) => b.instanceIds.length - a.instanceIds.length);
}
