import { Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { cx } from './cx';
import { Kbd } from './Kbd';

export interface SearchFieldProps {
  /** The accessible name, shown as the placeholder. */
  label: string;
  value: string;
  /** Called 250 ms after the last key, at once on Enter and clear. */
  onValueChange(value: string): void;
  /** A key that brings the focus here from anywhere outside a field. */
  shortcut?: '/' | undefined;
  className?: string | undefined;
}

const DEBOUNCE_MS = 250;

export function SearchField({ label, value, onValueChange, shortcut, className }: SearchFieldProps) {
  const { t } = useTranslation('ui');
  const [draft, setDraft] = useState(value);
  const [seen, setSeen] = useState(value);
  // What was handed over and has not come back yet, after the last that did: under load several are on their way.
  const [sent, setSent] = useState<readonly string[]>([value]);
  const [overruled, setOverruled] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);

  // A value that changed from outside ("Clear filters", Back) wins over what stands in the box; our own comes back late.
  if (value !== seen) {
    setSeen(value);
    const place = sent.indexOf(value);
    setSent(place < 0 ? [value] : sent.slice(place));
    if (place < 0) {
      setDraft(value);
      setOverruled(overruled + 1);
    }
  }

  // What the box no longer says is not handed over.
  useEffect(() => () => clearTimeout(timer.current), [overruled]);
  useFocusKey(shortcut, () => input.current?.focus());

  const send = (text: string, delay: number) => {
    setDraft(text);
    clearTimeout(timer.current);
    const deliver = () => {
      setSent((before) => [...before, text.trim()]);
      onValueChange(text.trim());
    };
    if (delay === 0) deliver();
    else timer.current = setTimeout(deliver, delay);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') send(draft, 0);
    if (event.key === 'Escape' && draft) {
      event.preventDefault();
      event.stopPropagation();
      send('', 0);
    }
  };

  return (
    <div className={cx('field-box search-box', className)}>
      <Search aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={label}
        aria-keyshortcuts={shortcut}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={draft}
        onChange={(event) => send(event.target.value, DEBOUNCE_MS)}
        onKeyDown={onKeyDown}
      />
      {draft ? (
        <button
          type="button"
          aria-label={t('search.clear')}
          className="-mr-1.5 inline-grid size-6 flex-none place-items-center rounded-[4px] text-text-subtle hover:text-text"
          onClick={() => {
            send('', 0);
            input.current?.focus();
          }}
        >
          <X className="size-3.5" aria-hidden />
        </button>
      ) : shortcut ? (
        <Kbd on="field">{shortcut}</Kbd>
      ) : null}
    </div>
  );
}

/** Runs `focus` when `key` is pressed outside of any place that takes text or floats above. */
function useFocusKey(key: string | undefined, focus: () => void) {
  const latest = useRef(focus);
  useEffect(() => {
    latest.current = focus;
  });
  useEffect(() => {
    if (!key) return;
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return;
      const target = event.target;
      if (
        target instanceof Element &&
        target.closest('input, textarea, select, [contenteditable], [role="menu"]')
      )
        return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [key]);
}
