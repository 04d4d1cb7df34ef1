import { RotateCcw, Send } from 'lucide-react';
import { useContext, useMemo, useState } from 'react';
import type { LoggedCall } from '@/api/call-log';
import { type CatalogAction, fieldsOf } from '@/api/catalog';
import { faultsOf } from '@/api/catalog/field-check';
import { toParams, withMaskedFields } from '@/api/catalog/field-values';
import type { CallEntry } from '@/api/rpc';
import { withoutSecrets } from '@/domain/secrets';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { Kbd } from '@/ui/Kbd';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { useAddress } from '@/ui/use-address';
import { WriteGate } from '@/ui/write-gate';
import { AnswerPane } from './answer/AnswerPane';
import { CallList } from './calls/CallList';
import { CallForm } from './form/CallForm';
import { useValues } from './form/use-values';
import { RequestPane } from './request/RequestPane';
import { SendDialog } from './SendDialog';
import { useSend } from './use-send';

const PANES = ['request', 'answer', 'calls'] as const;
type Pane = (typeof PANES)[number];

export interface ActionSheetProps {
  action: CatalogAction;
  region: string;
  /** A remembered call to begin with. */
  call: LoggedCall | null;
  answer: CallEntry | null;
  onAnswer(call: CallEntry): void;
}

/** One action: its form at the left; the request, the answer and the calls so far at the right. */
export function ActionSheet({ action, region, call, answer, onAnswer }: ActionSheetProps) {
  const { t } = useTranslation('explorer');
  const [address] = useAddress();
  const form = useValues(action, region, call?.params);
  const [insists, setInsists] = useState(false);
  const [asks, setAsks] = useState(false);
  const [base, setBase] = useState<CallEntry | null>(null);
  const pane = PANES.find((one) => one === address.get('pane')) ?? (call ? 'answer' : 'request');
  const show = (next: Pane) => form.settle(next);

  const fields = fieldsOf(action);
  const { values } = form;
  const shownParams = useMemo(
    () => withoutSecrets(toParams(fields, withMaskedFields(fields, values))),
    [fields, values],
  );
  const all = faultsOf(action.required, [...action.optional, ...action.today], values);
  // What was not begun yet is not held against anybody before the first try.
  const faults = insists ? all : new Map([...all].filter(([, fault]) => fault.key !== 'missing'));
  const sending = useSend(action, onAnswer);

  const isWrite = action.kind === 'write';
  const go = () => {
    setAsks(false);
    show('answer');
    void sending.send(toParams(fields, values));
  };
  const closed = useContext(WriteGate);
  const send = (): boolean => {
    if (sending.since !== null || (isWrite && closed !== undefined)) return true;
    if (all.size > 0 && !insists) {
      setInsists(true);
      return false;
    }
    if (isWrite) setAsks(true);
    else go();
    return true;
  };
  return (
    <>
      <CallForm
        action={action}
        form={form}
        faults={faults}
        onSend={send}
        foot={
          <div className="flex flex-none flex-col gap-2 pt-2 pb-4">
            {insists && all.size > 0 ? (
              <p role="alert" className="text-xs text-danger">
                {t('form.faults', { count: all.size })}
              </p>
            ) : null}
            <div className="flex items-center gap-2">
              <Button
                variant="primary"
                type="submit"
                icon={Send}
                writes={isWrite}
                busy={sending.since === null ? false : t('form.sending')}
              >
                {insists && all.size > 0
                  ? t('form.sendAnyway')
                  : isWrite
                    ? t('form.sendWrite')
                    : t('form.send')}
              </Button>
              <Kbd>Ctrl Enter</Kbd>
              <span className="flex-1" />
              <Button variant="quiet" icon={RotateCcw} onClick={form.reset}>
                {t('form.reset')}
              </Button>
            </div>
          </div>
        }
      />
      <Tabs
        label={t('panes')}
        value={pane}
        onValueChange={show}
        tabs={PANES.map((value) => ({ value, label: t(`pane.${value}`) }))}
        className="min-w-0 flex-1 pb-4"
      >
        <TabPanel value="request" className="flex min-h-0 flex-1 flex-col">
          <RequestPane action={action} shown={shownParams} />
        </TabPanel>
        <TabPanel value="answer" className="flex min-h-0 flex-1 flex-col">
          <AnswerPane
            call={answer}
            base={base}
            onCloseDiff={() => setBase(null)}
            since={sending.since}
            onCancel={sending.cancel}
            onAgain={send}
            writes={isWrite}
          />
        </TabPanel>
        <TabPanel value="calls" className="flex min-h-0 flex-1 flex-col">
          <CallList
            region={region}
            action={action.name}
            shown={answer}
            onCompare={
              answer
                ? (other) => {
                    setBase(other);
                    show('answer');
                  }
                : null
            }
          />
        </TabPanel>
      </Tabs>
      <SendDialog
        action={action}
        shown={shownParams}
        hasFaults={all.size > 0}
        open={asks}
        onOpenChange={setAsks}
        onConfirm={go}
      />
    </>
  );
}
