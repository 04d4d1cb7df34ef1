import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { Fragment, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useNavigate } from 'react-router-dom';
import { Kbd } from '@/ui/Kbd';
import { SCRIM } from '@/ui/scrim';
import { useFrameRegion } from '../last-region';
import { usePanels } from '../panels';
import { useListbox } from '../use-listbox';
import { hitParts, type PaletteEntry } from './entries';
import { useGroups } from './use-groups';

/** Goes to any page, region, command or instance, and does what the frame can do. Ctrl or ⌘ K. */
export default function Palette() {
  const { t } = useTranslation('frame');
  const region = useFrameRegion();
  const navigate = useNavigate();
  const close = usePanels((panels) => panels.close);
  const input = useRef<HTMLInputElement>(null);
  const [cameFrom] = useState(() => document.activeElement);
  const left = useRef(false);
  const [text, setText] = useState('');
  const { groups, found } = useGroups(region, text);
  const entries = groups.flatMap((group) => group.entries);

  const pick = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    close();
    if (entry.to === undefined) entry.run?.();
    else {
      left.current = true; // the new page takes the focus to its headline
      void navigate(entry.to);
    }
  };
  const { field, list, option, reset } = useListbox(entries.length, (index) => pick(entries[index]));

  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={SCRIM} />
        <Dialog.Popup
          data-surface
          initialFocus={input}
          finalFocus={() => (left.current ? false : cameFrom instanceof HTMLElement ? cameFrom : true)}
          aria-label={t('palette.title')}
          className="fixed top-[12vh] left-1/2 z-45 flex max-h-[70vh] w-[520px] max-w-[calc(100vw-40px)] -translate-x-1/2 flex-col rounded-lg bg-surface p-1.5 shadow-pop outline-none"
        >
          <div className="flex h-[42px] flex-none items-center gap-2.5 px-2.5 text-lg">
            <Search className="text-text-subtle" aria-hidden />
            <input
              {...field}
              ref={input}
              className="h-full min-w-0 flex-1 outline-none"
              aria-label={t('palette.input')}
              placeholder={t('palette.input')}
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                reset();
              }}
            />
            <Kbd aria-hidden>Esc</Kbd>
          </div>
          <div {...list} aria-label={t('palette.title')} className="min-h-0 overflow-auto">
            {groups.map((group) => (
              <div key={group.id} role="group" aria-label={group.label}>
                <div className="px-2.5 pt-2 pb-[3px] text-xs text-text-subtle" aria-hidden>
                  {group.label}
                </div>
                {group.entries.map((entry) => (
                  <Option key={entry.id} entry={entry} text={text} props={option(entries.indexOf(entry))} />
                ))}
              </div>
            ))}
          </div>
          <p
            role="status"
            className={entries.length > 0 && !found.failed ? 'sr-only' : 'px-2.5 py-2 text-text-muted'}
          >
            {statusOf(entries.length, found)}
          </p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );

  function statusOf(count: number, { searching, failed }: typeof found): string {
    if (failed) return t('palette.failed');
    if (searching) return t('palette.searching');
    return count === 0 ? t('palette.none', { text }) : t('palette.found', { count });
  }
}

interface OptionProps {
  entry: PaletteEntry;
  text: string;
  props: ReturnType<ReturnType<typeof useListbox>['option']>;
}

function Option({ entry: { icon: Icon, label, detail }, text, props }: OptionProps) {
  return (
    <div
      {...props}
      className="flex h-8 items-center gap-2.5 rounded-sm px-2.5 aria-selected:bg-selected forced-colors:aria-selected:outline-2"
    >
      <Icon className="text-text-muted" aria-hidden />
      <span className="truncate">
        {hitParts(label, text).map((part, index) => (
          <Fragment key={index}>{part.hit ? <b>{part.text}</b> : part.text}</Fragment>
        ))}
      </span>{' '}
      {detail ? <span className="code flex-none text-text-muted">{detail}</span> : null}
      {props['aria-selected'] ? (
        <Kbd className="ml-auto" aria-hidden>
          Enter
        </Kbd>
      ) : null}
    </div>
  );
}
