import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { recordPaths } from '../paths';
import { useCommandExists } from '../queries';
import { scriptLine } from '../script-line';

/** What ran: a link to the command, or the name of what is not among the commands and leads nowhere. */
export function CommandLink({ region, invocation }: { region: string; invocation: Invocation }) {
  const { t } = useTranslation('invocations');
  const exists = useCommandExists(region, invocation.CommandId);
  const { CommandName, CommandId } = invocation;
  if (exists) {
    return (
      <Link to={recordPaths(region).command(CommandId)} className="font-medium">
        {CommandName || CommandId}
      </Link>
    );
  }
  const line = scriptLine(invocation);
  return line === null ? (
    <span>
      <span className="font-medium text-text">{CommandName || CommandId}</span> {t('record.notSaved')}
    </span>
  ) : (
    <span className="flex min-w-0 items-baseline gap-x-2">
      <span className="flex-none">{t('record.script')}</span>
      <code className="code max-w-[48ch] truncate text-text" title={line}>
        {line}
      </code>
    </span>
  );
}
