import { BUILT_IN_PARAMETERS, substitute } from '@/domain/parameters';

/** A stretch of the script as it will run; with a name, the value of that parameter. */
export interface PreviewPart {
  text: string;
  name?: string;
  /** Only the service knows the value: the parameter stands as it is written. */
  byService?: boolean;
}

const BUILT_IN = /^acs::/i;

/**
 * The script as it will run, cut at its parameters. Built-in parameters that are not among `builtIns` stay as they are
 * written, marked, because every instance gets another value (contract 4.7).
 */
export function previewParts(
  content: string,
  enableParameter: boolean,
  values: Readonly<Record<string, string>>,
  builtIns: Readonly<Record<string, string>>,
): PreviewPart[] {
  if (!enableParameter) return [{ text: content }];
  const known = new Set(Object.keys(builtIns).map((name) => name.toLowerCase()));
  const { text, marks } = substitute(content, values, { ...STANDING, ...builtIns });
  const parts: PreviewPart[] = [];
  let at = 0;
  for (const { name, from, to } of marks) {
    if (from > at) parts.push({ text: text.slice(at, from) });
    const byService = BUILT_IN.test(name) && !known.has(name.toLowerCase());
    parts.push({ text: text.slice(from, to), name, ...(byService ? { byService } : {}) });
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
    ...(instances.length === 1 && only ? { 'ACS::InstanceId': only.instanceId, 'ACS::InstanceName': only.name } : {}),
  };
}
