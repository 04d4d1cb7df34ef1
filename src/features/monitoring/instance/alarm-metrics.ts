interface WatchedChart {
  /** The metric of CloudMonitor to watch. */
  metric: string;
  /** The chart's line is that metric, in the same unit: thresholds can be drawn on it. */
  isSame: boolean;
}

/**
 * What a rule watches that is made from a chart: ECS and CloudMonitor name what they measure differently, and ECS adds up what
 * CloudMonitor keeps apart.
 */
export const ALARM_METRIC_OF: Readonly<Record<string, WatchedChart>> = {
  cpu: { metric: 'CPUUtilization', isSame: true },
  intranetBandwidth: { metric: 'IntranetInRate', isSame: false },
  internetBandwidth: { metric: 'InternetOutRate', isSame: false },
  diskOperations: { metric: 'DiskReadIOPS', isSame: false },
  diskBandwidth: { metric: 'DiskReadBPS', isSame: false },
  memory: { metric: 'memory_usedutilization', isSame: true },
  load: { metric: 'load_1m', isSame: true },
  diskUse: { metric: 'diskusage_utilization', isSame: true },
  processes: { metric: 'process.number', isSame: true },
  connections: { metric: 'net_tcpconnection', isSame: true },
};
