import type { ReactNode } from 'react';
import { useFormat } from '@/i18n/format';
import { ErrorFigures, type ErrorFiguresProps } from './ErrorFigures';
import { Note } from './Note';

/** A failure in words: what happened, what to do, and what support asks for. */
export interface ErrorWords extends Partial<ErrorFiguresProps> {
  title: string;
  advice: string;
}

export interface ErrorNoteProps {
  error: ErrorWords;
  /** What did not happen; absent: what happened stands in its place. */
  title?: string | undefined;
  /** One or two small buttons. */
  action?: ReactNode;
  className?: string | undefined;
}

/** A call that failed, where it was asked for: a dialog, a form, a row. In the place of a list stands an ErrorState. */
export function ErrorNote({ error, title, action, className }: ErrorNoteProps) {
  const format = useFormat();
  return (
    <Note tone="danger" role="alert" title={title ?? error.title} action={action} className={className}>
      <span className="block">
        {title === undefined ? error.advice : format.sentences(error.title, error.advice)}
      </span>
      <ErrorFigures code={error.code} requestId={error.requestId} message={error.message} />
    </Note>
  );
}
