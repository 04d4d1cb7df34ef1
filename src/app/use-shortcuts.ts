import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { pathFor } from './go-keys';
import { usePanels } from './panels';

/** Time for the second key of a sequence such as g c. */
const SEQUENCE_MS = 1000;

/** The keys that work everywhere: Ctrl/⌘ K, `?`, and g followed by a page's letter. */
export function useShortcuts(region: string): void {
  const navigate = useNavigate();
  const goUntil = useRef(0);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { open, show, close } = usePanels.getState();
      if (
        (event.ctrlKey || event.metaKey) &&
        !event.altKey &&
        !event.shiftKey &&
        event.key.toLowerCase() === 'k'
      ) {
        event.preventDefault();
        if (open === 'palette') close();
        else show('palette');
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target)) return;
      if (event.key === '?') {
        event.preventDefault();
        show('keys');
      } else if (event.key === 'g') {
        goUntil.current = event.timeStamp + SEQUENCE_MS;
      } else if (event.timeStamp <= goUntil.current) {
        goUntil.current = 0;
        const to = pathFor(event.key, region);
        if (!to) return;
        event.preventDefault();
        event.stopPropagation();
        void navigate(to);
      }
    };
    // Ahead of the rows' own letters, so that the second key of a sequence is not also a row's shortcut.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [navigate, region]);
}

/** Where letters are text, or belong to a dialog or a menu. */
function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]',
    ) !== null
  );
}
