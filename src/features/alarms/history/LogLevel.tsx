import { BellRing } from 'lucide-react';
import type { AlertLog } from '@/api/cms/alert-log';
import { Status } from '@/ui/Status';
import { LevelMark } from '../metric-rules/LevelMark';
import { LEVEL_OF, useLogWords } from './use-log-words';

/** Icon and word of a level of the log. */
export function LogLevel({ level }: { level: string }) {
  const words = useLogWords();
  const known = LEVEL_OF[level];
  if (known) return <LevelMark level={known} />;
  return (
    <Status tone={level === 'OK' ? 'ok' : 'neutral'} icon={level === 'OK' ? 'success' : 'unknown'}>
      {words.level(level)}
    </Status>
  );
}

/** What happened; what is over has a tick. */
export function LogEvent({ log }: { log: Pick<AlertLog, 'EventType' | 'LevelChange'> }) {
  const words = useLogWords();
  const isOver = log.EventType === 'RESOLVED';
  return (
    <Status tone={isOver ? 'ok' : 'neutral'} icon={isOver ? 'success' : BellRing}>
      {words.event(log)}
    </Status>
  );
}
