import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useApi } from '@/api/ApiContext';
import { toCli } from '@/api/cli';
import { sendTestEventParams } from '@/api/cms/system-events';
import { keys } from '@/api/query-keys';
import { serverNow } from '@/api/server-clock';
import { testContent } from '@/domain/cms-event-content';
import type { EventRule } from '@/domain/event-rule';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { Dialog } from '@/ui/Dialog';
import { SelectField } from '@/ui/SelectField';
import { TextField } from '@/ui/TextField';
import { useEventNames } from './queries';
import { RefusedNote } from '../RefusedNote';
import { MatchingRules } from './MatchingRules';
import { SentTest, type SentEvent } from './SentTest';
import { useEventWords } from './use-event-words';
import { useTestInstance } from './use-test-instance';

const FIRST = 'Instance:SystemMaintenance.Reboot:Scheduled';

export interface TestEventDialogProps {
  region: string;
  /** Whose first event is offered. */
  rule?: EventRule | undefined;
  onClose(): void;
}

/** Sends an event that never happened through the account's rules (contract 9.6): shows first which of them it meets, then that it arrived. */
export function TestEventDialog({ region, rule, onClose }: TestEventDialogProps) {
  const { t } = useTranslation('eventRules');
  const api = useApi();
  const cache = useQueryClient();
  const words = useEventWords();
  const listId = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  const names = useEventNames(region);
  const [name, setName] = useState(rule?.patterns[0]?.names[0] ?? FIRST);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [sent, setSent] = useState<SentEvent | null>(null);
  const { offered, chosen, isReading } = useTestInstance(region, text);
  const known = names.find((one) => one.name === name);
  const event = {
    product: 'ECS',
    name,
    type: known?.type ?? null,
    level: known?.level ?? '',
    status: known?.status ?? '',
  };
  const request = {
    RegionId: region,
    EventName: name,
    EventContent: testContent({
      regionId: region,
      instanceId: chosen?.id ?? '',
      instanceName: chosen?.name ?? '',
    }),
  };
  const problem = chosen ? undefined : isReading ? t('test.reading') : t('test.noInstance');
  const send = async () => {
    if (!chosen) return;
    setBusy(true);
    setError(null);
    const at = serverNow();
    try {
      await api.cms.sendDryRunSystemEvent(request);
      setSent({ name, instanceId: chosen.id, at });
      void cache.invalidateQueries({ queryKey: keys.cmsEvents.all(region) });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !busy) onClose();
      }}
      title={t(sent ? 'test.sentTitle' : 'test.title')}
      initialFocus={cancel}
      width={560}
      footer={
        <>
          <Button ref={cancel} variant="quiet" onClick={() => (busy ? undefined : onClose())}>
            {t(sent ? 'test.close' : 'test.cancel')}
          </Button>
          {sent ? (
            <Button onClick={() => setSent(null)}>{t('test.another')}</Button>
          ) : (
            <Button
              variant="primary"
              writes
              busy={busy && t('test.sending')}
              disabledReason={problem}
              onClick={() => void send()}
            >
              {t('test.send')}
            </Button>
          )}
        </>
      }
    >
      {sent ? (
        <SentTest region={region} sent={sent} />
      ) : (
        <>
          <p>{t('test.body')}</p>
          <SelectField
            label={t('test.event')}
            value={name}
            options={[...new Set([...names.map((one) => one.name), name])].map((value) => ({
              value,
              label: words.title(value),
            }))}
            onValueChange={setName}
            help={<span className="code">{name}</span>}
          />
          <TextField
            label={t('test.instance')}
            list={listId}
            value={text}
            placeholder={offered[0]?.name || offered[0]?.id}
            error={text.trim() !== '' && !isReading && !chosen ? t('test.noInstance') : undefined}
            help={chosen ? t('test.about', { name: chosen.name || chosen.id, id: chosen.id }) : undefined}
            onChange={(change) => setText(change.target.value)}
          />
          <datalist id={listId}>
            {offered.map((instance) => (
              <option key={instance.id} value={instance.name || instance.id}>
                {instance.id}
              </option>
            ))}
          </datalist>
        </>
      )}
      <MatchingRules region={region} event={event} title={t(sent ? 'test.rulesSent' : 'test.rules')} />
      {error === null ? null : (
        <RefusedNote title={t('test.refused')} unanswered={t('test.unanswered')} error={error} />
      )}
      <CliLine
        className="flex-none"
        line={toCli('cms', 'SendDryRunSystemEvent', sendTestEventParams(request))}
      />
    </Dialog>
  );
}
