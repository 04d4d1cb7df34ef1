import type { TFunction } from 'i18next';
import { LIMITS_IN_FORCE } from '@/api/limits-in-force';
import { MIN_INTERVAL_SECONDS } from '@/domain/cron';
import { LIMITS } from '@/domain/limits';
import { RESCHEDULE_LEAD_MS } from '@/domain/system-event-reschedule';
import { AUTO_RELEASE_MS, EXECUTION_MS, RELEASE_AFTER_MS, USER_WINDOWS } from '@/domain/system-event-windows';
import { useFormat } from '@/i18n/format';
import type { Format } from '@/i18n/formatting';
import { useTranslation } from '@/i18n/use-translation';

export type HelpValues = ReturnType<typeof helpValues>;

/** The numbers that help speaks of, from the rules themselves: an account of today reads its own. */
export function helpValues(format: Format, t: TFunction<'help'>) {
  const limits = LIMITS_IN_FORCE;
  const { manual, today } = LIMITS;
  const maintenance = USER_WINDOWS['SystemMaintenance.Reboot'];
  const hours = (ms: number) => format.number(ms / 3_600_000);
  return {
    commandQuota: format.number(limits.commandQuota),
    runsPerDay: format.number(limits.invocationsPerDay),
    perCall: format.number(limits.instancesPerCall),
    content: format.bytes(limits.contentBytes),
    parameters: format.number(limits.parametersPerCommand),
    timeout: format.number(limits.defaultTimeoutSeconds),
    minGap: format.duration(MIN_INTERVAL_SECONDS * 1000),
    rescheduleLead: format.duration(RESCHEDULE_LEAD_MS),
    maintenanceWindow: t('value.hours', {
      from: hours(maintenance?.min ?? 0),
      to: hours(maintenance?.max ?? 0),
    }),
    expiryWindow: format.duration(USER_WINDOWS['InstanceExpiration.Stop']?.max ?? 0),
    arrearsWindow: format.duration(USER_WINDOWS['AccountUnbalanced.Stop']?.max ?? 0),
    releaseAfter: format.duration(RELEASE_AFTER_MS),
    executionWindow: format.duration(EXECUTION_MS),
    autoRelease: format.duration(AUTO_RELEASE_MS),
    manualContent: format.bytes(manual.contentBytes),
    todayContent: format.bytes(today.contentBytes),
    manualTimeout: format.duration(manual.defaultTimeoutSeconds * 1000),
    todayTimeout: format.duration(today.defaultTimeoutSeconds * 1000),
    manualPerCall: format.number(manual.instancesPerCall),
    todayPerCall: format.number(today.instancesPerCall),
    manualCommands: format.number(manual.commandQuota),
    todayCommands: format.number(today.commandQuota),
  };
}

export function useHelpValues(): HelpValues {
  const { t } = useTranslation('help');
  return helpValues(useFormat(), t);
}
