import { useId } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { EngineFields } from '@/features/engine';
import { Checkbox } from '@/ui/Checkbox';
import { Segmented } from '@/ui/Segmented';
import { Switch } from '@/ui/Switch';
import { TextField } from '@/ui/TextField';
import { RUN_LIMITS } from '../run-request';
import { type BatchField, type BatchSettings, highestOf } from './batch-settings';
import type { Batching } from './use-batching';

export interface BatchSectionProps {
  settings: BatchSettings;
  onChange(settings: BatchSettings): void;
  batching: Batching;
  /** In the order they go. */
  instances: readonly { name: string }[];
  scheduled: boolean;
}

const NAMED = 3;

/** In how many calls a run goes out, what goes first, and when it goes no further; nothing for a single instance. */
export function BatchSection({ settings, onChange, batching, instances, scheduled }: BatchSectionProps) {
  const { t } = useTranslation('batches');
  const format = useFormat();
  const headingId = useId();
  const perCall = RUN_LIMITS.instancesPerCall;
  const count = instances.length;
  const { isOn, isNeeded, shape, bad, engine } = batching;
  if (count < 2) return null;
  const change = (part: Partial<BatchSettings>) => onChange({ ...settings, ...part });
  const errorOf = (field: BatchField) => {
    if (!bad.includes(field)) return undefined;
    if (field === 'failures') return t('plan.badFailures');
    return t('plan.bad', { low: 1, high: format.number(highestOf(field, settings, perCall, count)) });
  };
  return (
    <section aria-labelledby={headingId} className="mt-1 flex flex-none flex-col gap-2.5">
      <div className="flex min-h-[30px] items-center justify-between gap-3">
        <h2 id={headingId}>{t('plan.title')}</h2>
        {isNeeded ? (
          <span className="text-text-muted">{t('plan.why', { limit: format.number(perCall) })}</span>
        ) : (
          <Switch label={t('plan.on')} checked={settings.on} onCheckedChange={(on) => change({ on })} />
        )}
      </div>
      {isOn && !scheduled ? (
        <Choice label={t('plan.driver')}>
          <Segmented
            label={t('plan.driver')}
            value={settings.driver}
            onValueChange={(driver) => change({ driver })}
            options={[
              { value: 'browser', label: t('plan.byBrowser') },
              { value: 'engine', label: t('plan.byEngine') },
            ]}
          />
        </Choice>
      ) : null}
      {engine ? (
        <EngineFields
          settings={settings.engine}
          onChange={(next) => change({ engine: next })}
          {...engine}
          count={count}
        />
      ) : null}
      {isOn && !engine ? (
        <>
          <div className="grid grid-cols-2 items-start gap-3">
            <TextField
              label={t('plan.size')}
              hint={t('plan.sizeHint', { limit: format.number(perCall) })}
              inputMode="numeric"
              placeholder={String(perCall)}
              value={settings.size}
              error={errorOf('size')}
              onChange={(event) => change({ size: event.target.value })}
            />
            {scheduled ? null : (
              <TextField
                label={t('plan.failures')}
                placeholder={t('plan.failuresAny')}
                help={t('plan.failuresHelp')}
                inputMode="numeric"
                value={settings.failures}
                error={errorOf('failures')}
                onChange={(event) => change({ failures: event.target.value })}
              />
            )}
          </div>
          {scheduled ? null : (
            <>
              <Choice label={t('plan.pace')}>
                <Segmented
                  label={t('plan.pace')}
                  value={settings.pace}
                  onValueChange={(pace) => change({ pace })}
                  options={[
                    { value: 'afterEnd', label: t('plan.afterEnd') },
                    { value: 'atOnce', label: t('plan.atOnce') },
                  ]}
                />
              </Choice>
              <div className="flex min-h-8 items-start justify-between gap-3">
                <Checkbox
                  className="pt-1.5"
                  label={t('plan.canary')}
                  checked={settings.canary}
                  onCheckedChange={(canary) => change({ canary })}
                />
                {settings.canary ? (
                  <div className="flex items-start gap-2">
                    <TextField
                      className="w-20"
                      label={t('plan.canarySize')}
                      hiddenLabel
                      inputMode="numeric"
                      value={settings.canarySize}
                      error={errorOf('canarySize')}
                      onChange={(event) => change({ canarySize: event.target.value })}
                    />
                    <Segmented
                      label={t('plan.unit')}
                      value={settings.unit}
                      onValueChange={(unit) => change({ unit })}
                      options={[
                        { value: 'instances', label: t('plan.instances') },
                        { value: 'percent', label: t('plan.percent') },
                      ]}
                    />
                  </div>
                ) : null}
              </div>
              {settings.canary ? (
                <>
                  <Choice label={t('plan.gate')}>
                    <Segmented
                      label={t('plan.gate')}
                      value={settings.gate}
                      onValueChange={(gate) => change({ gate })}
                      options={[
                        { value: 'succeeded', label: t('plan.succeeded') },
                        { value: 'sameOutput', label: t('plan.sameOutput') },
                      ]}
                    />
                  </Choice>
                  <p className="text-xs text-text-muted">
                    {format.sentences(
                      shape && canaryWords(shape.canary),
                      settings.gate === 'sameOutput' ? t('plan.gateHelp') : null,
                    )}
                  </p>
                </>
              ) : null}
            </>
          )}
        </>
      ) : null}
    </section>
  );

  function canaryWords(size: number): string {
    const names = instances.slice(0, Math.min(size, NAMED)).map(({ name }) => name);
    const more = size - names.length;
    const told = more > 0 ? t('plan.andMore', { names: names.join(', '), count: more }) : format.list(names);
    return t('plan.canaryIs', { count: size, number: format.number(size), names: told });
  }
}

function Choice({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
      <span aria-hidden className="text-text-muted">
        {label}
      </span>
      {children}
    </div>
  );
}
