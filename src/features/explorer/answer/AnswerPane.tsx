import { Download, RotateCw } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CallEntry } from '@/api/rpc';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { CopyButton } from '@/ui/CopyButton';
import { IconButton } from '@/ui/IconButton';
import { saveFile } from '@/ui/save-file';
import { Segmented } from '@/ui/Segmented';
import { Spinner } from '@/ui/Spinner';
import { useNow } from '@/ui/use-now';
import { answerBody, answerText } from './answer-body';
import { AnswerDiff } from './AnswerDiff';
import { AnswerFacts } from './AnswerFacts';
import { JsonTree } from './JsonTree';
import { TextAnswer } from './TextAnswer';

export interface AnswerPaneProps {
  call: CallEntry | null;
  /** Another answer to compare with. */
  base: CallEntry | null;
  onCloseDiff(): void;
  /** Since when a call is under way. */
  since: number | null;
  onCancel(): void;
  onAgain(): void;
  writes: boolean;
}

/** What came back. */
export function AnswerPane({ call, base, onCloseDiff, since, onCancel, onAgain, writes }: AnswerPaneProps) {
  const { t } = useTranslation('explorer');
  const [view, setView] = useState<'tree' | 'text'>('tree');
  // An answer may have a megabyte, and the form beside it renders with every key.
  const body = useMemo(() => (call ? answerBody(call) : null), [call]);
  const text = useMemo(() => answerText(body), [body]);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2.5 pt-3">
      {since === null ? null : <Waiting since={since} onCancel={onCancel} />}
      {call ? (
        <>
          <AnswerFacts call={call} />
          {base && base !== call ? (
            <AnswerDiff key={base.startedAt} base={base} other={call} onClose={onCloseDiff} />
          ) : null}
          <div className="flex items-center gap-1">
            <Segmented
              label={t('answer.view')}
              value={view}
              onValueChange={setView}
              options={[
                { value: 'tree', label: t('answer.tree') },
                { value: 'text', label: t('answer.text') },
              ]}
            />
            <span className="flex-1" />
            <Button size="sm" variant="quiet" icon={RotateCw} writes={writes} onClick={onAgain}>
              {t('answer.again')}
            </Button>
            {body ? (
              <>
                <CopyButton text={text} label={t('answer.copy')} />
                <IconButton
                  size="sm"
                  icon={Download}
                  label={t('answer.download')}
                  onClick={() =>
                    saveFile(
                      new Blob([text], { type: 'application/json' }),
                      `${call.action}-${call.requestId ?? call.startedAt}.json`,
                    )
                  }
                />
              </>
            ) : null}
          </div>
          {body === null ? (
            <p className="text-text-muted">{t('answer.none')}</p>
          ) : view === 'tree' ? (
            <JsonTree key={call.startedAt} label={t('answer.label')} value={body} />
          ) : (
            <TextAnswer key={call.startedAt} label={t('answer.label')} text={text} />
          )}
        </>
      ) : since === null ? (
        <p className="text-text-muted">{t('answer.empty')}</p>
      ) : null}
    </div>
  );
}

/** Waits are told of from here on, ms: most answers are sooner, and nothing should jump for them. */
const TOLD_AFTER_MS = 900;

function Waiting({ since, onCancel }: { since: number; onCancel(): void }) {
  const { t } = useTranslation('explorer');
  const format = useFormat();
  const now = useNow(since);
  if (now - since < TOLD_AFTER_MS) return null;
  return (
    <div role="status" className="flex items-center gap-2.5 rounded-md bg-info-subtle px-3 py-1.5">
      <Spinner className="text-info" />
      <span className="flex-1">
        {t('answer.waiting', { time: format.duration(Math.max(0, now - since)) })}
      </span>
      <Button size="sm" variant="quiet" onClick={onCancel}>
        {t('answer.cancel')}
      </Button>
    </div>
  );
}
