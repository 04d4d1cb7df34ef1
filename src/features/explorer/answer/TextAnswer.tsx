import { memo, useMemo, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { CodeBlock } from '@/ui/CodeBlock';

/** Lines rendered before a press on "all". */
const LINES_AT_FIRST = 1500;

/** The answer as text; of a long one only the beginning, until all is asked for. */
export const TextAnswer = memo(function TextAnswer({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation('explorer');
  const [all, setAll] = useState(false);
  const lines = useMemo(() => text.split('\n'), [text]);
  const isCut = !all && lines.length > LINES_AT_FIRST;
  return (
    <>
      <CodeBlock
        label={label}
        language="json"
        code={isCut ? lines.slice(0, LINES_AT_FIRST).join('\n') : text}
        className="min-h-0 flex-initial"
      />
      {isCut ? (
        <Button size="sm" className="self-start" onClick={() => setAll(true)}>
          {t('answer.allLines', { count: lines.length })}
        </Button>
      ) : null}
    </>
  );
});
