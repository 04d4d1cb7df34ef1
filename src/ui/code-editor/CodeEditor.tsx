import type { ReactNode } from 'react';
import { type RefObject, Suspense, lazy, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { cx } from '../cx';
import { FieldFrame, describedBy } from '../FieldFrame';
import type { TextMark } from '../marked-text';
import type { EditorLanguage } from './editor-setup';
import type { EditorProblem } from './LoadedEditor';

export type { EditorLanguage } from './editor-setup';
export type { EditorProblem } from './LoadedEditor';

export interface CodeEditorProps {
  label: string;
  value: string;
  onChange(value: string): void;
  onBlur?: (() => void) | undefined;
  language: EditorLanguage;
  readOnly?: boolean | undefined;
  /** Underlined where they stand, told on hover. Keep the array stable. */
  problems?: readonly EditorProblem[] | undefined;
  /** Stretches to set apart, such as `{{name}}`. Keep the array stable. */
  marks?: readonly TextMark[] | undefined;
  hint?: ReactNode;
  help?: ReactNode;
  /** A sentence that names the field and what is wrong. */
  error?: ReactNode;
  /** Ids of more text that describes the field. */
  describedBy?: string | undefined;
  /** Height in lines of an empty editor, and the most it grows to before it scrolls. */
  minLines?: number | undefined;
  maxLines?: number | undefined;
  className?: string | undefined;
}

const LoadedEditor = lazy(() => import('./LoadedEditor'));
const NONE: readonly never[] = [];
const LINE_HEIGHT = 18;
const PADDING = 16;

/**
 * A script editor. To focus it, before it is loaded too, focus its `[data-editor]`. Its frame has the height of the text before CodeMirror is here, so nothing jumps.
 */
export function CodeEditor({
  label,
  value,
  onChange,
  onBlur,
  language,
  readOnly = false,
  problems = NONE,
  marks = NONE,
  hint,
  help,
  error,
  describedBy: moreText,
  minLines = 10,
  maxLines = 24,
  className,
}: CodeEditorProps) {
  const { t } = useTranslation('ui');
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(false);
  const lines = Math.min(maxLines, Math.max(minLines, value.split('\n').length));
  const texts = [describedBy(id, { hint, help, error }), moreText, `${id}leave`].filter(Boolean).join(' ');
  return (
    <FieldFrame id={id} label={label} hint={hint} help={help} error={error} className={className}>
      <div
        ref={frame}
        data-editor
        tabIndex={-1}
        className={cx(
          'relative overflow-hidden rounded-sm outline-focus focus-within:outline-2 forced-colors:border',
          'bg-panel',
          error ? 'shadow-[inset_0_-2px_0_var(--color-danger-solid)]' : undefined,
        )}
        style={{ height: lines * LINE_HEIGHT + PADDING }}
        onFocus={(event) => {
          setFocused(true);
          if (event.target === event.currentTarget) focusText(event.currentTarget);
        }}
        onBlur={() => setFocused(false)}
      >
        <Suspense fallback={<PlainText label={label} text={value} />}>
          <LoadedEditor
            id={id}
            label={label}
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            language={language}
            readOnly={readOnly}
            invalid={Boolean(error)}
            describedBy={texts}
            problems={problems}
            marks={marks}
          />
          <TakesFocus frame={frame} />
        </Suspense>
        <span
          id={`${id}leave`}
          className={cx(
            'pointer-events-none absolute right-2 bottom-1.5 rounded-xs bg-panel px-1.5 text-xs text-text-muted',
            !focused && 'sr-only',
          )}
        >
          {t('editor.leave')}
        </span>
      </div>
    </FieldFrame>
  );
}

/** The frame keeps the focus for the editor until that is here; who has gone on meanwhile stays where they are. */
function TakesFocus({ frame }: { frame: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    if (frame.current && frame.current === document.activeElement) focusText(frame.current);
  }, [frame]);
  return null;
}

function focusText(frame: HTMLElement): void {
  frame.querySelector<HTMLElement>('.cm-content')?.focus();
}

/** The text where it will stand, until the editor takes over. */
function PlainText({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation('ui');
  return (
    <div
      aria-busy
      aria-label={`${label}: ${t('editor.loading')}`}
      role="group"
      className="flex py-2 code leading-[18px]"
    >
      <div aria-hidden className="w-[34px] flex-none pr-3 text-right text-text-subtle">
        {text.split('\n').map((_, index) => (
          <div key={index}>{index + 1}</div>
        ))}
      </div>
      <pre className="min-w-0 flex-1 pr-3 break-words whitespace-pre-wrap">{text}</pre>
    </div>
  );
}
