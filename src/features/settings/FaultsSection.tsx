import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { DemoControl, DemoFault } from '@/api/demo-control';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import { Segmented } from '@/ui/Segmented';
import { SelectField } from '@/ui/SelectField';
import { demoChanged, useDemoSnapshot } from './demo-snapshot';
import { completed, EVERY_ACTION, FAULT_ACTIONS, FAULT_KINDS, faultOf } from './fault-kinds';
import { Labelled, Section } from './Section';

const LATENCIES_MS = [0, 300, 1_000, 5_000] as const;
const TIMES = ['1', '5', '20', 'Infinity'] as const;

export function FaultsSection({ demo }: { demo: DemoControl }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { faults, latencyMs } = useDemoSnapshot();
  const change = (act: () => void) => {
    act();
    demoChanged();
  };
  return (
    <Section title={t('faults.title')} lede={t('faults.lede')}>
      <Labelled label={t('faults.latency')}>
        <Segmented
          label={t('faults.latency')}
          value={String(latencyMs)}
          onValueChange={(value) => change(() => (demo.latencyMs = Number(value)))}
          options={LATENCIES_MS.map((delay) => ({
            value: String(delay),
            label: delay === 0 ? t('faults.none') : format.duration(delay),
          }))}
        />
      </Labelled>
      <FaultForm onAdd={(fault) => change(() => (demo.faults = [...completed(faults), fault]))} />
      <FaultList
        faults={faults}
        onChange={(remaining) => change(() => (demo.faults = completed(remaining)))}
      />
    </Section>
  );
}

/** What a kind of failure is called: a code of the API by itself, anything else in words. */
function useKindName(): (code: string) => string {
  const { t } = useTranslation('settings');
  return (code) => {
    switch (code) {
      case 'malformed':
      case 'html':
      case 'empty':
      case 'network':
        return t(`faults.kinds.${code}`);
      default:
        return code;
    }
  };
}

function FaultForm({ onAdd }: { onAdd(fault: DemoFault): void }) {
  const { t } = useTranslation('settings');
  const nameOf = useKindName();
  const [action, setAction] = useState<string>(EVERY_ACTION);
  const [kind, setKind] = useState<string>('InternalError');
  const [times, setTimes] = useState<string>('5');
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(faultOf(kind, action, Number(times)));
      }}
    >
      <div className="flex items-end gap-3">
        <SelectField
          className="w-[228px]"
          label={t('faults.action')}
          value={action}
          onValueChange={setAction}
          options={[
            { value: EVERY_ACTION, label: t('faults.every') },
            ...FAULT_ACTIONS.map((name) => ({ value: name, label: name })),
          ]}
        />
        <SelectField
          className="w-[188px]"
          label={t('faults.answer')}
          value={kind}
          onValueChange={setKind}
          options={FAULT_KINDS.map(({ id }) => ({ value: id as string, label: nameOf(id) }))}
        />
        <SelectField
          className="w-[128px]"
          label={t('faults.times')}
          value={times}
          onValueChange={setTimes}
          options={TIMES.map((value) => ({
            value: value as string,
            label:
              value === 'Infinity' ? t('faults.until') : t('faults.timesValue', { count: Number(value) }),
          }))}
        />
        <Button type="submit" icon={Plus}>
          {t('faults.add')}
        </Button>
      </div>
      <p className="text-xs text-text-muted">{t('faults.retries')}</p>
    </form>
  );
}

interface FaultListProps {
  faults: readonly DemoFault[];
  onChange(remaining: readonly DemoFault[]): void;
}

function FaultList({ faults, onChange }: FaultListProps) {
  const { t } = useTranslation('settings');
  const nameOf = useKindName();
  if (faults.length === 0) return <p className="text-text-muted">{t('faults.empty')}</p>;
  return (
    <div>
      <div className="flex items-center gap-3">
        <h3 className="flex-1">{t('faults.list')}</h3>
        <Button size="sm" variant="quiet" onClick={() => onChange([])}>
          {t('faults.removeAll')}
        </Button>
      </div>
      <ul aria-label={t('faults.list')}>
        {faults.map((fault, index) => {
          const action = fault.action === EVERY_ACTION ? t('faults.every') : fault.action;
          const answer = nameOf(fault.code);
          return (
            <li key={index} className="flex h-[34px] items-center gap-3">
              <span className="w-[228px]">{action}</span>
              <span className="w-[188px]">{answer}</span>
              <span className="flex-1 text-text-muted">
                {Number.isFinite(fault.times) ? t('faults.left', { count: fault.times }) : t('faults.until')}
              </span>
              <IconButton
                size="sm"
                icon={X}
                label={t('faults.remove', { answer, action })}
                onClick={() => onChange(faults.filter((_, other) => other !== index))}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
