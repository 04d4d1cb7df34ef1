import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { isFinalEventState } from '@/domain/system-events';
import { useFormat } from '@/i18n/format';
import { usePreferences } from '@/ui/preferences';
import { Time } from '@/ui/Time';
import { useClock } from '../clock/ticker';
import type { EventItem } from '../event-item';
import { lifeLineOf } from './life-line';

const percent = (share: number) => `${Math.min(100, Math.max(0, share * 100)).toFixed(2)}%`;

/** The life of an event on a bar, and in words with both clocks. */
export function LifeLineView({ event }: { event: EventItem }) {
  const { t } = useTranslation('events');
  const format = useFormat();
  const zone = usePreferences((preferences) => preferences.zone);
  const line = useMemo(() => lifeLineOf(event), [event]);
  const { span } = line;
  const now = useClock((at) => Math.floor(at / 60_000) * 60_000);
  const isOver = isFinalEventState(event.state);
  const place = (at: number) => (span ? (at - span.from) / (span.to - span.from) : 0);
  const part = ({ from, to }: { from: number; to: number }) => ({
    left: percent(place(from)),
    width: percent(place(to) - place(from)),
  });
  const steps = isOver ? line.steps : withNow(line.steps, now);
  if (line.steps.length === 0) return <p className="text-text-muted">{t('life.unknown')}</p>;
  return (
    <div className="flex flex-col gap-2.5">
      {span ? (
        <>
          <div className="flex justify-between text-xs text-text-muted">
            <span>
              {line.window
                ? t('life.window', { duration: format.duration(line.window.to - line.window.from) })
                : null}
            </span>
            <span>
              {line.execution
                ? t(isOver ? 'life.execution' : 'life.executionAtMost', {
                    duration: format.duration(line.execution.to - line.execution.from),
                  })
                : null}
            </span>
          </div>
          <div
            aria-hidden
            className="relative h-2.5 overflow-hidden rounded-xs bg-field forced-colors:border"
          >
            {line.window ? <span className="absolute inset-y-0 bg-heat-2" style={part(line.window)} /> : null}
            {line.execution ? (
              <span className="absolute inset-y-0 bg-warn-solid" style={part(line.execution)} />
            ) : null}
            {isOver ? null : (
              <>
                <span
                  className="absolute inset-y-0 left-0 bg-neutral-solid"
                  style={{ width: percent(Math.min(place(now), place(line.window?.to ?? now))) }}
                />
                <span
                  className="absolute inset-y-0 w-0.5 bg-text"
                  style={{ left: `min(${percent(place(now))}, 100% - 2px)` }}
                />
              </>
            )}
          </div>
        </>
      ) : null}
      <table className="w-full">
        <caption className="sr-only">{t('life.caption')}</caption>
        <tbody>
          {steps.map(({ step, at }) => (
            <tr key={step} className={step === 'now' || step === 'planned' ? 'font-semibold' : 'font-normal'}>
              <th scope="row" className="py-[3px] pr-2 text-left [font-weight:inherit]">
                {t(`life.step.${step}`)}
              </th>
              <td className="py-[3px] text-right whitespace-nowrap">
                <Time at={at} />
              </td>
              <td className="py-[3px] pl-3 text-right text-xs font-normal whitespace-nowrap text-text-muted">
                {zone === 'utc' ? null : utcClock(at)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Step = { step: ReturnType<typeof lifeLineOf>['steps'][number]['step'] | 'now'; at: number };

function withNow(steps: readonly Step[], now: number): Step[] {
  return [...steps, { step: 'now' as const, at: now }].toSorted((a, b) => a.at - b.at);
}

function utcClock(at: number): string {
  return `${new Date(at).toISOString().slice(11, 16)} UTC`;
}
