import { useMemo } from 'react';
import {
  CMS_EVENT_LEVELS,
  CMS_EVENT_TYPES,
  findCmsEventName,
  partsOfCmsName,
} from '@/domain/cms-event-names';
import { SYSTEM_EVENT_STATES } from '@/domain/system-events';
import { useTranslation } from '@/i18n/use-translation';
import type { StatusIconName } from '@/ui/status-icons';
import type { Tone } from '@/ui/tones';

const KINDS = [
  'SystemMaintenance.Reboot',
  'SystemMaintenance.Redeploy',
  'SystemMaintenance.Stop',
  'SystemMaintenance.IsolateErrorDisk',
  'SystemMaintenance.ReInitErrorDisk',
  'SystemMaintenance.RebootAndIsolateErrorDisk',
  'SystemMaintenance.RebootAndReInitErrorDisk',
  'SystemMaintenance.PerformanceImpact',
  'SystemFailure.Reboot',
  'SystemFailure.Redeploy',
  'SystemFailure.Stop',
  'SystemFailure.Delete',
  'InstanceFailure.Reboot',
  'Stalled',
  'ErrorDetected',
  'StateChange',
  'PreemptibleInstanceInterruption',
  'BurstablePerformanceRestricted',
  'CreateSnapshotCompleted',
  'DiskOperationCompleted',
] as const;

const STATES = [
  ...SYSTEM_EVENT_STATES,
  'Pending',
  'Starting',
  'Running',
  'Stopping',
  'Stopped',
  'Deleted',
  'Normal',
  'Warn',
] as const;

export interface EventWords {
  /** What happens, by the middle part of a name; an unknown one as it came. */
  kind(kind: string): string;
  state(state: string): string;
  /** A level in any case. */
  level(level: string): string;
  type(type: string): string;
  /** What happened and how far it is: `Restart, system maintenance · scheduled`. */
  title(name: string, status?: string): string;
}

/** The words of CloudMonitor's events. */
export function useEventWords(): EventWords {
  const { t } = useTranslation('eventRules');
  return useMemo(() => {
    const kind = (text: string) => {
      const known = KINDS.find((one) => one === text);
      return known ? t(`kind.${known}`) : text;
    };
    const state = (text: string) => {
      const known = STATES.find((one) => one === text);
      return known ? t(`state.${known}`) : text;
    };
    return {
      kind,
      state,
      level: (text) => {
        const known = CMS_EVENT_LEVELS.find((one) => one === text.toUpperCase());
        return known ? t(`level.${known}`) : text;
      },
      type: (text) => {
        const known = CMS_EVENT_TYPES.find((one) => one === text);
        return known ? t(`type.${known}`) : text;
      },
      title: (name, status) => {
        const parts = partsOfCmsName(name);
        const isNotice = findCmsEventName(name)?.type === 'StatusNotification';
        const at = parts.state ?? status ?? '';
        return isNotice || at === ''
          ? kind(parts.kind)
          : t('title', { kind: kind(parts.kind), state: state(at).toLowerCase() });
      },
    };
  }, [t]);
}

const LEVEL_LOOKS: Readonly<Record<string, { tone: Tone; icon: StatusIconName }>> = {
  CRITICAL: { tone: 'danger', icon: 'alert' },
  WARN: { tone: 'warn', icon: 'warning' },
  INFO: { tone: 'info', icon: 'info' },
};

/** Icon and colour of a level in any case. */
export function levelLook(level: string): { tone: Tone; icon: StatusIconName } {
  return LEVEL_LOOKS[level.toUpperCase()] ?? { tone: 'neutral', icon: 'unknown' };
}
