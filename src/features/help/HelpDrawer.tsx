import { Dialog } from '@base-ui/react/dialog';
import { ArrowLeft, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { buttonClass } from '@/ui/button-style';
import { ErrorState } from '@/ui/ErrorState';
import { NoMatch } from '@/ui/NoMatch';
import { SearchField } from '@/ui/SearchField';
import { Skeleton } from '@/ui/Skeleton';
import { EntryFoot } from './EntryFoot';
import type { HelpId } from './entries';
import { HelpArticle } from './HelpArticle';
import { HelpHits, HelpIndex } from './HelpLists';
import { helpPath } from './help-pages';
import type { HelpTexts } from './help-text';
import { searchHelp } from './search';
import { useHelpTexts } from './use-help-texts';
import { useHelpValues } from './use-help-values';

export interface HelpDrawerProps {
  region: string;
  open: boolean;
  /** What to open with; null: the list of all. */
  at: HelpId | null;
  onClose(): void;
}

/**
 * Help beside the work, over whatever is open: also over a sheet, which keeps what was typed. Closing gives the focus back.
 * Loaded with its first use.
 */
export default function HelpDrawer({ region, open, at, onClose }: HelpDrawerProps) {
  const { t } = useTranslation(['help', 'ui']);
  const [id, setId] = useState(at);
  const popup = useRef<HTMLDivElement>(null);
  const texts = useHelpTexts();
  const title = id !== null && texts.data ? texts.data[id].title : t('help:title');
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop
          forceRender
          className="fixed inset-0 z-46 bg-scrim opacity-60 transition-opacity duration-(--duration) data-ending-style:opacity-0 data-starting-style:opacity-0"
        />
        <Dialog.Popup
          ref={popup}
          // A link may have opened it: reading begins at the top, not in the search.
          initialFocus={popup}
          data-surface
          className="fixed inset-y-0 right-0 z-47 flex w-[460px] max-w-[calc(100vw-40px)] flex-col gap-3 bg-surface px-5 pt-4 pb-4 shadow-sheet outline-none transition-[opacity,translate] duration-(--duration) data-ending-style:translate-x-6 data-ending-style:opacity-0 data-starting-style:translate-x-6 data-starting-style:opacity-0 forced-colors:border-l"
        >
          <div className="flex flex-none items-start gap-2">
            <Dialog.Title className="min-w-0 flex-1 text-xl font-semibold">{title}</Dialog.Title>
            <Dialog.Close
              aria-label={t('ui:action.close')}
              className={buttonClass({ variant: 'quiet', size: 'md', iconOnly: true, off: false })}
            >
              <X aria-hidden />
            </Dialog.Close>
          </div>
          {texts.data ? (
            <Contents region={region} texts={texts.data} id={id} onOpen={setId} onClose={onClose} />
          ) : texts.isError ? (
            <ErrorState
              title={t('help:errorTitle')}
              advice={t('help:error')}
              retrying={texts.isFetching}
              onRetry={() => void texts.refetch()}
            />
          ) : (
            <Skeleton width="70%" height={18} />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface ContentsProps {
  region: string;
  texts: HelpTexts;
  id: HelpId | null;
  onOpen(id: HelpId | null): void;
  onClose(): void;
}

function Contents({ region, texts, id, onOpen, onClose }: ContentsProps) {
  const { t } = useTranslation('help');
  const format = useFormat();
  const [text, setText] = useState('');
  const values = useHelpValues();
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(id);
  useEffect(() => {
    // What was pressed to come here is gone.
    if (shown.current !== id) place.current?.focus({ preventScroll: true });
    shown.current = id;
  }, [id]);
  const hits = searchHelp(texts, values, text);
  const found = t('found', { count: hits.length, number: format.number(hits.length) });
  const opener = (entry: HelpId, title: string) => (
    <button type="button" className="text-left text-accent hover:underline" onClick={() => onOpen(entry)}>
      {title}
    </button>
  );
  return (
    <>
      {id === null ? (
        <SearchField className="w-full" label={t('search')} value={text} onValueChange={setText} />
      ) : (
        <div className="-mt-1 flex flex-none items-center gap-2">
          <Button size="sm" variant="quiet" icon={ArrowLeft} className="-ml-2" onClick={() => onOpen(null)}>
            {text === '' ? t('all') : t('back')}
          </Button>
        </div>
      )}
      <output className="sr-only">{id === null && text !== '' ? found : ''}</output>
      {/* Each is its own place: what is opened is read from its beginning. */}
      <div
        key={id ?? 'all'}
        ref={place}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-auto pr-1 outline-none"
      >
        {id !== null ? (
          <div className="flex flex-col gap-5">
            <HelpArticle text={texts[id]} />
            <EntryFoot region={region} id={id} onGo={onClose} />
          </div>
        ) : text === '' ? (
          <HelpIndex texts={texts} opener={opener} />
        ) : hits.length > 0 ? (
          <>
            <p className="mb-2 text-text-muted">{found}</p>
            <HelpHits hits={hits} opener={opener} />
          </>
        ) : (
          <NoMatch what={t('quoted', { text })} clearLabel={t('clear')} onClear={() => setText('')}>
            {t('noMatch')}
          </NoMatch>
        )}
      </div>
      <div className="flex-none border-t border-border pt-3">
        <Link to={helpPath(region, id ?? undefined)} onClick={onClose}>
          {t('asPage')}
        </Link>
      </div>
    </>
  );
}
