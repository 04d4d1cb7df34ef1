import type { ReactNode } from 'react';
import type { Instance } from '@/api/ecs/instances';
import { Id } from '@/ui/Id';

export interface InstanceNamesProps {
  label: string;
  instances: readonly Instance[];
  /** At the end of a line, e.g. how it stands with the instance. */
  aside?(instance: Instance): ReactNode;
  /** Under a line. */
  below?(instance: Instance): ReactNode;
}

/** The instances a dialog is about, by name and ID. */
export function InstanceNames({ label, instances, aside, below }: InstanceNamesProps) {
  return (
    <ul
      aria-label={label}
      className="flex max-h-60 flex-none flex-col gap-1 overflow-auto rounded-md bg-panel px-3 py-2"
    >
      {instances.map((instance) => (
        <li key={instance.InstanceId} className="flex flex-col gap-1">
          <span className="flex items-baseline gap-3 pr-1">
            <b className="min-w-0 flex-1 truncate" title={instance.InstanceName}>
              {instance.InstanceName || instance.InstanceId}
            </b>
            {aside ? aside(instance) : <Id value={instance.InstanceId} />}
          </span>
          {below?.(instance)}
        </li>
      ))}
    </ul>
  );
}
