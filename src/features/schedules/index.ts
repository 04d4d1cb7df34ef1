import type { RouteObject } from 'react-router-dom';

/** The page of the schedules, below `/:region`. */
export const routes: RouteObject[] = [{ path: 'schedules', lazy: () => import('./page/SchedulesPage') }];

export { ScheduleEditor, type ScheduleEditorProps } from './editor/ScheduleEditor';
export { countdown } from './countdown';
export { nextFireOf } from './next-fire';
export { type ActiveSchedule, activeSchedules, instancesOf, scheduleAddress } from './page/active-schedule';
export { schedulesQuery } from './page/use-schedules';
export { offsetName, UTC, useScheduleDates } from './schedule-dates';
export { readSchedule, type ScheduleProblem, scheduleProblem, shortestInterval } from './schedule-problem';
export { useNextFire } from './use-next-fire';
export { useScheduleWords } from './use-schedule-words';
export type { RestartWindow } from './week-marks';
