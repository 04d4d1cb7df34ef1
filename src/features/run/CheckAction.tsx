import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Check } from './preflight';
import type { RunLinks } from './run-links';

export interface CheckActionProps {
  check: Check;
  /** null: a script that is not saved. */
  commandId: string | null;
  paths: RunLinks;
  /** Where its runs are listed. */
  records: { to: string; label: string };
  /** Takes the unfit instances out of the choice. */
  onLeaveOut(): void;
}

/** What can be done about a line of the preflight; nothing for most. */
export function CheckAction({ check, commandId, paths, records, onLeaveOut }: CheckActionProps) {
  const { t } = useTranslation('run');
  switch (check.kind) {
    case 'unfit':
      return (
        <button type="button" className="inline-link text-accent" onClick={onLeaveOut}>
          {t('check.leaveOut', { count: check.instances.length })}
        </button>
      );
    case 'unquoted':
      return commandId === null ? null : <Link to={paths.copy(commandId)}>{t('check.copyAndQuote')}</Link>;
    case 'restarts':
      return <Link to={paths.events}>{t('check.toEvents')}</Link>;
    case 'sameRun':
      return <Link to={paths.record(check.run.invokeId)}>{t('check.toRecord')}</Link>;
    case 'unanswered':
      return <Link to={records.to}>{records.label}</Link>;
    case 'commandGone':
      return <Link to={paths.commands}>{t('missing.toCommands')}</Link>;
    default:
      return null;
  }
}
