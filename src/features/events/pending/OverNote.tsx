import { useTranslation } from '@/i18n/use-translation';
import { LinkButton } from '@/ui/LinkButton';
import { Note } from '@/ui/Note';
import { useAddress } from '@/ui/use-address';
import { eventPaths } from '../paths';

/** Leads on whoever followed an address, from a calendar or a message, to an event that is over or was never there. */
export function OverNote({ region }: { region: string }) {
  const { t } = useTranslation('events');
  const [params] = useAddress();
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
