import type { RouteObject } from 'react-router-dom';
import { Navigate, Outlet } from 'react-router-dom';
import { routes as alarmRoutes } from '@/features/alarms';
import { routes as calendarRoutes } from '@/features/calendar';
import { routes as batchRoutes } from '@/features/batches';
import { routes as commandRoutes } from '@/features/commands';
import { createRoute, routes as creationRoutes } from '@/features/create-instances';
import { routes as engineRoutes } from '@/features/engine';
import { instanceRoutes as eventTabs, routes as eventRoutes } from '@/features/events';
import { routes as explorerRoutes } from '@/features/explorer';
import { instanceRoute, routes as instanceRoutes } from '@/features/instances';
import { instanceRoutes as invocationTabs, routes as invocationRoutes } from '@/features/invocations';
import { routes as healthRoutes } from '@/features/health';
import { routes as helpRoutes } from '@/features/help';
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

/** As the run sheet over the commands, the sheet for new instances opens over their list. */
const instancePages = instanceRoutes.map((route) =>
  route.path === 'instances' ? { ...route, children: [createRoute] } : route,
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
                      ...engineRoutes,
                      ...scheduleRoutes,
                      ...eventRoutes,
                      ...calendarRoutes,
                      ...instancePages,
                      ...creationRoutes,
                      ...monitoringRoutes,
                      ...healthRoutes,
                      ...helpRoutes,
                      ...explorerRoutes,
                      ...alarmRoutes,
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
