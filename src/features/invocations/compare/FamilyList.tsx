import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { OUTCOME_LOOK } from '@/features/cloud-assistant';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Status } from '@/ui/Status';
import { SOLID } from '@/ui/tones';
import type { FamilyWithLine } from './engine';
import { useAnswerWords } from './use-answer-words';

export interface FamilyListProps {
  families: readonly FamilyWithLine[];
  /** Instances of the run. */
  total: number;
  /** Letter of the chosen one. */
  chosen: string | undefined;
  nameOf(instanceId: string): string;
  /** null: the choice is taken back. */
  onChoose(family: FamilyWithLine | null): void;
}

const ROWS_AT_FIRST = 40;
const MORE_ROWS = 200;
/** So that one instance of a thousand has a bar at all. */
const LEAST_SHARE = 0.02;

/** The different answers, largest first; who stands alone is named. */
export function FamilyList({ families, total, chosen, nameOf, onChoose }: FamilyListProps) {
  const { t } = useTranslation('invocations');
  const [rows, setRows] = useState(ROWS_AT_FIRST);
  return (
    <div className="-mx-2.5 max-h-[min(162px,28vh)] flex-none overflow-auto p-0.5">
      <ul aria-label={t('compare.list')} className="flex flex-col gap-0.5">
        {families.slice(0, rows).map((family) => (
          <li key={family.letter}>
            <FamilyRow
              family={family}
              share={Math.max(LEAST_SHARE, family.instanceIds.length / total)}
              isChosen={family.letter === chosen}
              name={nameOf(family.instanceIds[0])}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ul>
      {families.length > rows ? (
        <Button size="sm" variant="quiet" onClick={() => setRows(rows + MORE_ROWS)}>
          {t('compare.moreFamilies', { count: families.length - rows })}
        </Button>
      ) : null}
    </div>
  );
}

interface FamilyRowProps {
  family: FamilyWithLine;
  /** Of all instances, 0 to 1. */
  share: number;
  isChosen: boolean;
  /** Of the first instance. */
  name: string;
  onChoose: FamilyListProps['onChoose'];
}

function FamilyRow({ family, share, isChosen, name, onChoose }: FamilyRowProps) {
  const { t } = useTranslation('invocations');
  const words = useAnswerWords();
  const { tone, icon } = OUTCOME_LOOK[family.outcome];
  const count = family.instanceIds.length;
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={cx(
        'relative flex h-[38px] w-full items-center gap-2.5 rounded-sm px-2.5 text-left text-text',
        'outline-offset-[-2px]! forced-colors:aria-pressed:outline-2 forced-colors:aria-pressed:outline-[Highlight]',
        isChosen ? 'bg-selected' : 'hover:bg-hover',
      )}
      onClick={() => onChoose(isChosen ? null : family)}
    >
      <span
        className={cx(
          'grid h-5 min-w-5 flex-none place-items-center rounded-[4px] px-1 text-xs font-semibold',
          isChosen ? 'bg-accent text-bg' : 'bg-neutral-subtle',
        )}
      >
        {family.letter}
      </span>
      <span className="w-[92px] flex-none truncate" title={count === 1 ? name : undefined}>
        {count === 1 ? <b>{name}</b> : t('compare.members', { count })}
      </span>
      <span
        className={cx('min-w-0 flex-1 truncate text-text-muted', family.line !== '' && 'code')}
        title={family.line || undefined}
      >
        {family.line || t('compare.noOutput')}
      </span>
      <Status tone={tone} icon={icon}>
        {words(family)}
      </Status>
      <span aria-hidden className="absolute right-2.5 bottom-[3px] left-10 h-0.5">
        <span
          className={cx('block h-0.5 rounded-[1px] forced-colors:bg-[CanvasText]', SOLID[tone])}
          style={{ width: `${share * 100}%` }}
        />
      </span>
    </button>
  );
}
