import { useCallback } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { parseWireTime } from '@/api/wire-times';
import { osTypeFor } from '@/domain/command-type';
import type { Ineligibility } from '@/domain/eligibility';
import { useFormat } from '@/i18n/format';
import type { StatusIconName } from '@/ui/status-icons';
import type { Tone } from '@/ui/tones';
import { isInstanceState } from '@/features/instance-context';
import type { PickerRow } from './use-picker-rows';
import type { PickFor } from './verdict';

export interface VerdictWords {
  tone: Tone;
  icon: StatusIconName;
  /** Fits into the column. */
  short: string;
  /** The whole reason; null when there is nothing to explain. */
  why: string | null;
}

/** What decides about the words. */
type Judged = Pick<PickerRow, 'instance' | 'verdict' | 'agent'>;

/** The verdict on an instance in words: "Ready", or why not and what would help. */
export function useVerdictWords(type: PickFor): (row: Judged) => VerdictWords {
  const { t } = useTranslation(['instances', 'domain']);
  const format = useFormat();

  return useCallback(
    (row) => {
      switch (row.verdict.kind) {
        case 'ready':
          return { tone: 'ok', icon: 'success', short: t('verdict.ready'), why: null };
        case 'checking':
          return {
            tone: 'neutral',
            icon: 'pending',
            short: t('verdict.checking'),
            why: t('verdict.checkingWhy'),
          };
        case 'agentUnknown':
          return {
            tone: 'warn',
            icon: 'warning',
            short: t('verdict.agentUnknown'),
            why: t('verdict.agentUnknownWhy'),
          };
        case 'cannot': {
          const { reason } = row.verdict;
          return {
            tone: 'neutral',
            icon: ICONS[reason],
            short: shortReason(reason, row),
            why: t(`domain:ineligibility.${reason}.why`),
          };
        }
      }

      function shortReason(reason: Ineligibility, { instance, agent }: Judged): string {
        switch (reason) {
          case 'notRunning':
            return isInstanceState(instance.Status)
              ? t(`domain:instanceState.${instance.Status}`)
              : instance.Status;
          case 'osMismatch':
            return type === null
              ? ''
              : t('verdict.osMismatch', { system: t(`domain:osType.${osTypeFor(type)}`) });
          case 'agentOffline': {
            const heartbeat = parseWireTime(agent?.LastHeartbeatTime);
            return heartbeat === null
              ? t('domain:ineligibility.agentOffline.short')
              : t('verdict.offlineFor', { duration: coarse(format, Date.now() - heartbeat) });
          }
          case 'notVpc':
            return t('verdict.notVpc');
          default:
            return t(`domain:ineligibility.${reason}.short`);
        }
      }
    },
    [format, t, type],
  );
}

const UNITS_MS = [24 * 3_600_000, 3_600_000, 60_000];

/** Of the largest unit only: "3 d" fits the column, "3 d 4 h" says no more. */
function coarse(format: ReturnType<typeof useFormat>, span: number): string {
  const unit = UNITS_MS.find((size) => span >= size) ?? 1000;
  return format.duration(span - (span % unit));
}

const ICONS = {
  osMismatch: 'failed',
  systemUnsupported: 'failed',
  notVpc: 'disconnected',
  notRunning: 'stopped',
  agentMissing: 'cancelled',
  agentOffline: 'disconnected',
} as const satisfies Record<string, StatusIconName>;
