import { Popover } from '@base-ui/react/popover';
import { Check, Search } from 'lucide-react';
import { useRef, useState, type RefObject } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useLocation, useNavigate } from 'react-router-dom';
import { Button } from '@/ui/Button';
import { pathInRegion } from './region-path';
import { useListbox } from './use-listbox';
import { useRegions, type RegionChoice } from './use-regions';

interface RegionPopupProps {
  /** The button it belongs to: it opens below it and gives the focus back to it. */
  anchor: RefObject<HTMLButtonElement | null>;
  current: string;
  onClose(): void;
}

/** The list of regions with a search. Picking one keeps the page family. */
export default function RegionPopup({ anchor, current, onClose }: RegionPopupProps) {
  const { t } = useTranslation('frame');
  const search = useRef<HTMLInputElement>(null);
  return (
    <Popover.Root
      open
      onOpenChange={(open, { event }) => {
        const onAnchor = event.target instanceof Node && anchor.current?.contains(event.target);
        if (!open && !onAnchor) onClose(); // the button closes by itself
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} className="z-50" align="start" sideOffset={4}>
          <Popover.Popup
            data-surface
            initialFocus={search}
            finalFocus={anchor}
            aria-label={t('region.search')}
            className="flex max-h-(--available-height) w-[320px] flex-col rounded-md bg-surface p-[5px] shadow-pop outline-none"
          >
            <RegionList current={current} search={search} onDone={onClose} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface RegionListProps {
  current: string;
  search: RefObject<HTMLInputElement | null>;
  onDone(): void;
}

function RegionList({ current, search, onDone }: RegionListProps) {
  const { t } = useTranslation('frame');
  const { t: tUi } = useTranslation('ui');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { regions, failed, retry } = useRegions();
  const [text, setText] = useState('');
  const matches = matchingRegions(regions ?? [], text);
  const { field, list, option, reset } = useListbox(matches.length, (index) => {
    const picked = matches[index];
    if (!picked) return;
    onDone();
    if (picked.id !== current) void navigate(pathInRegion(pathname, picked.id));
  });
  return (
    <>
      <div className="flex h-8 flex-none items-center gap-2 px-2">
        <Search className="text-text-subtle" aria-hidden />
        <input
          {...field}
          ref={search}
          className="h-full min-w-0 flex-1 outline-none"
          aria-label={t('region.search')}
          placeholder={t('region.search')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            reset();
          }}
        />
      </div>
      <ul {...list} aria-label={t('palette.regions')} className="min-h-0 overflow-auto">
        {matches.map((region, index) => (
          <li
            key={region.id}
            {...option(index)}
            aria-current={region.id === current || undefined}
            className="flex h-[30px] items-center gap-2 rounded-[4px] px-2 aria-selected:bg-[color-mix(in_oklab,var(--color-text)_7%,transparent)]"
          >
            <span className="w-3.5 flex-none">
              {region.id === current ? <Check className="size-3.5 text-accent" aria-hidden /> : null}
            </span>
            <span className="min-w-0 flex-1 truncate">{region.name}</span>
            <span className="code text-text-muted">{region.id}</span>
          </li>
        ))}
      </ul>
      {matches.length > 0 ? null : (
        <div role="status" className="flex items-center gap-3 px-2 py-2 text-text-muted">
          {failed ? t('region.failed') : regions ? t('region.none', { text }) : t('region.loading')}
          {failed ? (
            <Button size="sm" onClick={retry}>
              {tUi('action.retry')}
            </Button>
          ) : null}
        </div>
      )}
    </>
  );
}

/** Regions whose name or ID holds every word of the text. */
export function matchingRegions(regions: readonly RegionChoice[], text: string): readonly RegionChoice[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return regions.filter(({ id, name }) => {
    const both = `${name} ${id}`.toLowerCase();
    return words.every((word) => both.includes(word));
  });
}
