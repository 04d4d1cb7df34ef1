import { useEffect, useEffectEvent } from 'react';
import type { PagerProps } from './Pager';

/**
 * Leads from a page that is not there, by an old address or because there are fewer rows than there were, to the last one.
 * @param pager undefined while the number of rows is not known
 */
export function useExistingPage(
  pager: Pick<PagerProps, 'page' | 'pageSize' | 'total' | 'onPage'> | undefined,
): void {
  const last = pager && Math.max(1, Math.ceil(pager.total / pager.pageSize));
  const isBeyond = last !== undefined && pager!.page > last;
  const toLast = useEffectEvent(() => {
    if (last !== undefined) pager?.onPage(last);
  });
  useEffect(() => {
    if (isBeyond) toLast();
  }, [isBeyond]);
}
