import type { CommandNode, PipelineNode, ScriptNode, StatementNode } from 'just-bash';
import { teeInstead } from './exec-tee';
import { inSubstitutions } from './substitutions';

type SimpleCommand = Extract<CommandNode, { type: 'SimpleCommand' }>;
type Redirection = Extract<CommandNode, { type: 'Group' }>['redirections'][number];

/**
 * just-bash hands stdout and stderr back as two strings when a script ends; the agent stores both as one stream in the
 * order written, and what a killed script had written so far. So the script's tree is rewritten before it runs: every
 * command whose output would go to the terminal writes to `consolePath` at once. Commands whose output is captured
 * (`$(…)`, the left side of a pipe, `> file`) are left alone.
 *
 * A function may be called either way, hence every function gets a twin that writes to the console, and calls at the
 * terminal go to the twin. Scripts that move the shell's own stdout with `exec > file` are left as they are: their
 * output comes in two blocks, stdout first.
 */
export function writeInOrder(script: ScriptNode, consolePath: string): ScriptNode {
  const functions = new Set<string>();
  let redirectsItself = false;
  visitCommands(script.statements, (command) => {
    if (command.type === 'FunctionDef') functions.add(command.name);
    if (isExecRedirect(command) && !mergesStandardStreams(command) && teeInstead(command) === null)
      redirectsItself = true;
  });
  if (redirectsItself) return script;

  const toConsole: Redirection[] = [1, 2].map((fd) => ({
    type: 'Redirection',
    fd,
    operator: '>>',
    target: { type: 'Word', parts: [{ type: 'Literal', value: consolePath }] },
  }));
  const group = (command: CommandNode, redirections: Redirection[]): CommandNode => ({
    type: 'Group',
    body: [statementOf([pipelineOf([command])])],
    redirections,
  });

  /** The command's own redirections come after, so they win. An assignment alone prints nothing itself. */
  const direct = (command: SimpleCommand): SimpleCommand =>
    command.name === null ? command : { ...command, redirections: [...toConsole, ...command.redirections] };

  const statements = (list: StatementNode[]): StatementNode[] => list.flatMap(statement);
  const statement = (node: StatementNode): StatementNode[] => {
    const twin = twinOf(node);
    const rewritten = orElse(node) ?? { ...node, pipelines: node.pipelines.map(pipeline) };
    return twin === null ? [rewritten] : [twin, rewritten];
  };
  /**
   * `f || g`, where f is a function or a compound: just-bash ends the script at a failure inside f in spite of the `||`
   * (`set -e`), but not inside an `if`, which says the same.
   */
  const orElse = (node: StatementNode): StatementNode | null => {
    const last = node.pipelines.length - 1;
    const tried = node.pipelines.slice(0, last);
    const otherwise = node.pipelines[last];
    if (node.operators[last - 1] !== '||' || otherwise === undefined || !tried.some(runsMore)) return null;
    const condition = { ...statementOf(tried), operators: node.operators.slice(0, last - 1) };
    const choice: CommandNode = {
      type: 'If',
      clauses: [{ condition: statements([condition]), body: [statementOf([pipelineOf([NOTHING])])] }],
      elseBody: statements([statementOf([otherwise])]),
      redirections: [],
    };
    return { ...node, pipelines: [pipelineOf([choice])], operators: [] };
  };
  const runsMore = ({ commands }: PipelineNode): boolean =>
    commands.some((command) =>
      command.type === 'SimpleCommand'
        ? functions.has(literalName(command) ?? '')
        : !LEAVES.has(command.type),
    );
  /** What `$(…)` writes to stderr belongs to no redirection of the command that holds it. */
  const heard = <T>(part: T): T =>
    inSubstitutions(part, (body) => [
      statementOf([pipelineOf([{ type: 'Group', body, redirections: toConsole.slice(1) }])]),
    ]);
  /** `f() {…}` as a statement of its own gets its twin just before it. */
  const twinOf = (node: StatementNode): StatementNode | null => {
    const command = node.pipelines[0]?.commands[0];
    if (command?.type !== 'FunctionDef') return null;
    const body = terminal(command.body);
    if (body.type === 'SimpleCommand' || body.type === 'FunctionDef') return null;
    return statementOf([pipelineOf([{ ...command, name: twinName(command.name), body }])]);
  };
  const pipeline = (node: PipelineNode): PipelineNode => {
    if (node.timed === true) return pipelineOf([group(wholePipeline(node), toConsole)]);
    const last = node.commands.length - 1;
    const commands = node.commands.map((command, index) =>
      index === last ? terminal(command) : node.pipeStderr?.[index] === true ? command : stage(command),
    );
    return { ...node, commands };
  };
  /** What goes down a pipe stays as it is, raw bytes too; only its stderr is the console's. */
  const stage = (command: CommandNode): CommandNode =>
    command.type === 'SimpleCommand' && command.name !== null
      ? { ...heard(command), redirections: [...toConsole.slice(1), ...command.redirections] }
      : group(command, toConsole.slice(1));
  const terminal = (command: CommandNode): CommandNode => {
    switch (command.type) {
      case 'FunctionDef':
        return command;
      case 'SimpleCommand': {
        if (isExecRedirect(command)) return teeInstead(command) ?? { ...command, redirections: [] };
        const called = redirectsOutput(command) ? null : literalName(command);
        // The twin's body writes to the console itself. With redirections just-bash would not end the script at an
        // unset variable (`set -u`) inside it.
        if (called !== null && functions.has(called)) return heard(renamed(command, twinName(called)));
        return direct(heard(command));
      }
      case 'ArithmeticCommand':
      case 'ConditionalCommand':
        return heard(command);
    }
    if (redirectsOutput(command)) return group(command, toConsole);
    switch (command.type) {
      case 'If':
        return {
          ...command,
          clauses: command.clauses.map(({ condition, body }) => ({
            condition: statements(condition),
            body: statements(body),
          })),
          elseBody: command.elseBody && statements(command.elseBody),
        };
      case 'While':
      case 'Until':
        return { ...command, condition: statements(command.condition), body: statements(command.body) };
      case 'For':
        return { ...command, words: heard(command.words), body: statements(command.body) };
      case 'Case':
        return {
          ...command,
          word: heard(command.word),
          items: command.items.map((item) => ({ ...item, body: statements(item.body) })),
        };
      default:
        return { ...command, body: statements(command.body) };
    }
  };

  return { ...script, statements: statements(script.statements) };
}

