import { useEffect, useState } from 'react';
import { X } from 'lucide-react';
import type { CallEntry } from '@/api/rpc';
import { encodeBase64 } from '@/domain/base64';
import { createOutputEngine, DiffView, type OutputDiff } from '@/features/invocations';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { IconButton } from '@/ui/IconButton';
import { Note } from '@/ui/Note';
import { Skeleton } from '@/ui/Skeleton';
import { answerBody, answerText } from './answer-body';

export interface AnswerDiffProps {
  base: CallEntry;
  other: CallEntry;
  onClose(): void;
}

/** What the one answer has otherwise than the other. Mount anew for other answers. */
export function AnswerDiff({ base, other, onClose }: AnswerDiffProps) {
  const { t } = useTranslation('explorer');
  const format = useFormat();
  const [diff, setDiff] = useState<OutputDiff | 'failed' | null>(null);
  useEffect(() => {
    const engine = createOutputEngine();
    let isWanted = true;
    engine.tell(
      new Map([
        ['base', encodeBase64(answerText(answerBody(base)))],
        ['other', encodeBase64(answerText(answerBody(other)))],
      ]),
    );
    engine.work('diff', 'base', 'other', null).then(
      (found) => isWanted && setDiff(found),
      () => isWanted && setDiff('failed'),
    );
    return () => {
      isWanted = false;
      engine.end();
    };
  }, [base, other]);
  const name = ({ action, startedAt }: CallEntry) => `${action} ${format.clock(startedAt)}`;
  return (
    <section aria-label={t('diff.title')} className="flex max-h-[50%] min-h-0 flex-none flex-col gap-1.5">
      <div className="flex items-center gap-2">
        <h2 className="min-w-0 flex-1 truncate">{t('diff.title')}</h2>
        <IconButton size="sm" icon={X} label={t('diff.close')} onClick={onClose} />
      </div>
      {diff === null ? (
        <div aria-busy className="flex flex-col gap-2 rounded-md bg-panel p-3">
          <Skeleton width="70%" />
          <Skeleton width="50%" />
        </div>
      ) : diff === 'failed' ? (
        <Note tone="warn">{t('diff.failed')}</Note>
      ) : (
        <DiffView
          label={t('diff.title')}
          diff={diff}
          isSplit={false}
          base={name(base)}
          other={name(other)}
          same={t('diff.same')}
          isMasked={false}
        />
      )}
    </section>
  );
}
