import { useErrorText } from '@/api/use-error-text';
import { ErrorNote } from '@/ui/ErrorNote';

export interface CallFailureProps {
  error: unknown;
  /** What it was about; else the error's own title stands alone. */
  title?: string | undefined;
}

/** A refusal in a dialog: what, what to do, and the code and request to look it up by. */
export function CallFailure({ error, title }: CallFailureProps) {
  return <ErrorNote error={useErrorText(error)} title={title} />;
}
