import type { RouteObject } from 'react-router-dom';
import { Navigate, Outlet } from 'react-router-dom';
import { routes as calendarRoutes } from '@/features/calendar';
import { routes as batchRoutes } from '@/features/batches';
import { routes as commandRoutes } from '@/features/commands';
import { instanceRoutes as eventTabs, routes as eventRoutes } from '@/features/events';
import { instanceRoute, routes as instanceRoutes } from '@/features/instances';
import { instanceRoutes as invocationTabs, routes as invocationRoutes } from '@/features/invocations';
import { routes as healthRoutes } from '@/features/health';
import { instanceRoutes as monitoringTabs, routes as monitoringRoutes } from '@/features/monitoring';
import { routes as overviewRoutes } from '@/features/overview';
import { runRoute, runScriptRoute } from '@/features/run';
import { routes as scheduleRoutes } from '@/features/schedules';
import { routes as settingsRoutes } from '@/features/settings';
import { Toasts } from '@/ui/toasts';
import { Frame } from './Frame';
import { lastRegion } from './last-region';
import { CrashPage } from './lazy-crash-page';
import { PageOutline } from './PageOutline';
import { RegionGate } from './RegionGate';

function Root() {
  return (
    <>
      <Outlet />
      <Toasts />
    </>
  );
}

const loadNotFound = async () => ({ Component: (await import('./NotFoundPage')).NotFoundPage });

function ToCommands() {
  return <Navigate to={`/${encodeURIComponent(lastRegion())}/commands`} replace />;
}

/** The run sheet opens over the list of commands but belongs to the runs: only here do the two features meet. */
const commandPages = commandRoutes.map((route) =>
  route.path === 'commands'
    ? { ...route, children: [...(route.children ?? []), runRoute, runScriptRoute] }
    : route,
) as RouteObject[];

/** Every address of the console. A page that fails leaves the frame standing; only the frame's own failure takes all. */
export const routes: RouteObject[] = [
  {
    element: <Root />,
    errorElement: <CrashPage />,
    children: [
      { index: true, element: <ToCommands /> },
      {
        element: <Frame />,
        children: [
          {
            errorElement: <CrashPage />,
            HydrateFallback: PageOutline,
            children: [
              ...settingsRoutes,
              {
                path: ':region',
                element: <RegionGate />,
                children: [
                  {
                    errorElement: <CrashPage />,
                    children: [
                      { index: true, element: <Navigate to="commands" replace /> },
                      ...overviewRoutes,
                      ...commandPages,
                      ...invocationRoutes,
                      ...batchRoutes,
                      ...scheduleRoutes,
                      ...eventRoutes,
                      ...calendarRoutes,
                      ...instanceRoutes,
                      ...monitoringRoutes,
                      ...healthRoutes,
                      instanceRoute([...eventTabs, ...monitoringTabs, ...invocationTabs]),
                      { path: '*', lazy: loadNotFound },
                    ],
                  },
                ],
              },
              { path: '*', lazy: loadNotFound },
            ],
          },
        ],
      },
    ],
  },
];
