import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import {
  createMemoryRouter,
  Outlet,
  RouterProvider,
  type DataRouter,
  type RouteObject,
} from 'react-router-dom';
import { createApi } from '@/api/api';
import { ApiProvider } from '@/api/ApiContext';
import { DEMO_CREDENTIALS } from '@/api/demo-credentials';
import { DemoControlContext, type DemoControl } from '@/api/demo-control';
import { ApiError } from '@/api/errors';
import { createRpc, type Params, type Rpc } from '@/api/rpc';
import { Toasts } from '@/ui/toasts';

export interface RenderPageOptions {
  /** The address at the start, e.g. `/cn-hangzhou/commands?type=RunShellScript`. */
  at?: string;
  /** Where the element is mounted; default: everywhere below `/:region`. */
  path?: string;
  /** Answers the page's calls: {@link fakeRpc} or {@link emulatorRpc}. Default: every call fails. */
  rpc?: Rpc;
  demo?: DemoControl | null;
}

export interface RenderedPage extends RenderResult {
  user: UserEvent;
  router: DataRouter;
  queryClient: QueryClient;
}

/**
 * Renders a page, or a feature's routes (mounted below `/:region`), with everything a page expects around it: cache,
 * API, router with history (so that blockers work), toasts. The words are English.
 */
export function renderPage(
  page: ReactElement | RouteObject[],
  options: RenderPageOptions = {},
): RenderedPage {
  const { at = '/cn-hangzhou', path = '/:region/*', rpc = fakeRpc({}), demo = null } = options;
  const children: RouteObject[] = Array.isArray(page)
    ? [
        { path: ':region', children: page },
        { path: '*', element: null },
      ]
    : [
        { path, element: page },
        { path: '*', element: null },
      ];
  const root = (
    <>
      <Outlet />
      <Toasts />
    </>
  );
  return renderRoutes([{ element: root, children, hydrateFallbackElement: <></> }], { at, rpc, demo });
}

/** Renders complete routes, such as the app's own. */
export function renderRoutes(
  routes: RouteObject[],
  { at = '/', rpc = fakeRpc({}), demo = null }: Omit<RenderPageOptions, 'path'> = {},
): RenderedPage {
  const router = createMemoryRouter(routes, { initialEntries: [at] });
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: { retry: false, gcTime: Infinity, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  const result = render(
    <QueryClientProvider client={queryClient}>
      <ApiProvider api={createApi(rpc)}>
        <DemoControlContext value={demo}>
          <RouterProvider router={router} />
        </DemoControlContext>
      </ApiProvider>
    </QueryClientProvider>,
  );
  return { ...result, user: userEvent.setup(), router, queryClient };
}

type Answer =
  | Record<string, unknown>
  | ApiError
  | ((params: Params) => Record<string, unknown> | Promise<Record<string, unknown>>);

export interface FakeRpc extends Rpc {
  /** Every call so far, oldest first. */
  calls: { action: string; params: Params }[];
}

/**
 * Answers by action name with a wire-shaped object, the object a function makes of the parameters, or by failing with an
 * ApiError. An action without an answer fails with `InvalidAction.NotFound`.
 */
export function fakeRpc(answers: Record<string, Answer>): FakeRpc {
  const calls: FakeRpc['calls'] = [];
  const rpc: Rpc = async (product, action, params, { signal }) => {
    calls.push({ action, params });
    const answer = answers[action] ?? apiError('InvalidAction.NotFound', { action, httpStatus: 404 });
    if (answer instanceof ApiError) throw answer;
    const response = typeof answer === 'function' ? await answer(params) : answer;
    if (signal?.aborted) throw new ApiError({ code: 'Aborted', message: 'Aborted', product, action });
    return { RequestId: 'TEST-REQUEST-ID', ...response };
  };
  return Object.assign(rpc, { calls });
}

/** A refusal as the cloud would send it. */
export function apiError(
  code: string,
  {
    action = 'DescribeCommands',
    message = `The request failed with ${code}.`,
    httpStatus = 400,
    requestId = 'TEST-REQUEST-ID',
  }: { action?: string; message?: string; httpStatus?: number | null; requestId?: string | null } = {},
): ApiError {
  return new ApiError({ code, message, product: 'ecs', action, httpStatus, requestId });
}

/** The real client over an emulator in this process: `emulatorRpc((await createTestEmulator()).fetch)`. */
export function emulatorRpc(fetch: typeof globalThis.fetch): Rpc {
  return createRpc({ credentials: DEMO_CREDENTIALS, fetch, sleep: async () => undefined });
}
