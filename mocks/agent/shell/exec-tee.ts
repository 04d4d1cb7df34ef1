import type { Command, CommandNode } from 'just-bash';
import type { Console } from '../console';

type SimpleCommand = Extract<CommandNode, { type: 'SimpleCommand' }>;

/** The command that stands for `exec > >(tee …)`; no script can call it by this name by accident. */
const NAME = 'tee@console';

/**
 * `exec > >(tee -a FILE) 2>&1`, how scripts log what they print: just-bash would lose the output. Here the record gets it
 * anyway, so a command of our own in its place remembers the file, which is written when the script has ended. Null: the
 * command is another.
 */
export function teeInstead(command: CommandNode): SimpleCommand | null {
  if (command.type !== 'SimpleCommand') return null;
  const [first, ...others] = command.redirections;
  if (first?.operator !== '>' || (first.fd ?? 1) !== 1 || first.target.type !== 'Word') return null;
  const [part] = first.target.parts;
  if (part?.type !== 'ProcessSubstitution' || part.direction !== 'output') return null;
  if (others.some(({ operator }) => operator !== '>&')) return null;
  const tee = part.body.statements[0]?.pipelines[0]?.commands[0];
  const called = tee?.type === 'SimpleCommand' ? tee.name?.parts[0] : undefined;
  if (tee?.type !== 'SimpleCommand' || called?.type !== 'Literal' || called.value !== 'tee') return null;
  return {
    ...command,
    name: { type: 'Word', parts: [{ type: 'Literal', value: NAME }] },
    args: tee.args,
    redirections: [],
  };
}

/** Where a script's output is to be copied: from `offset` of what the console keeps on. */
export interface Copy {
  path: string;
  append: boolean;
  offset: number;
}

export function teeCommand(copies: Copy[], console: Console): Command {
  return {
    name: NAME,
    async execute(args, { fs, cwd }) {
      const append = args.some((arg) => arg === '-a' || arg === '--append');
      for (const path of args.filter((arg) => !arg.startsWith('-')))
        copies.push({ path: fs.resolvePath(cwd, path), append, offset: console.output().length });
      return { stdout: '', stderr: '', exitCode: 0 };
    },
  };
}
