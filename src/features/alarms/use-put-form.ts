import { useMutation } from '@tanstack/react-query';
import { type Put, putUnlessChanged } from './put-unless-changed';
import type { RowDraft } from './use-row-draft';

export interface PutForm<Row, Draft> extends RowDraft<Row, Draft> {
  busy: boolean;
  error: unknown;
  /** Looks, sends, and answers whether all is saved; never rejects: `error` and `turn` tell why not. */
  save(): Promise<boolean>;
}

/**
 * A form that is put as a whole, unless others have changed what it would replace.
 * @param calls for the form as it stands
 * @param reread called whatever came of it
 */
export function usePutForm<Row, Draft>(
  form: RowDraft<Row, Draft>,
  calls: Omit<Put<Row>, 'opened'>,
  reread: () => void,
): PutForm<Row, Draft> {
  const put = useMutation({
    mutationFn: () => putUnlessChanged({ ...calls, opened: form.opened }),
    onSettled: reread,
  });
  return {
    ...form,
    busy: put.isPending,
    error: put.error,
    save: async () => {
      if (put.isPending) return false;
      form.retry();
      try {
        return form.settle(await put.mutateAsync());
      } catch {
        return false;
      }
    },
  };
}
