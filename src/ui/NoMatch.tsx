import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from './Button';
import { EmptyState } from './EmptyState';

export interface NoMatchProps {
  /** What was looked for, in words, e.g. `“diks-clean” of type PowerShell`. */
  what: string;
  onClear(): void;
  /** Replaces the general advice, e.g. "38 commands are hidden by the search and one filter." */
  children?: ReactNode;
  clearLabel?: string | undefined;
}

export function NoMatch({ what, onClear, children, clearLabel }: NoMatchProps) {
  const { t } = useTranslation('ui');
  return (
    <EmptyState
      icon={SearchX}
      title={t('noMatch.title', { what })}
      actions={
        <Button size="sm" onClick={onClear}>
          {clearLabel ?? t('noMatch.clear')}
        </Button>
      }
    >
      {children ?? t('noMatch.body')}
    </EmptyState>
  );
}
