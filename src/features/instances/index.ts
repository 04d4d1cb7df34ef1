import type { RouteObject } from 'react-router-dom';

/** The pages of the instances, below `/:region`. */
export const routes: RouteObject[] = [
  { path: 'instances', lazy: () => import('./InstancesPage') },
  { path: 'instances/:instanceId', lazy: () => import('./InstancePage') },
];

export { fetchEligibility } from './eligibility';
export { InstancePicker, type InstancePickerProps } from './picker/InstancePicker';
export type { PickedInstance } from './picker/picked-instance';
