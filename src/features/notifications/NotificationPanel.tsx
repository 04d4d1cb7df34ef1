import { Popover } from '@base-ui/react/popover';
import { BellOff, CheckCheck, Trash2 } from 'lucide-react';
import { type RefObject, useRef } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { BrowserNoticesSwitch } from './BrowserNoticesSwitch';
import { withoutItems, withRead } from './news';
import { type NewsStore, useNews } from './news-store';
import { NewsRow } from './NewsRow';
import type { useNewsWords } from './use-news-words';

interface NotificationPanelProps {
  /** The button it belongs to: it opens below it and gives the focus back to it. */
  anchor: RefObject<HTMLButtonElement | null>;
  store: NewsStore;
  wordsOf: ReturnType<typeof useNewsWords>;
  onClose(): void;
}

/** What there is to tell, newest first. */
export default function NotificationPanel({ anchor, store, wordsOf, onClose }: NotificationPanelProps) {
  const { t } = useTranslation('notifications');
  const { items } = useNews(store);
  const popup = useRef<HTMLDivElement>(null);
  const hasUnread = items.some(({ isRead }) => !isRead);
  return (
    <Popover.Root
      open
      onOpenChange={(open, { event }) => {
        const onAnchor = event.target instanceof Node && anchor.current?.contains(event.target);
        if (!open && !onAnchor) onClose(); // the button closes by itself
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} className="z-50" align="end" sideOffset={4} collisionPadding={8}>
          <Popover.Popup
            ref={popup}
            data-surface
            // Not a button: one that is off would tell why over what is read.
            initialFocus={popup}
            finalFocus={anchor}
            className="flex max-h-[min(640px,var(--available-height))] w-[420px] flex-col rounded-md bg-surface shadow-pop outline-none"
          >
            <div className="flex flex-none items-center gap-1 pt-2 pr-2 pb-1 pl-4">
              <Popover.Title className="flex-1">{t('panel.title')}</Popover.Title>
              <Button
                size="sm"
                variant="quiet"
                icon={CheckCheck}
                disabledReason={hasUnread ? undefined : t('panel.noUnread')}
                onClick={() => void store.change((news) => withRead(news, () => true))}
              >
                {t('panel.readAll')}
              </Button>
              <Button
                size="sm"
                variant="quiet"
                icon={Trash2}
                disabledReason={items.length > 0 ? undefined : t('panel.nothing')}
                onClick={() => void store.change(withoutItems)}
              >
                {t('panel.clear')}
              </Button>
            </div>
            {items.length === 0 ? (
              <EmptyState icon={BellOff} title={t('panel.emptyTitle')} className="min-h-0! px-4!">
                {t('panel.emptyBody')}
              </EmptyState>
            ) : (
              <ul aria-label={t('panel.title')} className="min-h-0 flex-1 overflow-auto px-2 pb-1">
                {items.map((item) => (
                  <NewsRow
                    key={item.id}
                    item={item}
                    words={wordsOf(item)}
                    onOpen={() => {
                      void store.change((news) => withRead(news, ({ id }) => id === item.id));
                      onClose();
                    }}
                  />
                ))}
              </ul>
            )}
            <div className="flex-none px-4 py-3 shadow-[inset_0_1px_0_var(--color-border)]">
              <BrowserNoticesSwitch />
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
