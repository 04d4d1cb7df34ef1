import { BUILT_IN_PARAMETERS, scanParameters, substitute, unquotedUses } from '@/domain/parameters';
import type { Runnable } from './runnable';

/** A stretch of the script as it will run; with a name, the value of that parameter. */
export interface PreviewPart {
  text: string;
  name?: string;
  /** Only the service knows the value: the parameter stands as it is written. */
  byService?: boolean;
  /** The shell splits and expands it here, because no quotes stand around it. */
  unquoted?: boolean;
}

const BUILT_IN = /^acs::/i;

/**
 * The script as it will run, cut at its parameters. Built-in parameters that are not among `builtIns` stay as they are
 * written, marked, because every instance gets another value (contract 4.7).
 */
export function previewParts(
  { content, enableParameter, type }: Pick<Runnable, 'content' | 'enableParameter' | 'type'>,
  values: Readonly<Record<string, string>>,
  builtIns: Readonly<Record<string, string>>,
): PreviewPart[] {
  if (!enableParameter) return [{ text: content }];
  const known = new Set(Object.keys(builtIns).map((name) => name.toLowerCase()));
  // Every use has a value, so the marks are the uses, one by one.
  const { text, marks } = substitute(content, values, { ...STANDING, ...builtIns });
  const { uses } = scanParameters(content);
  const bare = new Set(type === 'RunShellScript' ? unquotedUses(content).map(({ from }) => from) : []);
  const parts: PreviewPart[] = [];
  let at = 0;
  for (const [index, { name, from, to }] of marks.entries()) {
    if (from > at) parts.push({ text: text.slice(at, from) });
    const byService = BUILT_IN.test(name) && !known.has(name.toLowerCase());
    const unquoted = bare.has(uses[index]?.from ?? -1);
    parts.push({
      text: text.slice(from, to),
      name,
      ...(byService ? { byService } : {}),
      ...(unquoted ? { unquoted } : {}),
    });
    at = to;
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at) });
  return parts;
}

/** Every built-in, standing for itself. */
const STANDING = Object.fromEntries(BUILT_IN_PARAMETERS.map((name) => [name, `{{${name}}}`]));

/** The built-ins that are known before the run; an instance's own only when it runs on one. */
export function knownBuiltIns(
  region: string,
  commandId: string,
  instances: readonly { instanceId: string; name: string }[],
): Record<string, string> {
  const [only] = instances;
  return {
    'ACS::RegionId': region,
    'ACS::CommandId': commandId,
    ...(instances.length === 1 && only
      ? { 'ACS::InstanceId': only.instanceId, 'ACS::InstanceName': only.name }
      : {}),
  };
}
