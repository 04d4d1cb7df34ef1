import type { KeyboardEvent, PointerEvent } from 'react';
import { useRef, useSyncExternalStore } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { ChartWindow } from '../data/chart-window';
import { useBoard } from './board-context';
import { axisPeriods, type ChartModel, valueAt } from './chart-line';
import type { ChartMarks } from './chart-marks';
import { brushOver, cursorMove, snapped } from './cursor-moves';
import type { Geometry } from './geometry';
import { MarkMenu } from './MarkMenu';
import { marksIn, marksUnder } from './marks-under';
import { useFigures } from './use-figures';
import { useMarksPress } from './use-marks-press';

export interface CursorSliderProps {
  label: string;
  /** The element with the chart in words. */
  describedBy: string;
  model: ChartModel;
  window: ChartWindow;
  geometry: Geometry;
  marks: ChartMarks;
}

/** Pixels a press may move and still be a click. */
const CLICK_SLACK = 4;

/**
 * Takes the pointer and the keys of one chart and moves the cursor of all. Arrows step, Page keys leap, Shift draws the span
 * to zoom into, Enter zooms, Escape gives up; a drag does the same. A press on a mark follows it, and so does Enter with the
 * cursor on its period; where marks lie upon each other, a menu asks which.
 */
export function CursorSlider({ label, describedBy, model, window, geometry, marks }: CursorSliderProps) {
  const { t } = useTranslation('monitoring');
  const figures = useFigures();
  const [opened, press, close] = useMarksPress();
  const { cursor, times, zoomIn } = useBoard();
  const { at, brush } = useSyncExternalStore(cursor.subscribe, cursor.get);
  const pressed = useRef<{ x: number; at: number } | null>(null);
  const anchor = useRef<number | null>(null);
  const axis = axisPeriods(model, window);
  const lastIndex = Math.max(0, axis.length - 1);
  const shown = at ?? axis.from + lastIndex * axis.step;
  const index = Math.min(lastIndex, Math.max(0, Math.round((shown - axis.from) / axis.step)));

  const placeOf = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const zoom = () => {
    if (brush) zoomIn(brush);
    cursor.brush(null);
    anchor.current = null;
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const { x, y } = placeOf(event);
    const under = snapped(geometry.timeAt(x), axis);
    cursor.move(under);
    const from = pressed.current;
    if (from && Math.abs(x - from.x) > CLICK_SLACK) cursor.brush(brushOver(from.at, under, axis));
    const isMark = marksUnder({ x, y }, marks, geometry).length > 0;
    event.currentTarget.style.cursor = isMark ? 'pointer' : 'crosshair';
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const { x } = placeOf(event);
    pressed.current = { x, at: snapped(geometry.timeAt(x), axis) };
    event.currentTarget.setPointerCapture?.(event.pointerId);
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const from = pressed.current;
    pressed.current = null;
    if (!from) return;
    if (brush) return zoom();
    const { clientX, clientY, currentTarget: origin } = event;
    press({
      marks: marksUnder(placeOf(event), marks, geometry),
      anchor: { getBoundingClientRect: () => new DOMRect(clientX, clientY, 0, 0) },
      origin,
      byKey: false,
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const origin = event.currentTarget;
    if (event.key === 'Enter' && brush) zoom();
    else if (event.key === 'Enter' && marked.length > 0) {
      const { left, top } = origin.getBoundingClientRect();
      const place = new DOMRect(left + geometry.x(shown), top + geometry.bottom, 0, 0);
      press({ marks: marked, anchor: { getBoundingClientRect: () => place }, origin, byKey: true });
    } else if (event.key === 'Escape' && (brush || at !== null)) {
      anchor.current = null;
      if (brush) cursor.brush(null);
      else cursor.move(null);
    } else {
      const next = cursorMove(event.key, index, axis.length);
      if (next === null) return;
      const to = axis.from + next * axis.step;
      if (event.shiftKey) {
        anchor.current ??= axis.from + index * axis.step;
        cursor.brush(brushOver(anchor.current, to, axis));
      } else {
        anchor.current = null;
        cursor.brush(null);
      }
      cursor.move(to);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const values = model.lines.map((line, place) => {
    const at = valueAt(line, model.divisor, shown);
    // The unit is said once, with the last value.
    const isLast = place === model.lines.length - 1;
    const value = isLast && at !== null ? figures.withUnit(at, model.unit) : figures.value(at);
    return model.lines.length > 1 ? `${line.label} ${value}` : value;
  });
  const marked = at === null ? [] : marksIn(marks, { from: at, to: at + axis.step });
  const spoken = [
    t('cursor.text', { time: times.moment(shown), values: values.join(', ') }),
    brush
      ? t('cursor.selected', { from: times.moment(brush.from), to: times.moment(brush.to) })
      : marked.length > 0
        ? t('cursor.marked', { marks: marked.map(({ label }) => label).join(', ') })
        : '',
  ];
  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        aria-label={t('cursor.label', { title: label })}
        aria-describedby={describedBy}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={lastIndex}
        aria-valuenow={index}
        aria-valuetext={spoken.filter(Boolean).join(' ')}
        className="absolute inset-0 touch-pan-y rounded-xs outline-offset-0 select-none"
        onPointerMove={onPointerMove}
        onPointerDown={onPointerDown}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          pressed.current = null;
          cursor.brush(null);
        }}
        onPointerLeave={() => {
          if (!pressed.current) cursor.move(null);
        }}
        onBlur={() => {
          anchor.current = null;
          cursor.brush(null);
          cursor.move(null);
        }}
        onKeyDown={onKeyDown}
      />
      {opened ? <MarkMenu opened={opened} times={times} onClose={close} /> : null}
    </>
  );
}
