import type { ReactNode } from 'react';
import { Button } from './Button';
import { Note } from './Note';

export interface RestoredNoteProps {
  discardLabel: string;
  onDiscard(): void;
  children: ReactNode;
}

/** Above a form that opened with what was typed into it before, and the way to begin anew. */
export function RestoredNote({ discardLabel, onDiscard, children }: RestoredNoteProps) {
  return (
    <Note
      tone="info"
      role="status"
      action={
        <Button size="sm" onClick={onDiscard}>
          {discardLabel}
        </Button>
      }
    >
      {children}
    </Note>
  );
}
