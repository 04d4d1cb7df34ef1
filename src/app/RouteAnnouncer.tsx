import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';

/** Time for the new page to set its title. */
const SETTLE_MS = 150;

/** Tells screen readers the title of the page one has come to. The first page is told by the browser itself. */
export function RouteAnnouncer() {
  const { pathname } = useLocation();
  const told = useRef(pathname);
  const [text, setText] = useState('');
  useEffect(() => {
    if (told.current === pathname) return;
    const timer = setTimeout(() => {
      told.current = pathname;
      setText(document.title);
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [pathname]);
  return (
    <div role="status" className="sr-only">
      {text}
    </div>
  );
}
