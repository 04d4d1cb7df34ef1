import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { toCli } from '@/api/cli';
import { serverNow } from '@/api/server-clock';
import { formatWireTime } from '@/api/wire-times';
import { entryZone, readFieldTime, writeFieldTime } from '@/domain/field-time';
import { latestFor, rescheduleProblem } from '@/domain/system-event-reschedule';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { usePreferences } from '@/ui/preferences';
import { Status } from '@/ui/Status';
import { TextField } from '@/ui/TextField';
import { Time } from '@/ui/Time';
import { useClock } from '../clock/ticker';
import { eventPaths } from '../paths';
import { ActDialog } from './ActDialog';
import { countAsked, type EventTarget, useAskedTargets } from './event-targets';
import type { EventDialogProps } from './RestartDialog';
import { Refused } from './use-refusal-text';
import { nextHour } from './next-hour';

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;

/** Moves planned restarts to another time: at the latest 30 minutes before the plan, not into the past (manual 2.1). */
export function RescheduleDialog({ events, facts, onClose }: EventDialogProps) {
  const { t } = useTranslation('events');
  const api = useApi();
  const format = useFormat();
  const zone = entryZone(usePreferences((preferences) => preferences.zone));
  const asked = useAskedTargets('reschedule', { events, facts });
  const able = asked.filter((target) => target.leftOut === undefined);
  const latest = Math.min(...able.map(({ event }) => latestFor(event) ?? Infinity));
  const [value, setValue] = useState(() => writeFieldTime(firstChoice(latest), zone));
  const wanted = readFieldTime(value, zone);
  const now = useClock((at) => at);
  const problem =
    able.map(({ event }) => rescheduleProblem(event, wanted, now)).find((one) => one !== null) ?? null;
  const [only] = able;
  const request = ({ region, event }: EventTarget) => ({
    RegionId: region,
    EventId: event.id,
    InstanceId: event.instanceId,
    NotBefore: formatWireTime(wanted ?? latest),
  });
  const choices = [
    { label: t('reschedule.in15'), at: Math.ceil((now + QUARTER_MS) / MINUTE_MS) * MINUTE_MS },
    { label: t('reschedule.tonight'), at: nextHour(23, now, zone) },
    { label: t('reschedule.latestChoice'), at: latest },
  ].filter(({ at }) => at > now && at <= latest);
  const sentence = {
    notPlannedRestart: t('problem.started'),
    notScheduled: t('problem.started'),
    noPlan: t('problem.noPlan'),
    started: t('problem.started'),
    noTimeLeft: t('problem.noTimeLeft'),
    noTime: t('reschedule.noTime'),
    inPast: t('reschedule.inPast'),
    tooLate: t('reschedule.tooLate'),
  };

  return (
    <ActDialog
      title={
        asked.length === 1 && asked[0]
          ? t('reschedule.titleOne', { name: asked[0].label })
          : t('reschedule.title', { count: countAsked(asked) })
      }
      targets={asked}
      confirmLabel={(count) => t('reschedule.confirm', { count })}
      disabledReason={problem ? sentence[problem] : undefined}
      cliOf={(target) => toCli('ecs', 'ModifySystemEventAttribute', request(target))}
      perform={async (target) => {
        // The dialog may have stood open: what was allowed when it opened may not be any more.
        const late = rescheduleProblem(target.event, wanted, serverNow());
        if (late) throw new Refused(sentence[late]);
        return api.ecs.modifySystemEventAttribute(request(target));
      }}
      done={(count) => ({
        tone: 'ok',
        title: t('reschedule.done', { count, time: wanted === null ? '' : format.dateTime(wanted) }),
        ...(only ? { link: { to: eventPaths(only.region).pending, label: t('nav.pending') } } : {}),
      })}
      onClose={onClose}
    >
      <p>{t('reschedule.body', { count: countAsked(asked) })}</p>
      {able.length === 0 ? null : (
        <>
          <div className="flex flex-wrap gap-1.5">
            {choices.map(({ label, at }) => (
              <Button
                key={label}
                size="sm"
                aria-pressed={
                  wanted !== null && Math.floor(at / MINUTE_MS) === Math.floor(wanted / MINUTE_MS)
                }
                onClick={() => setValue(writeFieldTime(at, zone))}
              >
                {label}
              </Button>
            ))}
          </div>
          <TextField
            label={t('reschedule.field')}
            hint={format.zoneName(wanted ?? now)}
            type="datetime-local"
            value={value}
            min={writeFieldTime(now, zone)}
            max={Number.isFinite(latest) ? writeFieldTime(latest, zone) : undefined}
            onChange={(event) => setValue(event.target.value)}
            error={problem ? sentence[problem] : undefined}
          />
          {problem === null && wanted !== null ? (
            <Status tone="ok" icon="success" className="whitespace-normal!">
              <span>
                {t('reschedule.means', {
                  utc: format.full(wanted, 'utc'),
                  duration: format.duration(Math.floor((wanted - now) / MINUTE_MS) * MINUTE_MS),
                })}
              </span>
            </Status>
          ) : null}
          <p className="text-text-muted">
            {t('reschedule.latest')} <Time at={latest} className="font-semibold text-text" />
            {format.comma}
            {format.full(latest, 'utc')}
          </p>
        </>
      )}
    </ActDialog>
  );
}

/** An hour that suits most: in an hour, else as late as may be. */
function firstChoice(latest: number): number {
  return Math.min(serverNow() + 60 * MINUTE_MS, latest);
}
