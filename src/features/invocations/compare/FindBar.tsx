import { ChevronDown, ChevronUp, Regex } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { IconButton } from '@/ui/IconButton';
import { SearchField } from '@/ui/SearchField';
import { Spinner } from '@/ui/Spinner';
import { type CompareAddress, type CompareChange, flag } from './compare-address';
import { type Find, SEARCH_LIMIT_MS } from './use-find';

export interface FindBarProps {
  find: Find;
  address: CompareAddress;
  onChange(change: CompareChange): void;
}

/** Searches the outputs of every instance; what is wrong with an expression stands beside the field. */
export function FindBar({ find, address, onChange }: FindBarProps) {
  const { t } = useTranslation('invocations');
  const { found, badPattern, isTooSlow, isBusy, hits, place } = find;
  const none = found === undefined || found.total === 0;
  return (
    <div role="search" className="flex min-w-0 items-center gap-1">
      <span className="min-w-0 truncate pr-1.5 text-right text-xs text-text-muted" role="status">
        {badPattern !== null ? (
          <span className="text-danger" title={badPattern}>
            {t('compare.find.bad', { problem: badPattern })}
          </span>
        ) : isTooSlow ? (
          <span className="text-danger">{t('compare.find.slow', { seconds: SEARCH_LIMIT_MS / 1000 })}</span>
        ) : isBusy ? (
          <Spinner label={t('compare.find.busy')} />
        ) : found === undefined ? null : found.total === 0 ? (
          t('compare.find.none')
        ) : (
          <>
            {hits.length > 0
              ? t('compare.find.here', { place, count: hits.length })
              : t('compare.find.noneHere')}
            {' · '}
            {t('compare.find.all', {
              total: found.total,
              count: Object.keys(found.counts).length,
            })}
          </>
        )}
      </span>
      <SearchField
        className="h-7! w-[212px] flex-none"
        label={t('compare.find.label')}
        shortcut="/"
        value={address.search}
        onValueChange={(search) => onChange({ search })}
      />
      <IconButton
        size="sm"
        icon={Regex}
        label={t('compare.find.regex')}
        aria-pressed={address.isRegex}
        onClick={() => onChange({ regex: flag(!address.isRegex) })}
      />
      <IconButton
        size="sm"
        icon={ChevronUp}
        label={t('compare.find.previous')}
        disabled={none}
        onClick={() => find.step(-1)}
      />
      <IconButton
        size="sm"
        icon={ChevronDown}
        label={t('compare.find.next')}
        disabled={none}
        onClick={() => find.step(1)}
      />
    </div>
  );
}
