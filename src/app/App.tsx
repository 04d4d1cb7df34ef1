import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider, type DataRouter } from 'react-router-dom';
import { ApiProvider } from '@/api/ApiContext';
import { DemoControlContext } from '@/api/demo-control';
import type { Backend } from './backend';
import { CallLogContext } from './call-log';

interface AppProps {
  backend: Backend;
  queryClient: QueryClient;
  router: DataRouter;
}

export function App({ backend, queryClient, router }: AppProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <ApiProvider api={backend.api}>
        <DemoControlContext value={backend.demo}>
          <CallLogContext value={backend.calls}>
            <RouterProvider router={router} />
          </CallLogContext>
        </DemoControlContext>
      </ApiProvider>
    </QueryClientProvider>
  );
}
