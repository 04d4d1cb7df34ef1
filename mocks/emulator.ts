import { LIMITS } from '@/domain/limits';
import type { Limits } from '@/domain/limits';
import { openAccountState } from './account-state';
import type { Act } from './acts';
import { createActionRegistry } from './actions';
import type { ActionContext, IdPrefix } from './actions/action';
import type { ScriptRunner } from './agent/runner';
import type { Secrets } from './authentication';
import type { Clock } from './clock';
import { createExecutions } from './executions';
import { createFaultBoard } from './faults';
import type { FaultBoard } from './faults';
import { createGateway } from './gateway';
import { worldAt } from './lifecycle';
import { earlierAnswer, readToken } from './idempotency';
import type { Journal, JournalExport, JournalMeta } from './journal';
import { createEngine } from './oos/engine';
import type { World, WorldSeed } from './world/world';

export interface EmulatorOptions {
  journal: Journal;
  clock: Clock;
  runner: ScriptRunner;
  /** Secret by access key ID. */
  credentials: Secrets;
  faults?: FaultBoard;
  /** Instead of the profile's, for tests of quotas. */
  limits?: Partial<Limits>;
  makeWorld?: (seed: WorldSeed) => World;
  /** Told about defects and about what could not be stored. */
  onError: (error: unknown) => void;
}

export interface Emulator {
  /** Answers one API request. Never rejects. */
  handle(request: Request): Promise<Response>;
  readonly meta: JournalMeta;
  readonly faults: FaultBoard;
  /** Goes on with what is waiting to be executed. */
  pump(): Promise<void>;
  /** Resolves when nothing is being executed by this emulator. */
  idle(): Promise<void>;
  /** Throws away what users did; what `making` names changes. The account is born anew now. */
  reset(making?: Partial<Omit<JournalMeta, 'epoch'>>): Promise<void>;
  /** Makes the world anew and keeps what users did. */
  remake(making: Partial<Omit<JournalMeta, 'epoch' | 'bornAt'>>): Promise<void>;
  exportAll(): Promise<JournalExport>;
  /** Replaces everything by an export; throws JournalUnusable `badImport` or `newerVersion` and changes nothing. */
  importAll(data: unknown): Promise<void>;
  /** A short account of what there is, for debugging. */
  describe(): Promise<Record<string, unknown>>;
  /** Ends running scripts and closes the journal; their records go on with the next emulator on the journal. */
  close(): void;
}

/** One account behind one door. Several emulators (tabs) may share a journal. Throws JournalUnusable. */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { journal, clock, runner, credentials, onError } = options;
  const faults = options.faults ?? createFaultBoard();
  const state = await openAccountState(journal, options.makeWorld);
  const limitsNow = (): Limits => ({ ...LIMITS[state.meta.profile], ...options.limits });
  const engine = createEngine({
    journal,
    state,
    contextAt: contextOf,
    scene: () => ({
      now: clock.now(),
      ledger: state.ledger,
      worldAt: (at) => worldAt(state.world, state.ledger, at),
    }),
    onError,
  });
  const executions = createExecutions({
    journal,
    state,
    clock,
    runner,
    outputBytes: LIMITS.manual.outputBytes,
    goOn: () => engine.goOn(),
    onError,
  });

  function contextOf(call: Call, act: ActionContext['act'], now = clock.now()): ActionContext {
    return {
      ...call,
      now,
      profile: state.meta.profile,
      limits: limitsNow(),
      world: worldAt(state.world, state.ledger, now),
      worldAt: (at) => worldAt(state.world, state.ledger, at),
      ledger: state.ledger,
      newId,
      readBlob: (key) => journal.blob(key),
      lookAt: executions.lookAt,
      act,
    };
  }

  async function write(
    run: (context: ActionContext) => unknown,
    call: Call,
  ): Promise<Record<string, unknown>> {
    const claim = await readToken(call.action, call.regionId, call.params.all);
    const answer = await journal.locks.withWrite(async () => {
      await state.sync();
      const earlier = claim && earlierAnswer(state.ledger, claim, clock.now());
      if (earlier) return earlier;
      const acts: Act[] = [];
      const body = (await run(contextOf(call, (...more) => void acts.push(...more)))) as Record<
        string,
        unknown
      >;
      if (claim) acts.push({ kind: 'TokenUsed', at: clock.now(), ...claim, answer: body });
      if (acts.length > 0) await journal.append(acts);
      await state.sync();
      return body;
    });
    executions.pump();
    return answer;
  }

  const gateway = createGateway({
    registry: createActionRegistry(),
    secrets: credentials,
    clock,
    faults,
    world: () => state.world,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    onDefect: onError,
    async run(entry, call) {
      if (entry.writes) return write(entry.run, call);
      await state.sync();
      await executions.settle();
      // A record another tab left behind is taken up by whoever looks.
      executions.pump();
      return entry.run(
        contextOf(call, () => {
          throw new TypeError(`${call.action} is not listed as a write`);
        }),
      );
    },
  });

  executions.pump();
  return {
    handle: gateway,
    get meta() {
      return state.meta;
    },
    faults,
    async pump() {
      await state.sync();
      await executions.settle();
      executions.pump();
    },
    idle: () => executions.idle(),
    async reset(making = {}) {
      await journal.locks.withWrite(() => journal.reset({ bornAt: clock.now(), ...making }));
      await state.sync();
    },
    async remake(making) {
      await journal.locks.withWrite(() => journal.remake(making));
      await state.sync();
      executions.pump();
    },
    exportAll: () => journal.exportAll(),
    async importAll(data) {
      await journal.locks.withWrite(() => journal.importAll(data));
      await state.sync();
      executions.pump();
    },
    async describe() {
      await state.sync();
      const { ledger, meta } = state;
      return {
        now: new Date(clock.now()).toISOString(),
        ...meta,
        bornAt: new Date(meta.bornAt).toISOString(),
        commands: ledger.commands.size,
        invocations: ledger.invocations.size,
        openRecords: ledger.open.size,
        faults: faults.list(),
        latencyMs: faults.latencyMs,
      };
    },
    close() {
      executions.close();
      journal.close();
    },
  };
}

type Call = Pick<ActionContext, 'action' | 'params' | 'regionId' | 'requestId'>;

function newId(prefix: IdPrefix): string {
  return `${prefix}-${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;
}
