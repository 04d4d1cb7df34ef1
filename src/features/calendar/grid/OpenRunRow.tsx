import { Pause, Play } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import type { NumberedCollision } from '../numbered';
import type { OpenRun } from '../open-runs';
import { percent } from './measures';
import { RunRow } from './RunRow';

export interface OpenRunRowProps {
  run: OpenRun;
  place(at: number): number;
  collisions: readonly NumberedCollision[];
}

/** A run that is not over: a bar from now until it has to be. */
export function OpenRunRow({ run, place, collisions }: OpenRunRowProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const until = t(run.isHeld ? 'grid.held' : 'grid.until', { time: format.dateTime(run.until) });
  return (
    <RunRow
      icon={run.isHeld ? Pause : Play}
      path={run.path}
      name={run.name || t('grid.script')}
      detail={run.isHeld ? <span className="truncate text-xs text-text-subtle">{until}</span> : null}
      told={until}
      instances={run.size}
      collisions={collisions}
      place={place}
    >
      {run.until > run.from ? (
        <span
          title={until}
          className="absolute top-1/2 h-2.5 -translate-y-1/2 rounded-[1.5px] bg-border-control forced-colors:bg-[CanvasText]"
          style={{
            left: percent(place(run.from)),
            width: `max(4px, ${percent(place(run.until) - place(run.from))})`,
          }}
        />
      ) : null}
    </RunRow>
  );
}
