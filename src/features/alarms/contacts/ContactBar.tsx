import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { CONTACT_CHANNELS } from '@/domain/contact';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { FilterChip } from '@/ui/FilterChip';
import { SearchField } from '@/ui/SearchField';
import { Segmented } from '@/ui/Segmented';
import type { ContactFilters } from './contact-filters';
import { useContactWords } from './use-contact-words';

export interface ContactBarProps {
  filters: ContactFilters;
  /** How many there are of each; undefined while not known. */
  counts: Readonly<Record<ContactFilters['list'], number | undefined>>;
  onChange(change: Partial<ContactFilters>): void;
  onNew(kind: 'contact' | 'group'): void;
  freshness: ReactNode;
}

export function ContactBar({ filters, counts, onChange, onNew, freshness }: ContactBarProps) {
  const { t } = useTranslation('alarms');
  const format = useFormat();
  const words = useContactWords();
  const labelOf = (list: ContactFilters['list']) => {
    const count = counts[list];
    return count === undefined
      ? t(`contacts.list.${list}`)
      : `${t(`contacts.list.${list}`)} ${format.number(count)}`;
  };
  const isPeople = filters.list === 'people';
  return (
    <div className="flex flex-none flex-wrap items-center gap-1.5 pt-3 pb-2.5">
      <Segmented
        label={t('contacts.lists')}
        value={filters.list}
        options={[
          { value: 'people', label: labelOf('people') },
          { value: 'groups', label: labelOf('groups') },
        ]}
        onValueChange={(list) => onChange({ list, search: '', channel: null })}
      />
      <SearchField
        label={t(`contacts.search.${filters.list}`)}
        value={filters.search}
        shortcut="/"
        onValueChange={(search) => onChange({ search })}
      />
      {isPeople ? (
        <FilterChip
          label={t('contacts.reachable')}
          anyLabel={t('contacts.any')}
          value={filters.channel}
          options={words.channels}
          onValueChange={(value) =>
            onChange({ channel: CONTACT_CHANNELS.find((channel) => channel === value) ?? null })
          }
        />
      ) : null}
      <span className="flex-1" />
      {freshness}
      <Button variant="primary" icon={Plus} writes onClick={() => onNew(isPeople ? 'contact' : 'group')}>
        {t(isPeople ? 'contacts.form.create' : 'contacts.group.create')}
      </Button>
    </div>
  );
}
