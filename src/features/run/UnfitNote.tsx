import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Note } from '@/ui/Note';
import { useCheckWords, useUnfitWords } from './check-words';
import type { UnfitCheck } from './preflight';

export interface UnfitNoteProps {
  check: UnfitCheck;
  nameOf(instanceId: string): string;
  onLeaveOut(): void;
}

/** Nothing was sent: these became unfit after they were chosen. */
export function UnfitNote({ check, nameOf, onLeaveOut }: UnfitNoteProps) {
  const { t } = useTranslation('run');
  const format = useFormat();
  const words = useCheckWords();
  const reasonOf = useUnfitWords();
  const named = check.instances.map(([id, reason]) =>
    t('check.unfitOne', { name: nameOf(id), reason: reasonOf(reason) }),
  );
  return (
    <Note
      tone="danger"
      role="alert"
      title={format.sentences(t('failed.checked'), words(check).title)}
      className="mx-6 mt-2 flex-none"
      action={
        <Button size="sm" onClick={onLeaveOut}>
          {t('check.leaveOut', { count: check.instances.length })}
        </Button>
      }
    >
      <span className="block">{format.list(named)}</span>
    </Note>
  );
}
