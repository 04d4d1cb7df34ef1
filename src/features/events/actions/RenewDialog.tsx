import { ExternalLink } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { buttonClass } from '@/ui/button-style';
import { Dialog } from '@/ui/Dialog';
import { nameOf } from '../queries';
import { isArrears, renewalPage, sitesFor } from './renewal-page';
import type { EventDialogProps } from './RestartDialog';

/** Leads to where a subscription is renewed or an account topped up (manual 2.1): on the vendor's site, which has two. */
export function RenewDialog({ events, facts, onClose }: EventDialogProps) {
  const { t, i18n } = useTranslation('events');
  const close = useRef<HTMLButtonElement>(null);
  const [event] = events;
  if (!event) return null;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={isArrears(event.type) ? t('renew.topUpTitle') : t('renew.title', { name: nameOf(facts, event) })}
      initialFocus={close}
      footer={
        <Button ref={close} variant="quiet" onClick={onClose}>
          {t('act.close')}
        </Button>
      }
    >
      <p>{t('renew.body')}</p>
      <p className="text-text-muted">{t('renew.sites')}</p>
      <ul className="flex flex-wrap gap-2">
        {sitesFor(i18n.language).map((site) => (
          <li key={site}>
            <a
              href={renewalPage(event.type, site)}
              target="_blank"
              rel="noopener noreferrer"
              data-button="secondary"
              className={buttonClass({ variant: 'secondary', size: 'md', off: false })}
            >
              <ExternalLink className="-mx-px" aria-hidden />
              {t(`renew.${site}`)}
            </a>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
