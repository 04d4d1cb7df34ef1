import { useMemo } from 'react';
import { partsOfCmsName } from '@/domain/cms-event-names';
import { ANY, type EventPattern, type EventRule } from '@/domain/event-rule';
import { channelsOf, type ContactTarget } from '@/domain/event-rule-targets';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { useEventWords } from './use-event-words';

/** More names than this are counted. */
const MOST_NAMED = 2;

/** Rules in words. */
export function useRuleWords() {
  const { t } = useTranslation('eventRules');
  const words = useEventWords();
  const format = useFormat();
  return useMemo(() => {
    const all = (list: readonly string[]) => list.length === 0 || list.includes(ANY);

    function ofPattern(pattern: EventPattern): string {
      const kinds = new Map<string, string[]>();
      for (const name of pattern.names) {
        const { kind, state } = partsOfCmsName(name);
        kinds.set(kind, [
          ...(kinds.get(kind) ?? []),
          ...(state === null ? [] : [words.state(state).toLowerCase()]),
        ]);
      }
      const what =
        kinds.size > MOST_NAMED
          ? t('matches.names', { count: pattern.names.length })
          : kinds.size > 0
            ? [...kinds]
                .map(([kind, states]) =>
                  states.length === 0
                    ? words.kind(kind)
                    : t('title', { kind: words.kind(kind), state: format.list(states) }),
                )
                .join(t('matches.or'))
            : all(pattern.types)
              ? t('matches.everything')
              : t('matches.types', { types: format.list(pattern.types.map(words.type)) });
      const product = pattern.product.toUpperCase();
      return [
        product === 'ECS' ? what : t('matches.product', { product, what }),
        ...(pattern.filter === '' ? [] : [t('matches.filter', { filter: pattern.filter })]),
      ].join(format.comma);
    }

    return {
      /** What a rule is about: `Restart, system maintenance (scheduled)`. */
      matches: ({ patterns }: Pick<EventRule, 'patterns'>): string =>
        patterns.length === 0 ? t('matches.nothing') : patterns.map(ofPattern).join(t('matches.or')),
      /** Levels of all its patterns; empty: every level. */
      levels: ({ patterns }: Pick<EventRule, 'patterns'>): string[] =>
        patterns.some(({ levels }) => all(levels))
          ? []
          : [...new Set(patterns.flatMap(({ levels }) => levels.map((level) => level.toUpperCase())))],
      /** How a group is told: `SMS, mail and DingTalk`. */
      channels: ({ level }: Pick<ContactTarget, 'level'>): string => {
        const channels = channelsOf(level);
        return channels
          ? format.list(channels.map((channel) => t(`channel.${channel}`)))
          : t('target.level', { level });
      },
    };
  }, [format, t, words]);
}
