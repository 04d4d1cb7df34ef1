import { type RestartWindow, ScheduleEditor } from '@/features/schedules';

export interface ScheduleFieldProps {
  value: string;
  onChange(cron: string): void;
  /** When chosen instances may restart. */
  windows: readonly RestartWindow[];
}

/** The editor of schedules, in a module of its own so that it loads only when a run is to be scheduled. */
export function ScheduleField(props: ScheduleFieldProps) {
  return <ScheduleEditor {...props} />;
}
