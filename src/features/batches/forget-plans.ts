import { planStore } from './plan-store';
import { forgetSecrets } from './secret-part';

/** Forgets every plan of an account: nothing more of them is sent. What was sent already runs on. Rejects when nothing can be kept here. */
export async function forgetPlansOf(account: string): Promise<void> {
  for (const id of await planStore.forget(account)) forgetSecrets(id);
}
