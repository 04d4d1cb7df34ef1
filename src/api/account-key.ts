import { sha256Hex } from './signature';

/** The account of the demo, of which each browser has one. */
export const DEMO_ACCOUNT = 'demo';

const LENGTH = 16;

/**
 * A name that tells accounts apart, for what a browser keeps of each: a digest of the key's ID and of where its calls go, from
 * which neither can be had back. Another key of the same account counts as another account, because the API does not say whose
 * a key is.
 * @param endpoint one address for all calls; null: the vendor's own
 */
export async function accountKeyOf(accessKeyId: string, endpoint: string | null): Promise<string> {
  return (await sha256Hex(`${accessKeyId}\n${endpoint ?? ''}`)).slice(0, LENGTH);
}
