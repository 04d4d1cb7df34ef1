import type { ScriptNode, StatementNode } from 'just-bash';

/** What the shell sets by itself the moment it is read. */
const ALWAYS_SET =
  /^(?:RANDOM|SRANDOM|SECONDS|LINENO|FUNCNAME|PPID|UID|EUID|GROUPS|DIRSTACK|COLUMNS|LINES|EPOCH\w+|BASH\w*|SHELLOPTS|OPTIND|OLDPWD|PWD)$/;
const NAME = /^(?:[A-Za-z_]\w*|[1-9]\d*)$/;

/**
 * With `set -u` an unset variable ends the script. just-bash does so at the top level only and goes on after a function or
 * a group in which it happened, as if all were well; `${name?message}` ends the script everywhere. So what follows a
 * `set -u` of the script's own level is written that way. A script that also says `set +u` is left as it is.
 */
export function refuseUnset(script: ScriptNode): ScriptNode {
  const from = script.statements.findIndex((statement) => sets(statement, /^-[A-Za-z]*u/, '-o'));
  if (from < 0 || script.statements.some((statement) => sets(statement, /^\+[A-Za-z]*u/, '+o')))
    return script;
  const guarded = script.statements.slice(from + 1).map(guard);
  return { ...script, statements: [...script.statements.slice(0, from + 1), ...guarded] };
}

/** Whether the statement is `set` with such a flag, or with `nounset` by name. */
function sets({ pipelines }: StatementNode, flag: RegExp, byName: string): boolean {
  return pipelines.some(({ commands }) =>
    commands.some((command) => {
      if (command.type !== 'SimpleCommand') return false;
      const [name = '', ...args] = [command.name, ...command.args].map((word) => {
        const part = word?.parts[0];
        return word?.parts.length === 1 && part?.type === 'Literal' ? part.value : '';
      });
      const named = args.some(
        (arg, at) => arg === 'nounset' && (args[at - 1] ?? '').startsWith(byName.charAt(0)),
      );
      return name === 'set' && (named || args.some((arg) => flag.test(arg)));
    }),
  );
}

function guard<T>(part: T): T {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((item: unknown) => guard(item)) as T;
  const node = part as { type?: unknown; parameter?: unknown; operation?: unknown };
  if (node.type === 'ParameterExpansion' && node.operation === null && typeof node.parameter === 'string') {
    const name = node.parameter;
    if (!NAME.test(name) || ALWAYS_SET.test(name)) return part;
    const value = `${/^\d/.test(name) ? '$' : ''}${name}: unbound variable`;
    const word = { type: 'Word', parts: [{ type: 'Literal', value }] };
    return { ...part, operation: { type: 'ErrorIfUnset', word, checkEmpty: false } };
  }
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, guard(value)])) as T;
}
