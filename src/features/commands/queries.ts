import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { Page } from '@/api/decode';
import type {
  Command,
  CreateCommandRequest,
  DeleteCommandRequest,
  ModifyCommandRequest,
} from '@/api/ecs/commands';
import { keys } from '@/api/query-keys';
import { type ListFilters, listRequests } from './list-filters';

/** One page of the region's commands, newest first. While another page of the same region loads, the old one stays. */
export function useCommandList(region: string, filters: ListFilters) {
  const api = useApi();
  return useQuery({
    queryKey: keys.commands.list(region, filters),
    queryFn: async ({ signal }) => {
      const [first, ...others] = listRequests(region, filters);
      let page = await api.ecs.describeCommands(first, { signal });
      for (const request of others) {
        if (page.totalCount > 0) break;
        page = await api.ecs.describeCommands(request, { signal });
      }
      return page;
    },
    placeholderData: (previous, query) => (query?.queryKey[1] === region ? previous : undefined),
  });
}

/** One command with its script; null if the region has no such command. Shows at once what a list already read. */
export function useCommand(region: string, commandId: string) {
  const api = useApi();
  const cache = useQueryClient();
  return useQuery({
    queryKey: keys.commands.detail(region, commandId),
    queryFn: async ({ signal }) => {
      const page = await api.ecs.describeCommands({ RegionId: region, CommandId: commandId }, { signal });
      return page.items.find((command) => command.CommandId === commandId) ?? null;
    },
    placeholderData: () =>
      cache
        .getQueriesData<Page<Command>>({ queryKey: [...keys.commands.all(region), 'list'] })
        .flatMap(([, page]) => page?.items ?? [])
        .find((command) => command.CommandId === commandId),
  });
}

/** Creates a command; afterwards every list of the region is re-read. */
export function useCreateCommand(region: string) {
  const api = useApi();
  return useMutation({
    mutationFn: (request: CreateCommandRequest) => api.ecs.createCommand(request),
    onSettled: useRereadCommands(region),
  });
}

/** Changes name and description. */
export function useModifyCommand(region: string) {
  const api = useApi();
  return useMutation({
    mutationFn: (request: ModifyCommandRequest) => api.ecs.modifyCommand(request),
    onSettled: useRereadCommands(region),
  });
}

/** Deletes one command; the caller re-reads with {@link useRereadCommands} when all are done. */
export function useDeleteCommand(region: string) {
  const api = useApi();
  return (commandId: string) =>
    api.ecs.deleteCommand({ RegionId: region, CommandId: commandId } satisfies DeleteCommandRequest);
}

/** Marks everything read about the region's commands as old. Not awaited: a page that fails to re-read says so itself. */
export function useRereadCommands(region: string) {
  const cache = useQueryClient();
  return () => {
    void cache.invalidateQueries({ queryKey: keys.commands.all(region) });
  };
}
