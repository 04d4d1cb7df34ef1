import { CircleAlert, Info, OctagonAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { AlarmLevel } from '@/domain/metric-alarm';
import { useTranslation } from '@/i18n/use-translation';
import { Status } from '@/ui/Status';
import { LEVEL_TONES } from './use-rule-words';

/** Each has an outline of its own. */
const ICONS: Readonly<Record<AlarmLevel, LucideIcon>> = {
  Critical: OctagonAlert,
  Warn: CircleAlert,
  Info,
};

export interface LevelMarkProps {
  level: AlarmLevel;
  /** The word is for screen readers, and told on hover. */
  hiddenLabel?: boolean | undefined;
}

/** Icon and word of a level. */
export function LevelMark({ level, hiddenLabel = false }: LevelMarkProps) {
  const { t } = useTranslation('alarmRules');
  const text = t(`level.${level}`);
  return (
    <span title={hiddenLabel ? text : undefined}>
      <Status tone={LEVEL_TONES[level]} icon={ICONS[level]}>
        {hiddenLabel ? <span className="sr-only">{text}</span> : text}
      </Status>
    </span>
  );
}
