import { ChevronDown, Columns2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { ChoiceMenu } from '@/ui/ChoiceMenu';
import { IconButton } from '@/ui/IconButton';
import { Note } from '@/ui/Note';
import { Skeleton } from '@/ui/Skeleton';
import { DiffView } from './DiffView';
import type { FamilyWithLine } from './engine';
import { useAnswer } from './use-answer';
import { useAnswerWords } from './use-answer-words';
import { type CompareAddress, type CompareChange } from './compare-address';
import type { Comparison } from './use-comparison';

export interface DiffPanelProps {
  comparison: Comparison;
  address: CompareAddress;
  onChange(change: CompareChange): void;
  /** The instance on show: it stands for its family, which may be equal only but for what is masked. */
  shown: string | undefined;
  nameOf(instanceId: string): string;
}

/** How the chosen family differs from another. Nothing while none is chosen, or it is what others are compared with. */
export function DiffPanel({ comparison, address, onChange, shown, nameOf }: DiffPanelProps) {
  const { t } = useTranslation('invocations');
  const words = useAnswerWords();
  const { engine, family, base, own, texts, groups } = comparison;
  const baseId = base?.instanceIds[0];
  const otherId = family?.instanceIds.find((id) => id === shown) ?? family?.instanceIds[0];
  const askDiff = useMemo(
    () =>
      baseId !== undefined && otherId !== undefined && texts
        ? () => {
            engine.tell(texts);
            return engine.work('diff', baseId, otherId, own);
          }
        : null,
    [engine, baseId, otherId, texts, own],
  );
  const { value: diff, isCurrent, problem } = useAnswer(askDiff);
  const about = useFamilyWords(nameOf);
  if (!family || !base || !groups) return null;

  const title = t('compare.diff.title', { other: family.letter, base: base.letter });
  return (
    <section aria-labelledby="record-diff" className="flex max-h-[44%] min-h-0 flex-none flex-col gap-1 pt-3">
      <div className="flex flex-none items-center gap-1">
        <h2 id="record-diff" className="truncate">
          {title}
        </h2>
        {diff && isCurrent ? (
          <span className="pl-2 text-xs whitespace-nowrap text-text-muted">
            <span className="text-danger">−{diff.removed}</span>{' '}
            <span className="text-ok">+{diff.added}</span>
          </span>
        ) : null}
        <span className="flex-1" />
        <IconButton
          size="sm"
          icon={Columns2}
          label={t('compare.diff.split')}
          aria-pressed={address.isSplit}
          onClick={() => onChange({ diff: address.isSplit ? null : 'split' })}
        />
        <ChoiceMenu
          align="end"
          value={base.letter}
          options={groups.families
            .filter((one) => one !== family)
            .map(({ letter, instanceIds }) => ({
              value: letter,
              label: t('compare.diff.option', { letter, count: instanceIds.length }),
            }))}
          onValueChange={(letter) => onChange({ against: letter })}
          trigger={
            <button
              type="button"
              className="inline-flex h-[26px] flex-none items-center gap-1.5 rounded-sm px-2 whitespace-nowrap text-text-muted hover:bg-hover hover:text-text"
            >
              {t('compare.diff.against')}
              <b className="text-text">
                {t('compare.diff.option', { letter: base.letter, count: base.instanceIds.length })}
              </b>
              <ChevronDown className="size-3.5 opacity-85" aria-hidden />
            </button>
          }
        />
      </div>
      {problem ? (
        <Note tone="warn">{t('compare.diff.failed')}</Note>
      ) : diff && isCurrent ? (
        <DiffView
          key={`${baseId} ${otherId}`}
          label={title}
          diff={diff}
          isSplit={address.isSplit}
          base={about(base, baseId)}
          other={about(family, otherId)}
          same={
            words(base) === words(family)
              ? t('compare.diff.same')
              : t('compare.diff.sameOutput', { base: words(base), other: words(family) })
          }
          isMasked={own !== null}
        />
      ) : (
        <div aria-busy className="flex flex-col gap-2 rounded-md bg-panel p-3">
          <Skeleton width="70%" />
          <Skeleton width="50%" />
        </div>
      )}
    </section>
  );
}

/** "C: web-prod-31, db-replica-02", "A: web-prod-01 and 90 more". */
function useFamilyWords(nameOf: (instanceId: string) => string) {
  const { t } = useTranslation('invocations');
  const format = useFormat();
  return ({ letter, instanceIds }: FamilyWithLine, first: string | undefined): string => {
    const rest = instanceIds.filter((id) => id !== first);
    const names = [first ?? instanceIds[0], ...(rest.length === 1 ? rest : [])].map(nameOf);
    return rest.length < 2
      ? t('compare.diff.who', { letter, names: format.list(names) })
      : t('compare.diff.andMore', { letter, name: names[0], count: rest.length });
  };
}
