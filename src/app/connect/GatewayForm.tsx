import { useEffect, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { GatewayStatus } from '@/api/gateway';
import { Button } from '@/ui/Button';
import { CodeBlock } from '@/ui/CodeBlock';
import { Note } from '@/ui/Note';
import { Spinner } from '@/ui/Spinner';
import type { Backend } from '../backend';
import { ConnectFailure } from './ConnectFailure';
import { connectThroughGateway, gatewayStatus } from './open-live';
import { useConnecting } from './use-connecting';

const START = `export ALIBABA_CLOUD_ACCESS_KEY_ID=…
export ALIBABA_CLOUD_ACCESS_KEY_SECRET=…
npm run live`;

interface GatewayFormProps {
  onConnected(backend: Backend): void;
  onDemo: (() => void) | null;
}

export function GatewayForm({ onConnected, onDemo }: GatewayFormProps) {
  const { t } = useTranslation('connect');
  const { status, look } = useGatewayStatus();
  const { connect, busy, failure } = useConnecting(onConnected);
  return (
    <div className="flex flex-col gap-5">
      <Note tone="neutral">{t('gateway.note')}</Note>
      {status === 'looking' ? (
        <p role="status" className="flex items-center gap-2">
          <Spinner /> {t('gateway.looking')}
        </p>
      ) : status === 'missing' ? (
        <>
          <p role="status">{t('gateway.missing')}</p>
          <CodeBlock label={t('gateway.command')} code={START} lineNumbers={false} />
        </>
      ) : (
        <Found status={status} />
      )}
      {failure ? <ConnectFailure failure={failure} /> : null}
      <div className="flex items-center gap-3">
        {typeof status === 'object' ? (
          <Button
            variant="primary"
            busy={busy && t('connecting')}
            onClick={() => void connect(connectThroughGateway)}
          >
            {t('connect')}
          </Button>
        ) : (
          <Button busy={status === 'looking'} onClick={look}>
            {t('gateway.again')}
          </Button>
        )}
        {onDemo ? (
          <Button variant="quiet" onClick={onDemo}>
            {t('demo')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Found({ status }: { status: GatewayStatus }) {
  const { t } = useTranslation('connect');
  const facts = [
    [t('gateway.account'), status.account],
    [t('gateway.endpoint'), status.endpoint ?? t('gateway.vendor')],
    [t('gateway.writes'), status.readOnly ? t('gateway.readOnly') : t('gateway.allowed')],
  ] as const;
  return (
    <div role="status">
      <p>{t('gateway.found')}</p>
      <dl className="mt-3 grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1.5">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-text-muted">{name}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function useGatewayStatus() {
  const [asked, setAsked] = useState(0);
  const [status, setStatus] = useState<GatewayStatus | 'looking' | 'missing'>('looking');
  useEffect(() => {
    let over = false;
    gatewayStatus().then(
      (found) => !over && setStatus(found),
      () => !over && setStatus('missing'),
    );
    return () => {
      over = true;
    };
  }, [asked]);
  const look = () => {
    setStatus('looking');
    setAsked((times) => times + 1);
  };
  return { status, look };
}
