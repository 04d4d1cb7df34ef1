import type { CmsEventCount } from '@/api/cms/system-events';
import { CMS_EVENT_LEVELS, CMS_EVENT_TYPES, type CmsEventName } from '@/domain/cms-event-names';
import { type EventRuleDraft, inLevelOrder, inTypeOrder } from '@/domain/event-rule-draft';
import { useTranslation } from '@/i18n/use-translation';
import { Checkbox } from '@/ui/Checkbox';
import { NamesMatrix } from './NamesMatrix';
import { useEventWords } from './use-event-words';

export interface EventsSectionProps {
  isNew: boolean;
  draft: EventRuleDraft;
  change(part: Partial<EventRuleDraft>): void;
  names: readonly CmsEventName[];
  counts: readonly CmsEventCount[] | undefined;
  problem: string | undefined;
}

/** What a rule is about: types, levels, and the names within them. Nothing ticked in a row means all of it. */
export function EventsSection({ isNew, draft, change, names, counts, problem }: EventsSectionProps) {
  const { t } = useTranslation('eventRules');
  const words = useEventWords();
  const { types, levels } = draft;
  const within = names.filter(
    (one) =>
      (types.length === 0 || types.includes(one.type)) && (levels.length === 0 || levels.includes(one.level)),
  );
  const toggled = (list: readonly string[], value: string, isOn: boolean) =>
    isOn ? [...list, value] : list.filter((one) => one !== value);
  return (
    <section aria-label={t('form.events')} className="flex min-w-0 flex-col gap-3.5 overflow-auto pr-2 pb-4">
      <div className="flex flex-col gap-1">
        <h2>{t('form.events')}</h2>
        {isNew ? null : <p className="text-xs text-text-muted">{t('form.statuses')}</p>}
      </div>
      <Choice label={t('form.types')} help={types.length === 0 ? t('form.everyType') : null}>
        {CMS_EVENT_TYPES.map((type) => (
          <Checkbox
            key={type}
            label={words.type(type)}
            checked={types.includes(type)}
            onCheckedChange={(isOn) => change({ types: inTypeOrder(toggled(types, type, isOn)) })}
          />
        ))}
      </Choice>
      <Choice label={t('form.levels')} help={levels.length === 0 ? t('form.everyLevel') : null}>
        {CMS_EVENT_LEVELS.map((level) => (
          <Checkbox
            key={level}
            label={words.level(level)}
            checked={levels.includes(level)}
            onCheckedChange={(isOn) => change({ levels: inLevelOrder(toggled(levels, level, isOn)) })}
          />
        ))}
      </Choice>
      <div role="group" aria-label={t('form.names')} className="flex flex-col">
        <span className="pb-0.5 font-semibold">{t('form.names')}</span>
        {problem ? (
          <p role="alert" className="text-xs text-danger">
            {problem}
          </p>
        ) : null}
        <NamesMatrix
          names={within}
          chosen={draft.names}
          onChange={(chosen) => change({ names: chosen })}
          counts={counts}
        />
      </div>
    </section>
  );
}

function Choice({
  label,
  help,
  children,
}: {
  label: string;
  help: string | null;
  children: React.ReactNode;
}) {
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-1">
      <span className="font-semibold">
        {label}
        {help ? <span className="pl-2 font-normal text-text-subtle">{help}</span> : null}
      </span>
      <span className="flex flex-wrap gap-x-5 gap-y-1">{children}</span>
    </div>
  );
}
