import { Status } from '@/ui/Status';
import { levelLook, useEventWords } from './use-event-words';

/** Icon and word of an event's level. */
export function EventLevel({ level }: { level: string }) {
  const words = useEventWords();
  return <Status {...levelLook(level)}>{words.level(level)}</Status>;
}
