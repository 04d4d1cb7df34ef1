import { DEMO_ACCOUNT } from '@/api/account-key';
import { forgetPlans } from '@/features/batches';
import { forgetCalendarFiles } from '@/features/calendar';
import { forgetAsked } from '@/features/instances';
import { forgetNotifications } from '@/features/notifications';
import { forgetRecentScripts } from '@/features/run';
import { dropDraftsFromSession } from '@/ui/session-keep';

/**
 * Forgets what this browser notes beside the demo's account and what names its records, commands, instances or alarms: plans of
 * runs in batches, so that nothing more of them is sent; forms, whose names and tokens mean nothing to a new account; scripts
 * lately run; notifications; installs and restarts asked for; saved calendars. What belongs to other accounts stays.
 */
export async function forgetDemoNotes(): Promise<void> {
  forgetAsked();
  dropDraftsFromSession();
  // A browser that keeps nothing has nothing to forget.
  await forgetPlans(DEMO_ACCOUNT).catch(() => undefined);
  await Promise.all([forgetRecentScripts(), forgetCalendarFiles(), forgetNotifications(DEMO_ACCOUNT)]);
}
