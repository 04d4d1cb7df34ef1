import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import { useErrorText } from '@/api/use-error-text';
import { readJson } from '@/domain/json-text';
import { CodeBlock } from '@/ui/CodeBlock';
import { ErrorState } from '@/ui/ErrorState';
import { Skeleton } from '@/ui/Skeleton';

/** The template as the execution used it. */
export function UsedTemplate({ region, executionId }: { region: string; executionId: string }) {
  const { t } = useTranslation('engine');
  const api = useApi();
  const template = useQuery({
    queryKey: keys.engineRuns.template(region, executionId),
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      api.oos.executionTemplate({ RegionId: region, ExecutionId: executionId }, { signal }),
  });
  const errorText = useErrorText(template.error);
  return (
    <section className="flex flex-col gap-2" aria-busy={template.isPending}>
      <h2>{t('request.template')}</h2>
      {template.data !== undefined ? (
        <CodeBlock label={t('request.template')} code={readable(template.data)} lineNumbers={false} />
      ) : template.isError ? (
        <ErrorState {...errorText} onRetry={() => void template.refetch()} retrying={template.isFetching} />
      ) : (
        <Skeleton width="60%" />
      )}
    </section>
  );
}

/** JSON in lines of its own; a template in YAML is readable as it is. */
function readable(text: string): string {
  const value = readJson(text);
  return typeof value === 'object' && value !== null ? JSON.stringify(value, null, 2) : text;
}
