import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { type InstanceFilters, parseTag } from './instance-filters';

/** The filters in words, for what found nothing: “web”, Running and env=prod. */
export function useFilterWords(): (filters: InstanceFilters) => string {
  const { t } = useTranslation(['instances', 'domain']);
  const format = useFormat();
  return ({ search, state, health, agent, zone, tag, image }) => {
    const chosen = tag === null ? null : parseTag(tag);
    const words = [
      search && t('filter.quoted', { text: search }),
      state && t(`domain:instanceState.${state}`),
      health && t(`domain:health.${health}.label`),
      agent && t(`filter.agentIs.${agent}`),
      zone,
      chosen && [chosen.Key, chosen.Value].filter(Boolean).join('='),
      image,
    ];
    return format.list(words.filter((word): word is string => Boolean(word)));
  };
}
