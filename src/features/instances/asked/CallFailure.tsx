import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { ErrorFigures } from '@/ui/ErrorFigures';
import { Note } from '@/ui/Note';

export interface CallFailureProps {
  error: unknown;
  /** What it was about; else the error's own title stands alone. */
  title?: string | undefined;
}

/** A refusal in a dialog: what, what to do, and the code and request to look it up by. */
export function CallFailure({ error, title }: CallFailureProps) {
  const format = useFormat();
  const text = useErrorText(error);
  return (
    <Note tone="danger" role="alert" title={title ?? text.title}>
      {title === undefined ? text.advice : format.sentences(text.title, text.advice)}
      <ErrorFigures code={text.code} requestId={text.requestId} message={text.message} />
    </Note>
  );
}
