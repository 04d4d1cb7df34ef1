import { useTranslation } from '@/i18n/use-translation';
import { useSearchParams } from 'react-router-dom';
import { LinkButton } from '@/ui/LinkButton';
import { Note } from '@/ui/Note';
import { eventPaths } from '../paths';

/** Leads on whoever followed an address, from a calendar or a message, to an event that is over or was never there. */
export function OverNote({ region }: { region: string }) {
  const { t } = useTranslation('events');
  const [params] = useSearchParams();
  const id = params.get('event');
  if (id === null) return null;
  return (
    <Note
      tone="neutral"
      role="status"
      className="mb-2"
      action={
        <LinkButton
          size="sm"
          to={`${eventPaths(region).all}?q=${encodeURIComponent(id)}&event=${encodeURIComponent(id)}`}
        >
          {t('pending.lookUp')}
        </LinkButton>
      }
    >
      {t('pending.over', { id })}
    </Note>
  );
}
