import { useEffect } from 'react';

/** Names the browser's tab while a sheet or dialog is open; the page below gets its name back afterwards. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
