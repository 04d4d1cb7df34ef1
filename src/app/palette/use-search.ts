import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { Command } from '@/api/ecs/commands';
import type { Instance } from '@/api/ecs/instances';
import { keys } from '@/api/query-keys';
import { useSettled } from '@/ui/use-settled';
import { usePlanned, type Planned } from './use-planned';

const MOST_FOUND = 6;
const NONE: readonly Instance[] = [];

export interface Found extends Planned {
  commands: readonly Command[];
  instances: readonly Instance[];
  /** The answer for the text as it stands is still to come. */
  searching: boolean;
  failed: boolean;
}

/**
 * Commands and instances of the region whose name holds the text, or whose ID it is, and what happened or will happen by
 * those names. Asked once typing rests; a newer text aborts the older call. `*` would be a wildcard of the server's, so it is
 * left out.
 */
export function useSearch(region: string, text: string): Found {
  const api = useApi();
  const wanted = text.trim().replaceAll('*', '');
  const settled = useSettled(wanted);
  const enabled = settled !== '';
  const page = { RegionId: region, PageNumber: 1, PageSize: MOST_FOUND };
  const commands = useQuery({
    queryKey: keys.commands.list(region, { palette: settled }),
    queryFn: ({ signal }) =>
      api.ecs.describeCommands(
        { ...page, ...(/^c-\w+$/.test(settled) ? { CommandId: settled } : { Name: `*${settled}*` }) },
        { signal },
      ),
    select: (found) => found.items,
    enabled,
  });
  const instances = useQuery({
    queryKey: keys.instances.list(region, { palette: settled }),
    queryFn: ({ signal }) =>
      api.ecs.describeInstances(
        {
          ...page,
          ...(/^i-\w+$/.test(settled) ? { InstanceIds: [settled] } : { InstanceName: `*${settled}*` }),
        },
        { signal },
      ),
    select: (found) => found.items,
    enabled,
  });
  const planned = usePlanned(region, settled, (enabled && instances.data) || NONE);
  return {
    commands: (enabled && commands.data) || [],
    instances: (enabled && instances.data) || [],
    ...planned,
    searching: wanted !== settled || (enabled && (commands.isFetching || instances.isFetching)),
    failed: enabled && (commands.isError || instances.isError),
  };
}
