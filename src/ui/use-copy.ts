import { useEffect, useRef, useState } from 'react';

const SHOWN_MS = 1600;

/** Puts text on the clipboard; `copied` is true for a moment after. Resolves false when the browser refuses. */
export function useCopy(): { copied: boolean; copy(text: string): Promise<boolean> } {
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      if (!copyBySelection(text)) return false;
    }
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), SHOWN_MS);
    return true;
  };
  return { copied, copy };
}

/** Without HTTPS there is no clipboard object; the old way still works on a press. */
function copyBySelection(text: string): boolean {
  const holder = document.createElement('textarea');
  holder.value = text;
  holder.className = 'sr-only';
  const focused = document.activeElement;
  (focused?.closest('[role="dialog"]') ?? document.body).append(holder);
  holder.select();
  const done = document.execCommand?.('copy') ?? false;
  holder.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
