import { ArrowLeft, CodeXml } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { toCli } from '@/api/cli';
import { explorerPath } from '@/features/explorer';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { CodeBlock } from '@/ui/CodeBlock';
import { Dock } from '@/ui/Dock';
import { Id } from '@/ui/Id';
import { LinkButton } from '@/ui/LinkButton';
import { Status } from '@/ui/Status';
import { Time } from '@/ui/Time';
import { CALL_LOG_SIZE, useCallLog, useCalls, type LoggedCall } from '@/api/call-log';
import { useFrameRegion } from './last-region';
import { ACCOUNT_BUTTON_ID, usePanels } from './panels';

/** The console's own traffic: what it asked, as a command line, and what came back. */
export default function CallsPanel() {
  const { t } = useTranslation('frame');
  const log = useCallLog();
  const calls = useCalls();
  const close = usePanels((panels) => panels.close);
  const [open, setOpen] = useState<LoggedCall | null>(null);
  return (
    <Dock
      label={t('calls.title')}
      title={open ? open.action : t('calls.title')}
      onClose={() => {
        close();
        document.getElementById(ACCOUNT_BUTTON_ID)?.focus();
      }}
      width={400}
      className="min-h-0"
      headerActions={
        open || calls.length === 0 ? null : (
          <Button size="sm" variant="quiet" onClick={log.clear}>
            {t('calls.clear')}
          </Button>
        )
      }
    >
      {open ? (
        <CallDetail call={open} onBack={() => setOpen(null)} />
      ) : (
        <>
          <p className="text-text-muted">{t('calls.lede', { limit: CALL_LOG_SIZE })}</p>
          {calls.length === 0 ? <p>{t('calls.empty')}</p> : null}
          <ul className="-mx-2">
            {calls.map((call) => (
              <li key={call.id}>
                <CallRow call={call} onOpen={() => setOpen(call)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Dock>
  );
}

function CallRow({ call, onOpen }: { call: LoggedCall; onOpen(): void }) {
  const format = useFormat();
  return (
    <button
      type="button"
      className="flex h-[34px] w-full items-center gap-2.5 rounded-sm px-2 text-left hover:bg-press"
      onClick={onOpen}
    >
      <span className="text-text-muted">{format.clock(call.startedAt)}</span>
      <span className="min-w-0 flex-1 truncate" title={call.action}>
        {call.action}
      </span>
      <CallStatus call={call} />
      <span className="w-16 flex-none text-right text-text-muted">{format.duration(call.durationMs)}</span>
    </button>
  );
}

function CallStatus({ call }: { call: LoggedCall }) {
  const { t } = useTranslation('frame');
  return call.ok ? (
    <Status tone="ok" icon="success">
      {t('calls.ok')}
    </Status>
  ) : (
    <Status tone="danger" icon="failed" className="min-w-0">
      <span className="max-w-[130px] truncate" title={call.code}>
        {call.code}
      </span>
    </Status>
  );
}

function CallDetail({ call, onBack }: { call: LoggedCall; onBack(): void }) {
  const { t } = useTranslation('frame');
  const format = useFormat();
  const region = useFrameRegion();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []); // the row that was pressed is gone
  return (
    <>
      <div className="flex items-center gap-3">
        <Button ref={back} size="sm" icon={ArrowLeft} onClick={onBack}>
          {t('calls.back')}
        </Button>
        <CallStatus call={call} />
      </div>
      <p className="text-text-muted">
        <Time at={call.startedAt} form="full" /> · {format.duration(call.durationMs)} ·{' '}
        {t('calls.attempts', { count: call.attempts })}
      </p>
      {call.requestId ? (
        <p className="flex items-center gap-2">
          <span className="text-text-subtle">{t('calls.requestId')}</span>
          <Id value={call.requestId} />
        </p>
      ) : null}
      <CliLine line={toCli(call.product, call.action, call.params)} className="flex-none bg-field" />
      <LinkButton
        size="sm"
        icon={CodeXml}
        to={explorerPath(region, call.action, call.id)}
        className="self-start"
      >
        {t('calls.explore')}
      </LinkButton>
      <h3>{t('calls.response')}</h3>
      {call.response === undefined ? (
        <p className="text-text-muted">{t('calls.noResponse')}</p>
      ) : (
        <CodeBlock
          label={t('calls.response')}
          language="json"
          code={JSON.stringify(call.response, null, 2)}
          className="min-h-40 flex-1 bg-bg"
        />
      )}
    </>
  );
}
