import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { ErrorFigures } from '@/ui/ErrorFigures';
import { Note } from '@/ui/Note';

export interface RefusedNoteProps {
  /** What did not happen. */
  title: string;
  error: unknown;
  action?: React.ReactNode;
  className?: string;
}

/** A write that failed: why, what to do, and the two figures support asks for. */
export function RefusedNote({ title, error, action, className }: RefusedNoteProps) {
  const format = useFormat();
  const { title: what, advice, code, requestId, message } = useErrorText(error);
  return (
    <Note tone="danger" role="alert" title={title} action={action} className={className ?? ''}>
      <span className="block">{format.sentences(what, advice)}</span>
      <ErrorFigures code={code} requestId={requestId} message={message} />
    </Note>
  );
}
