import { useId, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { CommandType } from '@/domain/command-type';
import type { ParameterScan } from '@/domain/parameters';
import { contentSize } from '@/domain/size';
import { useFormat } from '@/i18n/format';
import { CodeEditor } from '@/ui/code-editor/CodeEditor';
import { Meter } from '@/ui/Meter';
import { FORM_LIMITS } from './command-form';
import { EDITOR_LANGUAGE } from './editor-language';
import { useProblemWords } from './problem-text';

export interface ScriptFieldProps {
  type: CommandType;
  value: string;
  onChange(value: string): void;
  onBlur(): void;
  /** The parameters of the script; null when it uses none. */
  scan: ParameterScan | null;
  error: string | undefined;
  /** Lets a form bring the focus into the editor. */
  fieldRef(field: { focus(): void } | null): void;
}

/** The script, its parameters marked where they stand, its size against the limit (manual 1.2.1). */
export function ScriptField({ type, value, onChange, onBlur, scan, error, fieldRef }: ScriptFieldProps) {
  const { t } = useTranslation('commands');
  const words = useProblemWords();
  const format = useFormat();
  const sizeId = useId();
  const lines = useEditorLines();
  const marks = useMemo(
    () => scan?.uses.map(({ from, to }) => ({ from, to, className: 'param' })) ?? [],
    [scan],
  );
  const problems = useMemo(
    () =>
      scan?.problems.map((problem) => ({
        from: problem.from,
        to: problem.to,
        message: words.parameter(problem),
      })) ?? [],
    [scan, words],
  );
  return (
    <div
      ref={(box) => fieldRef(box && { focus: () => box.querySelector<HTMLElement>('.cm-content')?.focus() })}
      className="flex min-w-0 flex-col gap-2"
    >
      <CodeEditor
        label={t('form.content')}
        value={value}
        onChange={onChange}
        onBlur={onBlur}
        language={EDITOR_LANGUAGE[type]}
        marks={marks}
        problems={problems}
        error={error}
        describedBy={sizeId}
        minLines={lines}
        maxLines={lines}
      />
      <div id={sizeId}>
        <Meter
          label={t('form.size')}
          used={contentSize(value)}
          total={FORM_LIMITS.contentBytes}
          format={format.bytes}
          className="w-full"
        />
      </div>
    </div>
  );
}

const LINE_HEIGHT = 18;
/** Everything of the sheet that is not the editor: what is above and below it, its label and its meter. */
const AROUND_EDITOR = 236;

/** Lines that fill the sheet, however high the window is. */
function useEditorLines(): number {
  return useSyncExternalStore(onResize, () =>
    Math.max(12, Math.floor((window.innerHeight - AROUND_EDITOR) / LINE_HEIGHT)),
  );
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
