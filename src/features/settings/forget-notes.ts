import { DEMO_ACCOUNT } from '@/api/account-key';
import { forgetPlans } from '@/features/batches';
import { forgetCalendarFiles } from '@/features/calendar';
import { forgetAsked } from '@/features/instances';
import { forgetNotifications } from '@/features/notifications';
import { forgetRunNotes } from '@/features/run';

/**
 * Forgets what this browser notes beside the demo's account and what names its records, commands or instances: plans of runs
 * in batches, so that nothing more of them is sent; choices for runs; notifications; installs and restarts asked for; saved
 * calendars. What belongs to other accounts stays.
 */
export async function forgetDemoNotes(): Promise<void> {
  forgetAsked();
  // A browser that keeps nothing has nothing to forget.
  await forgetPlans(DEMO_ACCOUNT).catch(() => undefined);
  await Promise.all([forgetRunNotes(), forgetCalendarFiles(), forgetNotifications(DEMO_ACCOUNT)]);
}
