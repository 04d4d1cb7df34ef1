import { createGate } from '@/api/gate';

/** Charts come by the dozen, and the service counts calls by the second: all of them share these few places. */
export const monitorGate = createGate(4);
