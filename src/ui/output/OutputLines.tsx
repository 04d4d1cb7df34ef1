import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { AnsiLine } from '../ansi/AnsiLine';
import type { Segment } from '../ansi/parse-ansi';
import { cx } from '../cx';
import type { LineHit } from './find-hits';

interface OutputLinesProps {
  label: string;
  lines: readonly Segment[][];
  /** False for a hex dump, which brings its own offsets. */
  numbered: boolean;
  wrap: boolean;
  hits: readonly LineHit[];
  current: LineHit | null;
}

const LINE_HEIGHT = 18;
/** Rendered when the box has no size: a test, or a hidden panel. */
const LINES_WITHOUT_SIZE = 200;

/** Numbered lines, of which only those in view are rendered. */
export function OutputLines({ label, lines, numbered, wrap, hits, current }: OutputLinesProps) {
  const box = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its answers change without its identity; nothing here is memoised on it
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 20,
    initialRect: { width: 0, height: 400 },
    paddingStart: 8,
    paddingEnd: 8,
  });
  const currentLine = current?.line;
  useEffect(() => {
    if (currentLine !== undefined) virtualizer.scrollToIndex(currentLine, { align: 'center' });
  }, [currentLine, virtualizer]);

  const items = virtualizer.getVirtualItems();
  const shown = items.length
    ? items.map((item) => item.index)
    : Array.from({ length: Math.min(lines.length, LINES_WITHOUT_SIZE) }, (_, index) => index);
  const before = items[0]?.start ?? 0;
  const after = items.length ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  const digits = String(lines.length).length;

  return (
    <div
      ref={box}
      role="group"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      className="code-block min-h-0 flex-1 rounded-none! bg-transparent! py-0! outline-offset-[-2px]!"
    >
      <div className={cx(!wrap && 'w-max min-w-full')} style={{ paddingTop: before, paddingBottom: after }}>
        {shown.map((index) => (
          <div
            key={index}
            ref={virtualizer.measureElement}
            data-index={index}
            className={cx('flex min-h-[18px]', wrap && 'break-all whitespace-pre-wrap')}
          >
            {numbered ? (
              <span data-line aria-hidden className="flex-none" style={{ width: `${Math.max(2, digits)}ch` }}>
                {index + 1}
              </span>
            ) : null}
            <span className="min-w-0 flex-1 [unicode-bidi:isolate]">
              <AnsiLine
                segments={lines[index] ?? []}
                hits={hits
                  .filter((hit) => hit.line === index)
                  .map((hit) => ({ from: hit.from, to: hit.to, current: hit === current }))}
              />
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
