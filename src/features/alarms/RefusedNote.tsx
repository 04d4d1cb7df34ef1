import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { ErrorFigures } from '@/ui/ErrorFigures';
import { Note } from '@/ui/Note';

export interface RefusedNoteProps {
  /** What did not happen, or may not have. */
  title: string;
  error: unknown;
}

/** A call that failed in a dialog: why, what to do, and the two figures support asks for. */
export function RefusedNote({ title, error }: RefusedNoteProps) {
  const format = useFormat();
  const { title: what, advice, code, requestId, message } = useErrorText(error);
  return (
    <Note tone="danger" role="alert" title={title}>
      <span className="block">{format.sentences(what, advice)}</span>
      <ErrorFigures code={code} requestId={requestId} message={message} />
    </Note>
  );
}
