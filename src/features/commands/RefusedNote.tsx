import type { ReactNode } from 'react';
import { useErrorText } from '@/api/use-error-text';
import { ErrorNote } from '@/ui/ErrorNote';

export interface RefusedNoteProps {
  /** What did not happen. */
  title: string;
  error: unknown;
  action?: ReactNode;
  className?: string;
}

/** A write that failed: why, what to do, and the two figures support asks for. */
export function RefusedNote({ error, ...note }: RefusedNoteProps) {
  return <ErrorNote error={useErrorText(error)} {...note} />;
}
