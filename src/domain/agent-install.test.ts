import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGENT_STATES } from './agent';
import {
  INSTALL_STEPS,
  installStep,
  isInstallOver,
  SILENT_AFTER_MS,
  type SeenInstance,
} from './agent-install';

const ASKED = Date.UTC(2026, 10, 22, 10, 0, 20);
const MINUTE = 60_000;
const LONG_AGO = ASKED - 30 * 24 * 60 * MINUTE;
const missing = (state: string, startedAt = LONG_AGO): SeenInstance => ({
  state,
  startedAt,
  agent: 'missing',
});
const alone = { installAskedAt: ASKED, restartAskedAt: null };
const RESTART = ASKED + 2 * MINUTE;
const restarted = { installAskedAt: ASKED, restartAskedAt: RESTART };
const floor = (at: number) => Math.floor(at / MINUTE) * MINUTE;

describe('how far the install of an agent has come', () => {
  it.each([
    ['runs on, not restarted', alone, missing('Running'), ASKED, 'waiting'],
    ['runs on, a day later', alone, missing('Running'), ASKED + 1440 * MINUTE, 'waiting'],
    ['is stopped, to be started some day', alone, missing('Stopped'), ASKED, 'waiting'],
    ['goes down by another hand', alone, missing('Stopping'), ASKED + MINUTE, 'restarting'],
    ['was started before, in the same minute', alone, missing('Running', floor(ASKED)), ASKED, 'waiting'],
    ['was restarted elsewhere', alone, missing('Running', ASKED + 5 * MINUTE), ASKED + 6 * MINUTE, 'heartbeat'],
    ['restart asked, still shown as running', restarted, missing('Running'), RESTART + 1000, 'restarting'],
    ['restart asked, on its way up', restarted, missing('Starting'), RESTART + 10_000, 'restarting'],
    ['up again within the minute', restarted, missing('Running', floor(RESTART)), RESTART + 31_000, 'heartbeat'],
    ['nothing heard for long', restarted, missing('Running', floor(RESTART + 30_000)), RESTART + SILENT_AFTER_MS, 'silent'],
    ['never came up', restarted, missing('Starting'), RESTART + SILENT_AFTER_MS, 'silent'],
    ['an earlier restart does not count', { installAskedAt: ASKED, restartAskedAt: ASKED - 1 }, missing('Running'), ASKED, 'waiting'],
    ['released meanwhile', restarted, null, RESTART, 'gone'],
  ] as const)('E1: %s', (_, asked, seen, now, step) => {
    expect(installStep(asked, seen, now)).toBe(step);
  }); // prettier-ignore

  const seen = fc.record({
    state: fc.constantFrom('Pending', 'Starting', 'Running', 'Stopping', 'Stopped', 'Odd'),
    startedAt: fc.option(fc.integer({ min: LONG_AGO, max: ASKED + 60 * MINUTE })),
    agent: fc.constantFrom(...AGENT_STATES),
  });
  const asked = fc.record({
    installAskedAt: fc.constant(ASKED),
    restartAskedAt: fc.option(fc.integer({ min: ASKED - 60 * MINUTE, max: ASKED + 60 * MINUTE })),
  });

  it('E1: an agent that reports ends every install, and nothing but it is called online', () => {
    fc.assert(
      fc.property(asked, seen, fc.nat(90 * MINUTE), (wish, state, later) => {
        const step = installStep(wish, state, ASKED + later);
        expect(INSTALL_STEPS).toContain(step);
        expect(step === 'online').toBe(state.agent === 'online');
      }),
    );
  });

  it('E1: without news an install that is over stays over', () => {
    fc.assert(
      fc.property(asked, seen, fc.nat(90 * MINUTE), fc.nat(90 * MINUTE), (wish, state, later, more) => {
        const before = installStep(wish, state, ASKED + later);
        fc.pre(isInstallOver(before));
        expect(installStep(wish, state, ASKED + later + more)).toBe(before);
      }),
    );
  });
});
