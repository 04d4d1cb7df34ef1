import { createGate } from '@/api/gate';

/** Calls to the regions under way at once, whoever asks. */
export const eventGate = createGate(3);
