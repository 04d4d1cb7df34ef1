import { LIMITS_IN_FORCE } from '@/api/limits-in-force';
import { MOST_ALARM_INSTANCES } from '@/domain/metric-alarm';
import { InstancePicker } from '@/features/instances';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import type { RuleForm } from './rule-form';

export interface ChooseInstancesProps {
  region: string;
  chosen: RuleForm['instances'];
  onChange(chosen: RuleForm['instances']): void;
  onClose(): void;
}

/** Picks the instances that a rule names. Any can be watched, whatever its state. */
export function ChooseInstances({ region, chosen, onChange, onClose }: ChooseInstancesProps) {
  const { t } = useTranslation('alarmRules');
  const selected = new Map(
    chosen.map(({ instanceId, name }) => [
      instanceId,
      { instanceId, name, privateIp: '', osName: '', zoneId: '' },
    ]),
  );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('form.chooseTitle')}
      width={880}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('form.chooseDone')}
        </Button>
      }
    >
      <div className="flex h-[min(560px,64vh)] min-w-0 flex-col [--table-ground:var(--color-surface)]">
        <InstancePicker
          region={region}
          commandType={null}
          limits={LIMITS_IN_FORCE}
          selected={selected}
          maximum={MOST_ALARM_INSTANCES}
          onChange={(next) =>
            onChange([...next.values()].map(({ instanceId, name }) => ({ instanceId, name })))
          }
        />
      </div>
    </Dialog>
  );
}
