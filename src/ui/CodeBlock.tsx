import type { TextMark } from './marked-text';
import { markText } from './marked-text';
import { cx } from './cx';

export interface CodeBlockProps {
  code: string;
  /** The name of the block. */
  label: string;
  /** Told to screen readers and style sheets only; the text is shown plain. */
  language?: string | undefined;
  marks?: readonly TextMark[] | undefined;
  lineNumbers?: boolean | undefined;
  wrap?: boolean | undefined;
  className?: string | undefined;
}

/** Text as it is, never markup. Scrolls by itself and can be reached by Tab for it. */
export function CodeBlock({
  code,
  label,
  language,
  marks = [],
  lineNumbers = true,
  wrap = false,
  className,
}: CodeBlockProps) {
  const sorted = marks.toSorted((a, b) => a.from - b.from);
  const lines = linesWithOffsets(code);
  return (
    <pre
      role="group"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      data-language={language}
      className={cx('code-block', wrap && 'break-all whitespace-pre-wrap', className)}
    >
      {lines.map(({ text, start }, index) => (
        <code key={start}>
          {lineNumbers ? (
            <span data-line aria-hidden>
              {index + 1}
            </span>
          ) : null}
          {markText(text, start, sorted)}
          {index < lines.length - 1 ? '\n' : null}
        </code>
      ))}
    </pre>
  );
}

/** Each line and where it starts, in UTF-16 units of the whole. */
function linesWithOffsets(code: string): { text: string; start: number }[] {
  let start = 0;
  return code.split('\n').map((text) => {
    const line = { text, start };
    start += text.length + 1;
    return line;
  });
}
