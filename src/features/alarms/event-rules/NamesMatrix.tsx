import { useMemo } from 'react';
import type { CmsEventCount } from '@/api/cms/system-events';
import type { CmsEventName } from '@/domain/cms-event-names';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { cx } from '@/ui/cx';
import { levelLook, useEventWords } from './use-event-words';
import { Status } from '@/ui/Status';

export interface NamesMatrixProps {
  /** What can be chosen. */
  names: readonly CmsEventName[];
  chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
  /** How often each happened of late; undefined: not known. */
  counts: readonly CmsEventCount[] | undefined;
}

interface Kind {
  kind: string;
  level: string;
  names: CmsEventName[];
}

/** Event names by what happens, a button for each state. None pressed: every one. */
export function NamesMatrix({ names, chosen, onChange, counts }: NamesMatrixProps) {
  const { t } = useTranslation('eventRules');
  const words = useEventWords();
  const format = useFormat();
  const kinds = useMemo(() => {
    const byKind = new Map<string, Kind>();
    for (const one of names) {
      const known = byKind.get(one.kind);
      if (known) known.names.push(one);
      else byKind.set(one.kind, { kind: one.kind, level: one.level, names: [one] });
    }
    return [...byKind.values()];
  }, [names]);
  const on = new Set(chosen);
  const offered = new Set(names.map(({ name }) => name));
  const strangers = chosen.filter((name) => !offered.has(name));
  const toggle = (name: string) =>
    onChange(on.has(name) ? chosen.filter((one) => one !== name) : [...chosen, name]);
  const happened = (kind: Kind) =>
    counts
      ?.filter(({ Name }) => kind.names.some(({ name }) => name === Name))
      .reduce((sum, { Num }) => sum + Num, 0);
  return (
    <div className="flex flex-col">
      {kinds.map((kind) => {
        const times = happened(kind);
        return (
          <div
            key={kind.kind}
            role="group"
            aria-label={words.kind(kind.kind)}
            className="flex flex-col gap-1 py-1.5"
          >
            <span className="flex items-center gap-3">
              <Status {...levelLook(kind.level)}>{words.kind(kind.kind)}</Status>
              {times ? (
                <span className="text-xs text-text-subtle">{t('names.times', { count: times })}</span>
              ) : null}
            </span>
            <span className="flex flex-wrap gap-1 pl-[22px]">
              {kind.names.map(({ name, status, type }) => (
                <Chip key={name} name={name} isOn={on.has(name)} onToggle={() => toggle(name)}>
                  {type === 'StatusNotification' ? t('names.told') : words.state(status)}
                </Chip>
              ))}
            </span>
          </div>
        );
      })}
      {strangers.length > 0 ? (
        <div role="group" aria-label={t('names.others')} className="flex flex-wrap gap-1 py-1.5">
          <span className="w-full text-xs text-text-muted">{t('names.othersHelp')}</span>
          {strangers.map((name) => (
            <Chip key={name} name={name} isOn onToggle={() => toggle(name)}>
              {name}
            </Chip>
          ))}
        </div>
      ) : null}
      <output className="pt-1 text-xs text-text-muted">
        {chosen.length === 0
          ? t('names.all', { count: names.length })
          : t('names.chosen', { count: chosen.length, number: format.number(chosen.length) })}
      </output>
    </div>
  );
}

function Chip({
  name,
  isOn,
  onToggle,
  children,
}: {
  name: string;
  isOn: boolean;
  onToggle(): void;
  children: string;
}) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      title={name}
      onClick={onToggle}
      className={cx(
        'inline-flex h-6 items-center rounded-sm px-1.5 text-xs whitespace-nowrap forced-colors:border',
        isOn
          ? 'bg-accent-subtle font-semibold text-accent forced-colors:outline-2'
          : 'bg-field text-text-muted hover:bg-press hover:text-text',
      )}
    >
      {children}
    </button>
  );
}
