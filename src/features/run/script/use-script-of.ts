import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { Invocation } from '@/api/ecs/invocations';
import { keys } from '@/api/query-keys';
import { decodeBase64, isBase64 } from '@/domain/base64';
import { isCommandType } from '@/domain/command-type';
import { EMPTY_SCRIPT, type ScriptDraft } from './script-draft';

/** A script as an earlier run had it. */
interface EarlierScript {
  script: ScriptDraft;
  values: Readonly<Record<string, string>>;
}

/** The script of an earlier run, to run it again though it is not saved; null when there is no such run any more. */
export function useScriptOf(region: string, invokeId: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: keys.invocations.list(region, { scriptOf: invokeId }),
    enabled: invokeId !== null,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const request = { RegionId: region, InvokeId: invokeId ?? '' };
      const page = await api.ecs.describeInvocations(request, { signal });
      const run = page.items.find((item) => item.InvokeId === invokeId);
      return run ? earlierScript(run) : null;
    },
  });
}

/**
 * What a record tells of its script. It does not tell whether parameters were in use: they were when there are values of any.
 * null: it is of no type that can be run.
 */
function earlierScript({
  CommandType,
  CommandContent,
  WorkingDir,
  Timeout,
  Parameters,
}: Invocation): EarlierScript | null {
  if (!isCommandType(CommandType) || !isBase64(CommandContent)) return null;
  return {
    script: {
      ...EMPTY_SCRIPT,
      type: CommandType,
      content: new TextDecoder().decode(decodeBase64(CommandContent)),
      workingDir: WorkingDir,
      timeout: Timeout > 0 ? String(Timeout) : EMPTY_SCRIPT.timeout,
      enableParameter: Object.keys(Parameters).length > 0,
    },
    values: Parameters,
  };
}
