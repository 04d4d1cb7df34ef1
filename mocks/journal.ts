import type { Profile } from '@/domain/limits';
import type { Act } from './acts';

/** What an account is made from; a new `epoch` means everything was thrown away and made anew. */
export interface JournalMeta {
  epoch: string;
  /** World time at which the account was born: the prelude lies before it. Epoch ms. */
  bornAt: number;
  seed: number;
  /** Instances in the whole account. */
  fleetSize: number;
  profile: Profile;
}

export interface JournalEntry {
  /** Grows by one per act; starts at 1. */
  seq: number;
  act: Act;
}

export interface JournalSnapshot {
  meta: JournalMeta;
  entries: JournalEntry[];
}

/** Everything, as the user exports it. Blobs are Base64. */
export interface JournalExport {
  format: 'ecs-operations-console-demo';
  schemaVersion: number;
  meta: JournalMeta;
  acts: Act[];
  blobs: Record<string, string>;
}

/**
 * The append-only record of one account, shared by every tab (or emulator) that opens the same one. Nothing is cached:
 * `read` always answers with what others wrote too.
 */
export interface Journal {
  /** The account's making and the acts after `since`, oldest first. */
  read(since: number): Promise<JournalSnapshot>;
  /** Writes acts and blobs all together or not at all. */
  append(acts: readonly Act[], blobs?: Readonly<Record<string, Uint8Array>>): Promise<void>;
  blob(key: string): Promise<Uint8Array | undefined>;
  /** Throws everything away and starts a new epoch; what is not given stays as it was. */
  reset(making?: Partial<Omit<JournalMeta, 'epoch'>>): Promise<void>;
  /** Changes what the account is made from and starts a new epoch, keeping what users did. */
  remake(making: Partial<Omit<JournalMeta, 'epoch'>>): Promise<void>;
  exportAll(): Promise<JournalExport>;
  /** Replaces everything by an export. Throws `JournalUnusable` and changes nothing when it cannot be read. */
  importAll(data: unknown): Promise<void>;
  locks: JournalLocks;
  close(): void;
}

export interface JournalLocks {
  /** Runs `task` while no other holder of this journal writes. */
  withWrite<T>(task: () => Promise<T>): Promise<T>;
  /** Runs `task` while holding `name`, if it is free at once; false: someone else holds it and nothing was run. */
  tryHold(name: string, task: () => Promise<void>): Promise<boolean>;
}

export type UnusableReason = 'damaged' | 'newerVersion' | 'unavailable' | 'badImport';

/** The stored account cannot be opened: the page offers a reset. */
export class JournalUnusable extends Error {
  override readonly name = 'JournalUnusable';
  readonly reason: UnusableReason;

  constructor(reason: UnusableReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}
