import { KeyRound } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { Note } from '@/ui/Note';
import { useCalls, type LoggedCall } from '@/api/call-log';
import { useLive } from './live';
import { useSlowed } from './use-slowed';

/** What the connection has to say above every page: that the key is no longer accepted, that calls are slowed. */
export default function LiveNotes() {
  const { t } = useTranslation('connect');
  const live = useLive();
  const slowed = useSlowed();
  const { lock } = live ?? {};
  const refused = useCalls().some(isKeyRefused);
  return (
    <>
      {lock && refused ? (
        <Note
          tone="warn"
          icon={KeyRound}
          role="alert"
          className="mt-4"
          title={t('refused.title')}
          action={
            <Button size="sm" onClick={() => lock('refused')}>
              {t('refused.action')}
            </Button>
          }
        >
          {t('refused.body')}
        </Note>
      ) : null}
      {slowed.length > 0 ? (
        <Note tone="neutral" role="status" className="mt-4">
          {t('slowed', { actions: slowed.join(', ') })}
        </Note>
      ) : null}
    </>
  );
}

/** The key itself was refused, not what it asked for. */
function isKeyRefused({ code = '' }: LoggedCall): boolean {
  return /^InvalidSecurityToken|^InvalidAccessKeyId|^Forbidden\.AccessKeyDisabled/.test(code);
}
