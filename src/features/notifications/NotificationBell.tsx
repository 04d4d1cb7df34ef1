import { Bell } from 'lucide-react';
import { lazy, Suspense, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useAccountKey } from '@/api/AccountContext';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Tooltip } from '@/ui/Tooltip';
import { showNotice, useBrowserNotices } from './browser-notices';
import { type NewsItem, withRead } from './news';
import { newsStoreOf, useNews } from './news-store';
import { newsPath } from './paths';
import { useNewsWords } from './use-news-words';
import { useWatch } from './use-watch';

const loadPanel = () => import('./NotificationPanel');
const NotificationPanel = lazy(loadPanel);

/** How much is unread, and the panel that lists it (I5). While it stands, what there is to tell is followed. */
export function NotificationBell() {
  const { t } = useTranslation('notifications');
  const format = useFormat();
  const account = useAccountKey();
  const store = newsStoreOf(account);
  const news = useNews(store);
  const wordsOf = useNewsWords(account);
  const navigate = useNavigate();
  const notices = useBrowserNotices();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const unread = news.items.filter(({ isRead }) => !isRead);

  const onFresh = (items: readonly NewsItem[]) => {
    for (const item of items) {
      const { title, about } = wordsOf(item);
      const onOpen = () => void navigate(newsPath(item));
      void showNotice({ tag: item.id, title, body: about, onOpen });
    }
  };
  useWatch({ store, account, watched: news.watched }, notices === 'on', onFresh);
  useReadByVisit(account);

  const label = unread.length > 0 ? t('bell.unread', { count: unread.length }) : t('bell.label');
  return (
    <>
      <Tooltip text={label} describe={false} side="bottom">
        <button
          ref={button}
          type="button"
          className="frame-button wide"
          aria-label={label}
          aria-haspopup="dialog"
          aria-expanded={open}
          data-popup-open={open ? '' : undefined}
          onPointerEnter={() => void loadPanel()}
          onClick={() => setOpen(!open)}
        >
          <Bell aria-hidden />
          {unread.length > 0 ? (
            <span className="rounded-full bg-accent-subtle px-1.5 text-xs leading-[18px] font-semibold text-accent">
              {format.number(unread.length)}
            </span>
          ) : null}
        </button>
      </Tooltip>
      <Announcer unread={unread} wordsOf={wordsOf} />
      <Suspense>
        {open ? (
          <NotificationPanel anchor={button} store={store} wordsOf={wordsOf} onClose={() => setOpen(false)} />
        ) : null}
      </Suspense>
    </>
  );
}

/** Whoever comes to the page that a notification leads to has read it. */
function useReadByVisit(account: string): void {
  const { pathname, search } = useLocation();
  const markRead = useEffectEvent((address: string) => {
    const isHere = (item: NewsItem) => newsPath(item) === address || newsPath(item) === pathname;
    void newsStoreOf(account).change((news) => withRead(news, isHere));
  });
  useEffect(() => markRead(pathname + search), [pathname, search]);
}

/** Tells screen readers what came in since the page was opened, in whichever tab it was seen first. */
function Announcer({
  unread,
  wordsOf,
}: {
  unread: readonly NewsItem[];
  wordsOf: ReturnType<typeof useNewsWords>;
}) {
  const { t } = useTranslation('notifications');
  const format = useFormat();
  const [known] = useState(() => new Set(unread.map(({ id }) => id)));
  const fresh = useMemo(() => unread.filter(({ id }) => !known.has(id)), [known, unread]);
  const newest = fresh[0];
  const words = newest && wordsOf(newest);
  return (
    <div aria-live="polite" className="sr-only">
      {words ? format.sentences(t('bell.label'), words.title, words.about) : null}
    </div>
  );
}
