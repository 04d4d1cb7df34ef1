import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '@/i18n/use-translation';
import { toast } from '@/ui/toasts';

/**
 * Something done to the whole demo account: afterwards everything the pages had read is forgotten and read anew.
 * A refusal is told with its own words.
 */
export function useDemoAct<Input = void>(
  act: (input: Input) => Promise<void>,
  done: (input: Input) => string,
) {
  const { t } = useTranslation('settings');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (_nothing, input) => {
      void queryClient.resetQueries();
      toast({ tone: 'ok', title: done(input) });
    },
    onError: (error) => toast({ tone: 'danger', title: t('data.failed'), body: error.message }),
  });
}
