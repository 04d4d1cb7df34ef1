import type { Command } from 'just-bash';

/** A handler set by `trap '…' EXIT`, with the variables as they were when it was set: a later state cannot be read. */
export interface ExitTrap {
  handler: string;
  env: ReadonlyMap<string, string>;
}

/**
 * `trap`: signals never reach a script here, so handlers for them are accepted and never run; the one for EXIT is kept
 * for whoever runs the script.
 */
export function exitTraps(traps: ExitTrap[]): Command {
  return {
    name: 'trap',
    async execute(args, { env }) {
      const operands = args.filter((arg) => arg !== '--');
      const [handler = '', ...signals] = operands;
      if (signals.some((name) => name === 'EXIT' || name === '0')) {
        traps.length = 0;
        if (handler !== '-' && handler !== '') traps.push({ handler, env: new Map(env) });
      }
      return { stdout: '', stderr: '', exitCode: 0 };
    },
  };
}
