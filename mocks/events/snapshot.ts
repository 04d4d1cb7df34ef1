import type { SnapshotCreated } from './acts';

const MINUTE = 60_000;

/** How long a snapshot takes: a minute and some for every 100 GiB. World ms. */
export function snapshotMs({ sizeGiB }: Pick<SnapshotCreated, 'sizeGiB'>): number {
  return MINUTE + Math.round((sizeGiB / 100) * 45_000);
}

export interface SnapshotProgress {
  status: 'progressing' | 'accomplished';
  /** Whole percent. */
  percent: number;
  secondsLeft: number;
}

/** How far a snapshot is, by the clock alone. */
export function progressOf(snapshot: SnapshotCreated, at: number): SnapshotProgress {
  const whole = snapshotMs(snapshot);
  const passed = Math.max(0, at - snapshot.at);
  if (passed >= whole) return { status: 'accomplished', percent: 100, secondsLeft: 0 };
  return {
    status: 'progressing',
    percent: Math.floor((passed / whole) * 100),
    secondsLeft: Math.ceil((whole - passed) / 1000),
  };
}

/** Whether it is still kept. */
export function isKept({ at, retentionDays }: SnapshotCreated, now: number): boolean {
  return retentionDays === null || now < at + retentionDays * 86_400_000;
}
