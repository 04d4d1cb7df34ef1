import type { LucideIcon } from 'lucide-react';

/** One thing the palette can go to or do. */
export interface PaletteEntry {
  id: string;
  label: string;
  icon: LucideIcon;
  /** An ID or other exact name beside the label, in mono. */
  detail?: string;
  /** More words it is found by. */
  keywords?: string;
  /** Where it leads; or what it does. */
  to?: string;
  run?: () => void;
}

export interface PaletteGroup {
  id: string;
  label: string;
  entries: readonly PaletteEntry[];
}

/** Groups with only the entries that hold every word of the text; empty groups are left out. */
export function matchGroups(groups: readonly PaletteGroup[], text: string): PaletteGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map((group) => ({
      ...group,
      entries: group.entries.filter(({ label, detail = '', keywords = '' }) => {
        const all = `${label} ${detail} ${keywords}`.toLowerCase();
        return words.every((word) => all.includes(word));
      }),
    }))
    .filter((group) => group.entries.length > 0);
}

/** Parts of a label, with those set off that the words of the text hit. */
export function hitParts(label: string, text: string): { text: string; hit: boolean }[] {
  const words = text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return [{ text: label, hit: false }];
  // A capturing split puts the hits at the odd places.
  return label
    .split(new RegExp(`(${words.join('|')})`, 'i'))
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
