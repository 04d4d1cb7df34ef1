import type { ReactNode } from 'react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { cx } from './cx';
import { useOpener } from './use-return';

export interface PageHeadProps {
  /** The fact, in ink. */
  title: ReactNode;
  /** The clause after it, in grey, with its own comma or space. */
  rest?: ReactNode;
  lede?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
  /** Meters or other small figures at the right. */
  aside?: ReactNode;
  /** The page's name in the browser's tab and history. */
  documentTitle: string;
  className?: string | undefined;
}

let firstPage = true;

/**
 * The page's answer. Arriving from another page puts the focus on the headline, which is how screen readers
 * announce the change and why Tab starts at the top; coming back from what the page had opened, on the link that opened it.
 * The first page leaves the focus to the browser.
 */
export function PageHead(props: PageHeadProps) {
  return <Head {...props} findOpener={useOpener()} />;
}

/** The same for a page that stands in place of the console: it has no address, so nothing was opened from it. */
export function LonePageHead(props: PageHeadProps) {
  return <Head {...props} findOpener={() => undefined} />;
}

interface HeadProps extends PageHeadProps {
  findOpener(): HTMLElement | undefined;
}

function Head({ title, rest, lede, actions, aside, documentTitle, className, findOpener }: HeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useEffectEvent(findOpener);
  useEffect(() => {
    document.title = documentTitle;
  }, [documentTitle]);
  useEffect(() => {
    if (firstPage) {
      firstPage = false;
      return;
    }
    const focused = document.activeElement;
    if (focused?.closest('[role="dialog"], [role="alertdialog"]')) return;
    (opener() ?? heading.current)?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={cx('flex items-start gap-6 pt-[22px] pb-4', className)}>
      <div className="min-w-0 flex-1">
        <h1 ref={heading} tabIndex={-1} className="outline-none">
          {title}
          {rest ? <span className="font-normal text-text-subtle">{rest}</span> : null}
        </h1>
        {lede ? <div className="mt-1 text-base text-text-muted">{lede}</div> : null}
      </div>
      {aside ? <div className="flex flex-none items-center gap-7 pt-4">{aside}</div> : null}
      {actions ? <div className="flex flex-none items-center gap-2">{actions}</div> : null}
    </div>
  );
}
