import { QueryClient } from '@tanstack/react-query';

/**
 * The cache of server state. Nothing is retried here: the rpc layer has retried what may be, and knows why.
 * `networkMode: 'always'` because the demo answers without a network, and a real call offline should fail with its reason.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: 5_000,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: true,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
