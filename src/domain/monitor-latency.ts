/**
 * The latency of a disk as a measurement, µs. Where nothing was read or written there was nothing to time (contract 8: the
 * field may be absent), and services differ in leaving it out or writing 0; no operation takes no time, so both are a gap.
 * @param value as it was read, of any kind; what is no number is left for the series to judge
 */
export function measuredLatency(value: unknown): unknown {
  return value === 0 || value === '0' ? undefined : value;
}
