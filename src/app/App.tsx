import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useTranslation } from '@/i18n/use-translation';
import { RouterProvider, type DataRouter } from 'react-router-dom';
import { AccountContext } from '@/api/AccountContext';
import { DEMO_ACCOUNT } from '@/api/account-key';
import { ApiProvider } from '@/api/ApiContext';
import { DemoControlContext } from '@/api/demo-control';
import { WriteGate } from '@/ui/write-gate';
import type { Backend } from './backend';
import { CallLogContext } from '@/api/call-log';
import { LiveContext } from './connect/live';
import { PacingContext } from './connect/use-slowed';

interface AppProps {
  backend: Backend;
  queryClient: QueryClient;
  router: DataRouter;
}

export function App({ backend, queryClient, router }: AppProps) {
  const { t } = useTranslation('errors');
  const closed = backend.live?.readOnly ? t('title.readOnly') : undefined;
  return (
    <QueryClientProvider client={queryClient}>
      <ApiProvider api={backend.api}>
        <DemoControlContext value={backend.demo}>
          <CallLogContext value={backend.calls}>
            <LiveContext value={backend.live}>
              <AccountContext value={backend.live?.accountKey ?? DEMO_ACCOUNT}>
                <PacingContext value={backend.pacing}>
                  <WriteGate value={closed}>
                    <RouterProvider router={router} />
                  </WriteGate>
                </PacingContext>
              </AccountContext>
            </LiveContext>
          </CallLogContext>
        </DemoControlContext>
      </ApiProvider>
    </QueryClientProvider>
  );
}
