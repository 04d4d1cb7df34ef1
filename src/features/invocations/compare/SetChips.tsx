import { useTranslation } from '@/i18n/use-translation';
import { FilterChip } from '@/ui/FilterChip';
import type { CompareAddress, CompareChange } from './compare-address';
import type { Comparison } from './use-comparison';

export interface SetChipsProps {
  comparison: Comparison;
  address: CompareAddress;
  onChange(change: CompareChange): void;
}

/** What the table is narrowed down to by a choice above it, each with a way back. Nothing while no choice is made. */
export function SetChips({ comparison: { groups, family, cluster }, address, onChange }: SetChipsProps) {
  const { t } = useTranslation('invocations');
  if (!groups) return null;
  if (family) {
    return (
      <FilterChip
        label={t('compare.set')}
        anyLabel={t('filter.any')}
        value={family.letter}
        options={groups.families.map(({ letter, instanceIds }) => ({
          value: letter,
          label: letter,
          count: instanceIds.length,
        }))}
        onValueChange={(letter) => {
          const next = groups.families.find((one) => one.letter === letter);
          onChange({ family: letter, against: null, ...(next ? { instance: next.instanceIds[0] } : {}) });
        }}
      />
    );
  }
  if (!cluster || address.cluster === null) return null;
  const value = String(address.cluster);
  return (
    <FilterChip
      label={t('compare.cluster')}
      anyLabel={t('filter.any')}
      value={value}
      options={groups.clusters.map(({ instanceIds }, index) => ({
        value: String(index + 1),
        label: t('compare.clusterNumber', { number: index + 1 }),
        count: instanceIds.length,
      }))}
      onValueChange={(next) => onChange({ cluster: next })}
    />
  );
}
