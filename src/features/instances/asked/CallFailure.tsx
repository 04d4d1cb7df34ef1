import { useErrorText } from '@/api/use-error-text';
import { Note } from '@/ui/Note';

export interface CallFailureProps {
  error: unknown;
  /** What it was about; else the error's own title stands alone. */
  title?: string | undefined;
}

/** A refusal in a dialog: what, what to do, and the code and request to look it up by. */
export function CallFailure({ error, title }: CallFailureProps) {
  const text = useErrorText(error);
  return (
    <Note tone="danger" role="alert" title={title ?? text.title}>
      {title === undefined ? null : `${text.title} `}
      {text.advice}
      {text.code ? (
        <span className="block text-text-muted">
          <span className="code">{text.code}</span>
          {text.requestId ? (
            <>
              , RequestId <span className="code break-all select-all">{text.requestId}</span>
            </>
          ) : null}
        </span>
      ) : null}
    </Note>
  );
}
