import { useState } from 'react';
import type { CommandType } from '@/domain/command-type';
import { LIMITS } from '@/domain/limits';
import { InstancePicker } from '@/features/instances/picker/InstancePicker';
import type { Picked } from '@/features/instances/picker/picked-instance';

export interface PickerHostProps {
  type?: CommandType;
  maximum: number;
  /** Told of every choice. */
  onChange?: (chosen: Picked) => void;
}

/** The picker of instances on a page that keeps the choice, as the run sheets do. */
export function PickerHost({ type = 'RunShellScript', maximum, onChange }: PickerHostProps) {
  const [selected, setSelected] = useState<Picked>(new Map());
  return (
    <InstancePicker
      region="cn-hangzhou"
      commandType={type}
      limits={LIMITS.manual}
      selected={selected}
      onChange={(next) => {
        setSelected(next);
        onChange?.(next);
      }}
      maximum={maximum}
    />
  );
}
