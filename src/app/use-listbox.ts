import type { KeyboardEvent } from 'react';
import { useEffect, useId, useState } from 'react';

/**
 * The combobox pattern of WAI-ARIA for a text field over a list: the focus stays in the field, arrows move the active
 * option, Enter takes it. Give `field` to the input, `list` to the list box, `option(index)` to each option.
 */
export function useListbox(count: number, onPick: (index: number) => void) {
  const id = useId();
  const [chosen, setActive] = useState(0);
  const active = Math.min(chosen, count - 1);
  const optionId = (index: number) => `${id}-${index}`;
  const activeId = active >= 0 ? optionId(active) : undefined;

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || count === 0) return;
    const step: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 8,
      PageUp: active - 8,
    };
    const next = step[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const wraps = event.key.startsWith('Arrow');
      setActive(wraps ? (next + count) % count : Math.max(0, Math.min(count - 1, next)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onPick(active);
    }
  };

  return {
    /** Back to the first option, for a new query. */
    reset: () => setActive(0),
    field: {
      role: 'combobox',
      'aria-expanded': true,
      'aria-autocomplete': 'list',
      'aria-controls': `${id}-list`,
      'aria-activedescendant': activeId,
      onKeyDown,
    } as const,
    list: { role: 'listbox', id: `${id}-list` } as const,
    option: (index: number) =>
      ({
        role: 'option',
        id: optionId(index),
        'aria-selected': index === active,
        onPointerMove: () => setActive(index),
        // The focus stays in the field.
        onMouseDown: (event: { preventDefault(): void }) => event.preventDefault(),
        onClick: () => onPick(index),
      }) as const,
  };
}
