import type { Credentials } from './rpc';

/** The fixed key of the demo account: the emulator knows it, no cloud does, so it is no secret. */
export const DEMO_CREDENTIALS: Credentials = { accessKeyId: 'demo', accessKeySecret: 'demo' };
