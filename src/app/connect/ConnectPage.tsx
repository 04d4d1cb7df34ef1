import { Cable, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Note } from '@/ui/Note';
import { LonePageHead } from '@/ui/PageHead';
import { Segmented } from '@/ui/Segmented';
import type { Backend } from '../backend';
import { chosenBackEnd, servedBackEnd } from './choice';
import { GatewayForm } from './GatewayForm';
import { KeyForm } from './KeyForm';
import { PolicyFacts } from './PolicyFacts';
import { takeEndReason, type EndReason } from './session';
import { TodayFacts } from './TodayFacts';
import { wipeAccount } from './wipe';

interface ConnectPageProps {
  /** The account answered: the console takes the page's place. */
  onConnected(backend: Backend): void;
}

/**
 * Stands in place of the whole console, because until somebody has said which account it is about there is none. Keys are
 * typed here only, and a page that shows it never loads the emulator.
 */
export function ConnectPage({ onConnected }: ConnectPageProps) {
  const { t } = useTranslation(['connect', 'frame']);
  const served = servedBackEnd();
  const [asked] = useState(reasonToAsk);
  const [way, setWay] = useState<'keys' | 'gateway'>(
    served === 'gateway' || (served === null && chosenBackEnd() === 'gateway') ? 'gateway' : 'keys',
  );
  const demo =
    served === null
      ? async () => {
          if (chosenBackEnd() !== 'demo') await wipeAccount();
          window.location.assign('/');
        }
      : null;
  return (
    <main className="mx-auto max-w-[760px] px-8 pt-[7vh] pb-16">
      <p className="flex items-center gap-2.5 text-base font-semibold">
        <svg viewBox="0 0 18 18" className="frame-mark" aria-hidden>
          <path d="M1 3h16M1 9h10M1 15h13" />
          <circle cx="15.2" cy="9" r="1.8" />
        </svg>
        {t('frame:product')}
      </p>
      <LonePageHead
        title={t('title')}
        lede={t('lede')}
        documentTitle={`${t('title')} · ${t('frame:product')}`}
      />
      {asked ? (
        <Note tone={asked === 'refused' ? 'warn' : 'info'} role="status" className="mb-6">
          {t(`ended.${asked}`)}
        </Note>
      ) : null}
      {served === null ? (
        <Segmented
          label={t('way')}
          value={way}
          onValueChange={setWay}
          className="mb-5"
          options={[
            { value: 'keys', label: t('ways.keys'), icon: KeyRound },
            { value: 'gateway', label: t('ways.gateway'), icon: Cable },
          ]}
        />
      ) : null}
      {way === 'keys' ? (
        <KeyForm onConnected={onConnected} onDemo={demo && (() => void demo())} />
      ) : (
        <GatewayForm onConnected={onConnected} onDemo={demo && (() => void demo())} />
      )}
      <div className="mt-9 flex flex-col gap-3 border-t border-border pt-5">
        <PolicyFacts />
        <TodayFacts />
      </div>
    </main>
  );
}

/** Why the page stands here although this browser was connected; null when somebody came to connect. */
function reasonToAsk(): EndReason | 'reloaded' | null {
  const ended = takeEndReason();
  if (ended) return ended;
  return servedBackEnd() === null && chosenBackEnd() === 'keys' ? 'reloaded' : null;
}
