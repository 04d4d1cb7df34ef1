import { mayHaveHappened } from '@/api/unanswered';
import { useErrorText } from '@/api/use-error-text';
import { ErrorNote } from '@/ui/ErrorNote';

export interface RefusedNoteProps {
  /** What did not happen. */
  title: string;
  /** What may have happened: told when the answer was lost. */
  unanswered: string;
  error: unknown;
}

/** A write that failed: what did not happen or may have, why, what to do, and the two figures support asks for. */
export function RefusedNote({ title, unanswered, error }: RefusedNoteProps) {
  return <ErrorNote error={useErrorText(error)} title={mayHaveHappened(error) ? unanswered : title} />;
}
