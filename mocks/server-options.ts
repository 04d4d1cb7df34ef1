import { parseArgs } from 'node:util';
import type { Profile } from '@/domain/limits';

export interface ServerOptions {
  port: number;
  instances: number;
  seed: number;
  /** World time at the start, epoch ms; null: the machine's. */
  now: number | null;
  profile: Profile;
}

export const USAGE = `Usage: npm run emulator -- [--port 4010] [--instances 60] [--seed 1] [--now 2026-11-22T00:00:00Z] [--profile manual|today]

Serves the emulated API on http://127.0.0.1:<port> with the key testid / testsecret. The state is kept in memory.`;

/** Reads the command line; throws a RangeError that says what is wrong. Null: help was asked for. */
export function readServerOptions(argv: readonly string[]): ServerOptions | null {
  const { values } = parse(argv);
  if (values.help) return null;
  const whole = (name: 'port' | 'instances' | 'seed', min: number, max: number, fallback: number) => {
    const text = values[name];
    if (text === undefined) return fallback;
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= min && value <= max))
      throw new RangeError(`--${name} must be a whole number from ${min} to ${max}, not "${text}"`);
    return value;
  };
  const now = values.now === undefined ? null : parseInstant(values.now);
  if (Number.isNaN(now))
    throw new RangeError(`--now must be an ISO 8601 time such as 2026-11-22T00:00:00Z, not "${values.now}"`);
  const profile = values.profile ?? 'manual';
  if (profile !== 'manual' && profile !== 'today')
    throw new RangeError(`--profile must be manual or today, not "${profile}"`);
  return {
    port: whole('port', 0, 65_535, 4010),
    instances: whole('instances', 1, 100_000, 60),
    seed: whole('seed', 0, 4_294_967_295, 1),
    now,
    profile,
  };
}

const INSTANT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** A day (its start in UTC) or a time with its zone: what a machine's own zone would decide is refused. NaN when neither. */
export function parseInstant(text: string): number {
  return INSTANT.test(text) ? Date.parse(text) : Number.NaN;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string' },
        instances: { type: 'string' },
        seed: { type: 'string' },
        now: { type: 'string' },
        profile: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new RangeError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
