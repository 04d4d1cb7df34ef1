import type { Command, ResolvedCommandContext } from 'just-bash';
import type { Machine } from '../os/machine';

/** What a program printed; a bare string is its stdout with exit code 0. `bytes`: one character of stdout is one byte. */
export type Answer =
  string | { stdout?: string; stderr?: string; exitCode?: number; stdoutKind?: 'text' | 'bytes' };

export interface Call {
  machine: Machine;
  args: string[];
  /** World time of this call, epoch ms. */
  now: number;
  /** The shell's side: files, working directory, environment, running another command. */
  shell: ResolvedCommandContext;
}

/** One program of the machine, by the data of its instance. */
export type Program = (call: Call) => Answer | Promise<Answer>;
export type Programs = Readonly<Record<string, Program>>;

export function fail(stderr: string, exitCode = 1): Answer {
  return { stderr: stderr.endsWith('\n') ? stderr : `${stderr}\n`, exitCode };
}

/** Lines to text, each ended by a line feed. */
export function lines(list: readonly string[]): string {
  return list.map((line) => `${line}\n`).join('');
}

/** Single-letter flags of `-ab -c` in one set; long options whole. Operands are the rest. */
export function parseFlags(args: readonly string[]): { flags: Set<string>; operands: string[] } {
  const flags = new Set<string>();
  const operands: string[] = [];
  for (const arg of args) {
    if (arg.startsWith('--') && arg.length > 2) flags.add(arg.slice(2));
    else if (arg.startsWith('-') && arg.length > 1) for (const letter of arg.slice(1)) flags.add(letter);
    else operands.push(arg);
  }
  return { flags, operands };
}

/** Columns padded to their widest cell, at least to `least`; `right` names the columns aligned to the right. */
export function columns(
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
  gap = 1,
  least: readonly number[] = [],
): string[] {
  const widths = [...least];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cell.length)));
  return rows.map((row) =>
    row
      .map((cell, at) => (right.includes(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

export function toCommand(name: string, program: Program, machine: Machine, worldNow: () => number): Command {
  return {
    name,
    async execute(args, shell) {
      const answer = await program({ machine, args, now: worldNow(), shell });
      if (typeof answer === 'string') return { stdout: answer, stderr: '', exitCode: 0 };
      const { stdout = '', stderr = '', exitCode = 0, stdoutKind } = answer;
      return { stdout, stderr, exitCode, ...(stdoutKind && { stdoutKind }) };
    },
  };
}
