import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { Contact } from '@/api/cms/contacts';
import { keys } from '@/api/query-keys';

/** A person takes minutes to activate a channel. */
const WHILE_PENDING_MS = 20_000;
const FRESH_MS = 30_000;

/** Every contact of the account, read again while one has a channel that waits for its activation. */
export function useContacts(region: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.contacts.people(region),
    queryFn: ({ signal }) => api.cms.describeContactListAll({ RegionId: region }, { signal }),
    staleTime: FRESH_MS,
    refetchInterval: ({ state }) => (state.data?.some(isWaiting) ? WHILE_PENDING_MS : false),
  });
}

/** Every contact group of the account. */
export function useContactGroups(region: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.contacts.groups(region),
    queryFn: ({ signal }) => api.cms.describeContactGroupListAll({ RegionId: region }, { signal }),
    staleTime: FRESH_MS,
  });
}

/** Whether a channel of the contact waits for its activation. */
export function isWaiting({ ChannelsState }: Contact): boolean {
  return Object.values(ChannelsState).includes('PENDING');
}

/** After a write contacts and groups are read anew: each tells of the other. */
export function useRereadContacts(region: string): () => void {
  const cache = useQueryClient();
  return () => void cache.invalidateQueries({ queryKey: keys.contacts.all(region) });
}
