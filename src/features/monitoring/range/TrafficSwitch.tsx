import { useTranslation } from '@/i18n/use-translation';
import { kilobytesPerSecond, type TrafficUnit } from '@/domain/monitor-units';
import { useFormat } from '@/i18n/format';
import { Segmented } from '@/ui/Segmented';
import { Tooltip } from '@/ui/Tooltip';

export interface TrafficSwitchProps {
  value: TrafficUnit;
  onChange(value: TrafficUnit): void;
}

/** Bits or bytes (manual 4.1, appendix), with the manual's explanation. */
export function TrafficSwitch({ value, onChange }: TrafficSwitchProps) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  return (
    <Tooltip text={t('unit.explanation', { number: format.number(kilobytesPerSecond(1)) })} side="bottom">
      <span>
        <Segmented
          label={t('unit.label')}
          value={value}
          onValueChange={onChange}
          options={[
            { value: 'bit', label: 'bit/s' },
            { value: 'byte', label: 'B/s' },
          ]}
        />
      </span>
    </Tooltip>
  );
}
