import { useMemo } from 'react';
import type { Instance } from '@/api/ecs/instances';
import { useTranslation } from '@/i18n/use-translation';
import { FilterChip } from '@/ui/FilterChip';
import { INSTANCE_STATES, isInstanceState } from '@/features/instance-context';
import { type InstanceFilters, parseTag, tagText } from './instance-filters';
import { useNewestInstances, useTags, useZones } from './queries';
import { systemLabel } from './system-label';

export interface FilterChipsProps {
  region: string;
  filters: InstanceFilters;
  onChange(change: Partial<InstanceFilters>): void;
}

/** The filters shared by the list and the picker; every one is answered by the server over the whole region. */
export function FilterChips({ region, filters, onChange }: FilterChipsProps) {
  const { t } = useTranslation(['instances', 'domain']);
  const zones = useZones(region).data ?? [];
  return (
    <>
      <FilterChip
        label={t('filter.state')}
        anyLabel={t('filter.any')}
        value={filters.state}
        options={INSTANCE_STATES.map((state) => ({
          value: state,
          label: t(`domain:instanceState.${state}`),
        }))}
        onValueChange={(state) =>
          onChange({ state: state !== null && isInstanceState(state) ? state : null })
        }
      />
      <TagChip region={region} filters={filters} onChange={onChange} />
      <FilterChip
        label={t('filter.zone')}
        anyLabel={t('filter.any')}
        value={filters.zone}
        options={zones.map((zone) => ({ value: zone.ZoneId, label: zone.LocalName || zone.ZoneId }))}
        onValueChange={(zone) => onChange({ zone })}
      />
      <SystemChip region={region} filters={filters} onChange={onChange} />
    </>
  );
}

function TagChip({ region, filters, onChange }: FilterChipsProps) {
  const { t } = useTranslation('instances');
  const { data: tags = [] } = useTags(region);
  const values = new Map<string, string[]>();
  for (const { TagKey, TagValue } of tags) values.set(TagKey, [...(values.get(TagKey) ?? []), TagValue]);
  const options = [...values]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([key, ofKey]) => [
      ...(ofKey.length > 1 ? [{ value: tagText(key), label: t('filter.tagAny', { key }) }] : []),
      ...ofKey
        .toSorted((a, b) => a.localeCompare(b))
        .map((value) => ({
          value: tagText(key, value),
          label: value === '' ? key : `${key}=${value}`,
        })),
    ]);
  const known = options.some((option) => option.value === filters.tag);
  const chosen = filters.tag === null ? null : parseTag(filters.tag);
  return (
    <FilterChip
      label={t('filter.tag')}
      anyLabel={t('filter.any')}
      value={filters.tag}
      options={
        // A tag from a link is shown even before, or without, the list of tags.
        chosen && filters.tag && !known
          ? [{ value: filters.tag, label: [chosen.Key, chosen.Value].filter(Boolean).join('=') }, ...options]
          : options
      }
      onValueChange={(tag) => onChange({ tag })}
    />
  );
}

/** The systems of the region's newest instances. Of a system with several images each is named. */
function SystemChip({ region, filters, onChange }: FilterChipsProps) {
  const { t, i18n } = useTranslation('instances');
  const { data: instances } = useNewestInstances(region);
  // The list renders with every page that comes in.
  const options = useMemo(() => systemOptions(instances ?? [], i18n.language), [i18n.language, instances]);
  return (
    <FilterChip
      label={t('filter.system')}
      anyLabel={t('filter.any')}
      value={filters.image}
      options={options}
      onValueChange={(image) => onChange({ image })}
    />
  );
}

function systemOptions(instances: readonly Instance[], language: string) {
  const images = new Map(instances.map((item) => [item.ImageId, systemLabel(item, language)]));
  const labels = [...images.values()];
  return [...images]
    .filter(([image]) => image !== '')
    .map(([value, label]) => ({
      value,
      label: labels.filter((other) => other === label).length > 1 ? `${label} · ${value}` : label,
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true }));
}
