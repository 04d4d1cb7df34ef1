import { useMemo } from 'react';
import type { AlertLog } from '@/api/cms/alert-log';
import { ALARM_LEVELS, type AlarmLevel, LOG_LEVELS } from '@/domain/metric-alarm';
import { useTranslation } from '@/i18n/use-translation';
import type { StatusIconName } from '@/ui/status-icons';
import type { Tone } from '@/ui/tones';
import { useRuleWords } from '../metric-rules/use-rule-words';
import { SEND_STATUSES } from './history-filters';

/** The rules' names of the log's levels. */
export const LEVEL_OF: Readonly<Record<string, AlarmLevel>> = Object.fromEntries(
  ALARM_LEVELS.map((level) => [LOG_LEVELS[level], level]),
);

/** The level an entry is about: of what is over, the one it had. */
export function levelOf({ Level, LevelChange }: Pick<AlertLog, 'Level' | 'LevelChange'>): string {
  const [before = ''] = LevelChange.split('->');
  return Level === 'OK' && before in LEVEL_OF ? before : Level;
}

const WAYS = ['MAIL', 'SMS', 'CALL', 'DING'] as const;

/** Entries of the log in words; what the console does not know is shown as it came. */
export function useLogWords() {
  const { t } = useTranslation('alarmRules');
  const rules = useRuleWords();
  return useMemo(() => {
    const level = (name: string) => {
      const known = LEVEL_OF[name];
      if (known) return rules.level(known);
      return name === 'OK' ? t('history.OK') : name;
    };
    return {
      level,
      /** What happened: fired, still, level changed, over. */
      event: ({ EventType, LevelChange }: Pick<AlertLog, 'EventType' | 'LevelChange'>) => {
        if (EventType === 'RESOLVED') return t('history.type.RESOLVED');
        if (EventType !== 'TRIGGERED') return EventType;
        const [before, after] = LevelChange.split('->');
        if (!before || before === 'OK') return t('history.type.TRIGGERED');
        return t(before === after ? 'history.type.still' : 'history.type.changed');
      },
      sent: (status: string): { tone: Tone; icon: StatusIconName; text: string } => {
        const known = SEND_STATUSES.find((one) => one === status);
        const text = known ? t(`history.sent.${known}`) : status;
        if (known === '0') return { tone: 'ok', icon: 'success', text };
        return { tone: 'neutral', icon: known === '2' ? 'stopped' : 'notApplicable', text };
      },
      way: (key: string) => {
        const known = WAYS.find((one) => one === key);
        return known ? t(`history.way.${known}`) : key;
      },
    };
  }, [rules, t]);
}
