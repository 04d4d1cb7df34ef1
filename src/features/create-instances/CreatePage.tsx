import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import type { Instance } from '@/api/ecs/instances';
import { keys } from '@/api/query-keys';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { ErrorState } from '@/ui/ErrorState';
import { Sheet } from '@/ui/Sheet';
import { Skeleton } from '@/ui/Skeleton';
import { useAddress } from '@/ui/use-address';
import { useReturn } from '@/ui/use-return';
import { CreateSheet } from './CreateSheet';
import { openingOf } from './form/opening';
import { creationPaths } from './paths';

/** The sheet for new instances; with `like`, beginning as an instance that is there. */
export function Component() {
  const region = useRegion();
  const [params] = useAddress();
  const close = useReturn(creationPaths(region).instances);
  const like = params.get('like');
  return like === null ? (
    <Opened key={region} region={region} like={null} onClose={close} />
  ) : (
    <OpenedLike key={`${region} ${like}`} region={region} instanceId={like} onClose={close} />
  );
}

function Opened({ region, like, onClose }: { region: string; like: Instance | null; onClose(): void }) {
  const [params] = useAddress();
  const [opening] = useState(() => openingOf(region, params, like));
  return <CreateSheet region={region} opening={opening} onClose={onClose} />;
}

/** Reads the instance first; one that is gone leaves an ordinary form. */
function OpenedLike({
  region,
  instanceId,
  onClose,
}: {
  region: string;
  instanceId: string;
  onClose(): void;
}) {
  const { t } = useTranslation('createInstances');
  const api = useApi();
  const query = useQuery({
    queryKey: keys.instances.detail(region, instanceId),
    queryFn: async ({ signal }) => {
      const page = await api.ecs.describeInstances(
        { RegionId: region, InstanceIds: [instanceId] },
        { signal },
      );
      return page.items.find((item) => item.InstanceId === instanceId) ?? null;
    },
  });
  const error = useErrorText(query.error);
  if (query.data !== undefined) return <Opened region={region} like={query.data} onClose={onClose} />;
  return (
    <Sheet open onOpenChange={onClose} title={t('title.empty')}>
      <div className="px-6 py-3" aria-busy={!query.isError}>
        {query.isError ? (
          <ErrorState
            title={t('takeFrom.errorTitle')}
            advice={error.advice}
            code={error.code}
            requestId={error.requestId}
            retrying={query.isFetching}
            onRetry={() => void query.refetch()}
          />
        ) : (
          <Skeleton width="40%" height={22} />
        )}
      </div>
    </Sheet>
  );
}
