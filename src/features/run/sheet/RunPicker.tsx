import { memo } from 'react';
import type { CommandType } from '@/domain/command-type';
import { InstancePicker } from '@/features/instances';
import { MOST_PER_RUN, RUN_LIMITS } from '../run-request';
import type { RunDraftState } from '../use-run-draft';

export interface RunPickerProps extends Pick<RunDraftState, 'selected' | 'setSelected'> {
  region: string;
  commandType: CommandType;
}

/** Where it runs. Typing a value or a script does not draw the table anew. */
export const RunPicker = memo(function RunPicker({ setSelected, ...picker }: RunPickerProps) {
  return (
    <InstancePicker
      {...picker}
      limits={RUN_LIMITS}
      maximum={MOST_PER_RUN}
      onChange={(next) => setSelected(() => next)}
    />
  );
});
