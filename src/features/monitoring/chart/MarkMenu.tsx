import { useTranslation } from '@/i18n/use-translation';
import { LazyPopupMenu } from '@/ui/lazy-popup-menu';
import type { MenuEntry } from '@/ui/MenuItems';
import type { Mark } from './marks-under';
import type { AxisTimes } from './use-axis-times';

/** Marks to choose from, and where on the screen. */
export interface OpenMarks {
  marks: readonly Mark[];
  anchor: { getBoundingClientRect(): DOMRect };
  /** Takes the focus back. */
  origin: HTMLElement;
  byKey: boolean;
}

/** Letters of a name that a menu has room for. */
const LONGEST_NAME = 22;
const ID_TAIL = 4;
/** More than that are read better in the records. */
const MOST_LISTED = 12;

/** What is marked at one place, to choose from: marks of the same time lie upon each other. */
export function MarkMenu({
  opened,
  times,
  onClose,
}: {
  opened: OpenMarks;
  times: AxisTimes;
  onClose(): void;
}) {
  const { t } = useTranslation('monitoring');
  return (
    <LazyPopupMenu
      anchor={opened.anchor}
      origin={opened.origin}
      label={t('mark.menu')}
      align="start"
      atFirst={opened.byKey}
      onClose={onClose}
      content={{ kind: 'entries', entries: entriesOf(opened.marks, times) }}
    />
  );
}

/** An entry for each mark; those that read alike are one if they lead to one place, else told apart by their IDs. */
function entriesOf(marks: readonly Mark[], times: AxisTimes): MenuEntry[] {
  const entries = new Map<string, { label: string; to: string }>();
  for (const mark of marks) {
    const name = mark.label.length > LONGEST_NAME ? `${mark.label.slice(0, LONGEST_NAME - 1)}…` : mark.label;
    const label = `${name}, ${times.moment('lane' in mark ? mark.from : mark.at)}`;
    const to = addressOf(mark);
    const alike = entries.get(label);
    if (alike?.to === to) continue;
    const own = alike ? `${label} ${mark.id.slice(-ID_TAIL)}` : label;
    entries.set(own, { label: own, to });
  }
  return [...entries.values()].slice(0, MOST_LISTED);
}

export function addressOf(mark: Mark): string {
  return 'lane' in mark ? mark.address : mark.to;
}
