import { useTranslation } from '@/i18n/use-translation';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Note } from '@/ui/Note';
import { Switch } from '@/ui/Switch';
import { FamilyList } from './FamilyList';
import { type CompareAddress, type CompareChange, flag } from './compare-address';
import type { Comparison } from './use-comparison';

export interface FamiliesPanelProps {
  comparison: Comparison;
  address: CompareAddress;
  onChange(change: CompareChange): void;
  /** Instances of the run. */
  total: number;
  nameOf(instanceId: string): string;
}

/** How many different results a run gave, and which. Nothing for a run on one instance. */
export function FamiliesPanel({ comparison, address, onChange, total, nameOf }: FamiliesPanelProps) {
  const { t } = useTranslation('invocations');
  const { groups, outputs, isOffered, family, ask } = comparison;
  const errorText = useErrorText(outputs.error);
  if (total < 2) return null;
  if (groups) {
    const count = groups.families.length;
    return (
      <section aria-labelledby="record-families" className="flex flex-none flex-col gap-1 pb-3">
        <div className="flex min-h-8 flex-wrap items-center gap-x-3">
          <h2 id="record-families">
            {count === 1 ? t('compare.allSame', { count: total }) : t('compare.different', { count })}
          </h2>
          <span className="flex-1" />
          <Switch
            className="text-xs text-text-muted"
            label={t('compare.mask')}
            checked={address.mask}
            onCheckedChange={(on) => onChange({ mask: flag(on), family: null, against: null, cluster: null })}
          />
        </div>
        <FamilyList
          families={groups.families}
          total={total}
          chosen={family?.letter}
          nameOf={nameOf}
          onChoose={(next) =>
            onChange({
              family: next?.letter ?? null,
              against: null,
              cluster: null,
              ...(next ? { instance: next.instanceIds[0], status: null } : {}),
            })
          }
        />
      </section>
    );
  }
  return (
    <section aria-label={t('compare.title')} className="flex-none pb-3">
      {outputs.error ? (
        <Note
          tone="warn"
          role="status"
          title={errorText.title}
          action={
            <Button size="sm" onClick={() => void outputs.load().catch(() => undefined)}>
              {t('compare.retry')}
            </Button>
          }
        >
          {t('compare.failed')} <span className="code">{errorText.code}</span>
        </Note>
      ) : isOffered ? (
        <div className="flex min-h-8 items-center gap-3 text-text-muted">
          {t('compare.offer')}
          <Button size="sm" variant="quiet" onClick={ask}>
            {t('compare.ask')}
          </Button>
        </div>
      ) : (
        <Reading read={outputs.progress?.read ?? 0} total={outputs.progress?.total ?? total} />
      )}
    </section>
  );
}

function Reading({ read, total }: { read: number; total: number }) {
  const { t } = useTranslation('invocations');
  const { number } = useFormat();
  const words = t('compare.reading', { read: number(read), total: number(total) });
  return (
    <div className="flex flex-col gap-1.5">
      <h2>{t('compare.title')}</h2>
      <div
        role="progressbar"
        aria-label={t('compare.title')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={read}
        aria-valuetext={words}
        className="h-1 overflow-hidden rounded-[2px] bg-neutral-subtle forced-colors:border"
      >
        <span
          className="block h-full bg-text forced-colors:bg-[Highlight]"
          style={{ width: `${total > 0 ? (read / total) * 100 : 0}%` }}
        />
      </div>
      <span className="text-xs text-text-muted">{words}</span>
    </div>
  );
}
