import { mayHaveHappened } from '@/api/unanswered';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { ErrorFigures } from '@/ui/ErrorFigures';
import { Note } from '@/ui/Note';

export interface RefusedNoteProps {
  /** What did not happen. */
  title: string;
  /** What may have happened: told when the answer was lost. */
  unanswered: string;
  error: unknown;
}

/** A write that failed: what did not happen or may have, why, what to do, and the two figures support asks for. */
export function RefusedNote({ title, unanswered, error }: RefusedNoteProps) {
  const format = useFormat();
  const { title: why, advice, code, requestId, message } = useErrorText(error);
  return (
    <Note tone="danger" role="alert" title={mayHaveHappened(error) ? unanswered : title}>
      <span className="block">{format.sentences(why, advice)}</span>
      <ErrorFigures code={code} requestId={requestId} message={message} />
    </Note>
  );
}
