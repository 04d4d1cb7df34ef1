import type { RouteObject } from 'react-router-dom';

/** The region's monitoring pages, below `/:region`. */
export const routes: RouteObject[] = [
  { path: 'monitoring', lazy: () => import('./fleet/FleetPage') },
  { path: 'monitoring/compare', lazy: () => import('./compare/ComparePage') },
];

/** The tabs of an instance's page that are about what it measures. */
export const instanceRoutes: RouteObject[] = [
  { path: 'monitoring', lazy: () => import('./instance/MonitoringTab') },
  { path: 'disks', lazy: () => import('./disks/DisksTab') },
];

export { type FleetInstance, groupFleet, heatOf } from './fleet/fleet-instance';
export { MOST_DRAWN, useFleet } from './fleet/use-fleet';

export type { ChartAlarm, ChartThreshold } from './chart/AlarmLayer';
export { ChartBoard } from './chart/ChartBoard';
export { type ChartData, readState } from './chart/chart-data';
export { ChartFigure } from './chart/ChartFigure';
export { NO_MARKS } from './chart/chart-marks';
export { useMinute } from './range/use-minute';
export { ValuesTable } from './chart/ValuesTable';