const NOTHING: CommandNode = {
  type: 'SimpleCommand',
  assignments: [],
  name: { type: 'Word', parts: [{ type: 'Literal', value: ':' }] },
  args: [],
  redirections: [],
};

/** Commands without statements of their own to fail. */
const LEAVES: ReadonlySet<CommandNode['type']> = new Set([
  'ArithmeticCommand',
  'ConditionalCommand',
  'FunctionDef',
]);

const TWIN_MARK = '@console';

function twinName(name: string): string {
  return `${name}${TWIN_MARK}`;
}

/** A message of the shell with the names the script knows. */
export function withoutTwinNames(text: string): string {
  return text.replaceAll(TWIN_MARK, '');
}

/** A script's functions, as statements another script can start with. */
export function functionsOf(script: ScriptNode): StatementNode[] {
  return script.statements.filter(({ pipelines }) => pipelines[0]?.commands[0]?.type === 'FunctionDef');
}

function statementOf(pipelines: PipelineNode[]): StatementNode {
  return { type: 'Statement', pipelines, operators: [], background: false };
}

function pipelineOf(commands: CommandNode[]): PipelineNode {
  return { type: 'Pipeline', commands, negated: false };
}

function wholePipeline(node: PipelineNode): CommandNode {
  return { type: 'Group', body: [statementOf([node])], redirections: [] };
}

function redirectsOutput({ redirections }: { redirections: readonly Redirection[] }): boolean {
  return redirections.some(({ operator }) => !operator.startsWith('<'));
}

function literalName(command: CommandNode): string | null {
  if (command.type !== 'SimpleCommand' || command.name?.parts.length !== 1) return null;
  const part = command.name.parts[0];
  return part?.type === 'Literal' ? part.value : null;
}

function renamed(command: SimpleCommand, name: string): SimpleCommand {
  return { ...command, name: { type: 'Word', parts: [{ type: 'Literal', value: name }] } };
}

/** `exec` without a program: it changes where the shell itself writes. */
function isExecRedirect(command: CommandNode): boolean {
  return (
    command.type === 'SimpleCommand' &&
    literalName(command) === 'exec' &&
    command.args.length === 0 &&
    command.redirections.length > 0
  );
}

/** `exec 2>&1`, `exec 1>&2`: nothing changes where both go to the console already. */
function mergesStandardStreams(command: CommandNode): boolean {
  return command.redirections.every(
    ({ operator, fd, target }) =>
      operator === '>&' &&
      (fd === null || fd === 1 || fd === 2) &&
      target.type === 'Word' &&
      target.parts.length === 1 &&
      target.parts[0]?.type === 'Literal' &&
      ['1', '2'].includes(target.parts[0].value),
  );
}

function visitCommands(list: readonly StatementNode[], visit: (command: CommandNode) => void): void {
  for (const { pipelines } of list) {
    for (const { commands } of pipelines) {
      for (const command of commands) {
        visit(command);
        for (const body of bodiesOf(command)) visitCommands(body, visit);
      }
    }
  }
}

function bodiesOf(command: CommandNode): readonly StatementNode[][] {
  switch (command.type) {
    case 'SimpleCommand':
    case 'ArithmeticCommand':
    case 'ConditionalCommand':
      return [];
    case 'FunctionDef':
      return bodiesOf(command.body);
    case 'If':
      return [...command.clauses.flatMap(({ condition, body }) => [condition, body]), command.elseBody ?? []];
    case 'While':
    case 'Until':
      return [command.condition, command.body];
    case 'Case':
      return command.items.map((item) => item.body);
    default:
      return [command.body];
  }
}
