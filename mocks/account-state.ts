import type { Act } from './acts';
import { JournalUnusable } from './journal';
import type { Journal, JournalMeta } from './journal';
import { createLedger } from './ledger';
import type { Ledger } from './ledger';
import { createWorld } from './world/world';
import type { World, WorldSeed } from './world/world';

/** The account as the journal tells it, brought up to date on demand. */
export interface AccountState {
  readonly meta: JournalMeta;
  readonly world: World;
  readonly ledger: Ledger;
  /** Reads what was written since, also by other tabs; makes everything anew in a new epoch. */
  sync(): Promise<void>;
}

/** Throws JournalUnusable when the journal cannot be read or holds what cannot be reduced. */
export async function openAccountState(
  journal: Journal,
  makeWorld: (seed: WorldSeed) => World = createWorld,
): Promise<AccountState> {
  let meta: JournalMeta | undefined;
  let world!: World;
  let ledger!: ReturnType<typeof createLedger>;
  let seq = 0;
  let syncing: Promise<void> = Promise.resolve();

  /** The account before its first act. It is long in the making, so the page gets its turns meanwhile. */
  async function bornAs({ seed, fleetSize, bornAt }: JournalMeta) {
    const fresh = { world: makeWorld({ seed, fleetSize, bornAt }), ledger: createLedger() };
    for (const _part of fresh.world.prelude.parts?.() ?? []) await new Promise((go) => setTimeout(go));
    for (const act of fresh.world.prelude()) fresh.ledger.reduce(act);
    return fresh;
  }

  async function readOn(): Promise<void> {
    let snapshot = await journal.read(seq);
    if (meta?.epoch !== snapshot.meta.epoch) {
      if (seq > 0) snapshot = await journal.read(0);
      ({ world, ledger } = await bornAs(snapshot.meta));
      meta = snapshot.meta;
      seq = 0;
    }
    for (const entry of snapshot.entries) {
      reduceStored(ledger, entry.act);
      seq = entry.seq;
    }
  }

  const sync = () => {
    const next = syncing.then(readOn);
    syncing = next.catch(() => undefined);
    return next;
  };

  await sync();
  return {
    get meta() {
      return meta as JournalMeta;
    },
    get world() {
      return world;
    },
    get ledger() {
      return ledger;
    },
    sync,
  };
}

function reduceStored(ledger: { reduce(act: Act): void }, act: Act): void {
  try {
    ledger.reduce(act);
  } catch (error) {
    throw new JournalUnusable('damaged', "The demo's data is damaged: an act cannot be understood.", error);
  }
}
