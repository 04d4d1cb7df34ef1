import type { RouteObject } from 'react-router-dom';

/** The list of the instances, below `/:region`. */
export const routes: RouteObject[] = [{ path: 'instances', lazy: () => import('./InstancesPage') }];

/**
 * The page of one instance, below `/:region`. Its tabs are routes of the features they belong to, put in by the app; each
 * learns by `useInstanceContext` which instance it is about.
 */
export function instanceRoute(tabs: readonly RouteObject[]): RouteObject {
  return {
    path: 'instances/:instanceId',
    lazy: () => import('./InstancePage'),
    children: [{ index: true, lazy: () => import('./detail/OverviewTab') }, ...tabs],
  };
}

export { forgetAsked } from './asked/asked-store';
export { fetchEligibility } from './eligibility';
export { HealthStatus } from './HealthStatus';
export { InstancePicker, type InstancePickerProps } from './picker/InstancePicker';
export type { PickedInstance } from './picker/picked-instance';
