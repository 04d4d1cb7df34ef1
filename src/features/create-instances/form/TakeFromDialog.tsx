import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import type { Instance } from '@/api/ecs/instances';
import { useErrorText } from '@/api/use-error-text';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { ErrorState } from '@/ui/ErrorState';
import { SearchField } from '@/ui/SearchField';
import { Skeleton } from '@/ui/Skeleton';
import { examplesQuery } from '../queries';

interface TakeFromDialogProps {
  region: string;
  onTake(instance: Instance): void;
  onClose(): void;
}

/** Chooses an instance of which the place, the type, the image and the network are taken: they are real there. */
export function TakeFromDialog({ region, onTake, onClose }: TakeFromDialogProps) {
  const { t } = useTranslation('createInstances');
  const { t: word } = useTranslation('ui');
  const api = useApi();
  const [text, setText] = useState('');
  const found = useQuery(examplesQuery(api, region, text));
  const error = useErrorText(found.error);
  return (
    <Dialog
      open
      width={560}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('takeFrom.title')}
      footer={
        <Button variant="quiet" onClick={onClose}>
          {word('action.close')}
        </Button>
      }
    >
      <p>{t('takeFrom.body')}</p>
      <SearchField className="w-full" label={t('takeFrom.search')} value={text} onValueChange={setText} />
      <div className="h-[300px] overflow-auto" aria-busy={found.isPending || undefined}>
        {found.isPending ? (
          <Skeleton width="70%" height={20} className="mt-3" />
        ) : found.isError ? (
          <ErrorState
            title={t('takeFrom.errorTitle')}
            advice={error.advice}
            code={error.code}
            requestId={error.requestId}
            retrying={found.isFetching}
            onRetry={() => void found.refetch()}
          />
        ) : found.data.length === 0 ? (
          <p className="py-3 text-text-muted">{t('takeFrom.none')}</p>
        ) : (
          <ul>
            {found.data.map((instance) => (
              <li key={instance.InstanceId}>
                <button
                  type="button"
                  className="flex w-full flex-col rounded-sm px-2.5 py-1.5 text-left hover:bg-hover"
                  onClick={() => onTake(instance)}
                >
                  <span className="font-semibold">{instance.InstanceName || instance.InstanceId}</span>
                  <span className="text-xs text-text-muted">
                    <span className="code">{instance.InstanceType}</span>
                    {' · '}
                    {instance.ZoneId}
                    {' · '}
                    {instance.OSNameEn || instance.OSName || instance.ImageId}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
