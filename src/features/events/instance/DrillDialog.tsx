import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { toCli } from '@/api/cli';
import type { Instance } from '@/api/ecs/instances';
import { keys } from '@/api/query-keys';
import { serverNow } from '@/api/server-clock';
import { formatWireTime } from '@/api/wire-times';
import { entryZone, readFieldTime, writeFieldTime } from '@/domain/field-time';
import { DRILL_TYPES, type DrillType } from '@/domain/system-events';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { Dialog } from '@/ui/Dialog';
import { Note } from '@/ui/Note';
import { usePreferences } from '@/ui/preferences';
import { SelectField } from '@/ui/SelectField';
import { TextField } from '@/ui/TextField';
import { toast } from '@/ui/toasts';
import { useRefusalText } from '../actions/use-refusal-text';
import { useClock } from '../clock/ticker';
import { useTypeName } from '../EventWords';
import { eventPaths } from '../paths';

const HOUR_MS = 3_600_000;

export interface DrillDialogProps {
  region: string;
  instance: Instance;
  onClose(): void;
}

/** Makes an event that only pretends (contract 7, CreateSimulatedSystemEvents): alarms and people can be tried. */
export function DrillDialog({ region, instance, onClose }: DrillDialogProps) {
  const { t } = useTranslation('events');
  const api = useApi();
  const cache = useQueryClient();
  const format = useFormat();
  const typeName = useTypeName();
  const refusal = useRefusalText();
  const zone = entryZone(usePreferences((preferences) => preferences.zone));
  const cancel = useRef<HTMLButtonElement>(null);
  const [type, setType] = useState<DrillType>('SystemMaintenance.Reboot');
  const [value, setValue] = useState(() => writeFieldTime(serverNow() + HOUR_MS, zone));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const at = readFieldTime(value, zone);
  const now = useClock((time) => time);
  const problem = at === null ? t('reschedule.noTime') : at <= now ? t('reschedule.inPast') : undefined;
  const request = {
    RegionId: region,
    InstanceId: [instance.InstanceId],
    EventType: type,
    NotBefore: formatWireTime(at ?? now),
  };
  const start = async () => {
    setBusy(true);
    setError(null);
    try {
      const { EventIds } = await api.ecs.createSimulatedSystemEvents(request);
      const paths = eventPaths(region);
      toast({
        tone: 'ok',
        title: t('drill.done', { name: instance.InstanceName || instance.InstanceId }),
        link: { to: EventIds[0] ? paths.pendingEvent(EventIds[0]) : paths.pending, label: t('nav.pending') },
      });
      await cache.invalidateQueries({ queryKey: keys.events.all(region) });
      onClose();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  const refused = error === null ? null : refusal(error);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('drill.title', { name: instance.InstanceName || instance.InstanceId })}
      initialFocus={cancel}
      width={520}
      footer={
        <>
          <Button ref={cancel} variant="quiet" onClick={onClose}>
            {t('drill.cancel')}
          </Button>
          <Button
            variant="primary"
            writes
            busy={busy ? t('act.running') : false}
            disabledReason={problem}
            onClick={() => void start()}
          >
            {t('drill.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('drill.body')}</p>
      <SelectField
        label={t('drill.type')}
        value={type}
        options={DRILL_TYPES.map((one) => ({ value: one, label: drillLabel(typeName(one), one) }))}
        onValueChange={setType}
        help={t(type.startsWith('SystemMaintenance.') ? 'drill.planned' : 'drill.unplanned')}
      />
      <TextField
        label={t(type.startsWith('SystemMaintenance.') ? 'drill.at' : 'drill.until')}
        hint={format.zoneName(at ?? now)}
        type="datetime-local"
        value={value}
        min={writeFieldTime(now, zone)}
        onChange={(event) => setValue(event.target.value)}
        error={problem}
        help={at === null ? undefined : format.full(at, 'utc')}
      />
      {refused ? (
        <Note tone="danger" role="alert" title={refused.text}>
          {refused.code ? <span className="code">{refused.code}</span> : null}
        </Note>
      ) : null}
      <CliLine
        className="flex-none"
        line={toCli('ecs', 'CreateSimulatedSystemEvents', { ...request, TriggerRealOps: false })}
      />
    </Dialog>
  );
}

/** A type the manual does not name is shown by its code alone. */
function drillLabel(name: string, code: string): string {
  return name === code ? code : `${name} (${code})`;
}
