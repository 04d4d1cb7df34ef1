import { useMemo } from 'react';
import type { Invocation } from '@/api/ecs/invocations';
import { StopBatchedSchedule } from '@/features/batches';
import { runProgress, StopDialog, useInstanceNames } from '@/features/invocations';
import type { ActiveSchedule } from './active-schedule';

export interface StopScheduleProps {
  region: string;
  schedule: ActiveSchedule;
  onClose(): void;
}

/** Stops a schedule: on all or some of its instances (C6), or of several batches on all of some. */
export function StopSchedule({ region, schedule, onClose }: StopScheduleProps) {
  return schedule.invocations.length > 1 ? (
    <StopBatchedSchedule
      region={region}
      runId={schedule.runId}
      records={schedule.invocations}
      onClose={onClose}
    />
  ) : (
    <StopRecord region={region} invocation={schedule.invocation} onClose={onClose} />
  );
}

interface StopRecordProps extends Omit<StopScheduleProps, 'schedule'> {
  invocation: Invocation;
}

function StopRecord({ region, invocation, onClose }: StopRecordProps) {
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
