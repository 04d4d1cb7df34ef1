import { useMemo } from 'react';
import type { Invocation } from '@/api/ecs/invocations';
import { runProgress, StopDialog, useInstanceNames } from '@/features/invocations';

export interface StopScheduleProps {
  region: string;
  invocation: Invocation;
  onClose(): void;
}

/** Stops a schedule on all or some of its instances (C6). */
export function StopSchedule({ region, invocation, onClose }: StopScheduleProps) {
  const ids = useMemo(() => invocation.InvokeInstances.map((row) => row.InstanceId), [invocation]);
  const names = useInstanceNames(region, ids);
  return (
    <StopDialog
      region={region}
      invocation={invocation}
      progress={runProgress(invocation)}
      nameOf={(instanceId) => names.get(instanceId) ?? instanceId}
      onClose={onClose}
    />
  );
}
