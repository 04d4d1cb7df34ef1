import type { KeyboardEvent } from 'react';

/** Moves the focus among what a container holds: arrows by one, Home and End to the ends. For `onKeyDown` of the container. */
export function moveFocus(event: KeyboardEvent<HTMLElement>, selector: string): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const at = items.findIndex((item) => item === document.activeElement);
  const to: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    ...(at >= 0 ? { Home: 0, End: items.length - 1 } : {}),
  };
  const next = items[to[event.key] ?? -1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
