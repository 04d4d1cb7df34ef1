import type { RunCommandRequest } from '@/api/ecs/invocations';
import { encodeBase64 } from '@/domain/base64';
import type { ScriptDraft } from './script-draft';

/**
 * The RunCommand request of a script, without ClientToken (contract 5). Empty optional fields are not sent, and the
 * instances are put in order, so that the same choice is the same request however it was made.
 */
export function scriptRequest(
  region: string,
  draft: ScriptDraft,
  instanceIds: Iterable<string>,
  parameters: Readonly<Record<string, string>>,
): RunCommandRequest {
  const workingDir = draft.workingDir.trim();
  return {
    RegionId: region,
    Type: draft.type,
    CommandContent: encodeBase64(draft.content),
    InstanceId: [...instanceIds].toSorted(),
    ...(workingDir === '' ? {} : { WorkingDir: workingDir }),
    Timeout: Number(draft.timeout.trim()),
    EnableParameter: draft.enableParameter,
    ...(Object.keys(parameters).length === 0 ? {} : { Parameters: parameters }),
    KeepCommand: draft.keep,
    ...(draft.keep ? { Name: draft.name.trim() } : {}),
  };
}
