import { ListChecks } from 'lucide-react';
import { Link, useNavigate } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { useErrorText } from '@/api/use-error-text';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { recordPaths } from '../paths';
import { type RunsOf, useLastRuns } from '../queries';

export interface LastRunsWords {
  title: string;
  table: string;
  /** The link to all of them. */
  all(count: number): string;
  error: string;
  emptyTitle: string;
  empty: string;
}

export interface LastRunsProps {
  region: string;
  of: RunsOf;
  /** At most so many. */
  count?: number;
  columns: readonly Column<Invocation>[];
  /** Where all of them are listed. */
  allTo: string;
  words: LastRunsWords;
}

const HEAD = 30;
const ROW = 34;
const FADE = 22;
const PLACEHOLDER = { empty: 70, error: 130, loading: 5 * ROW };
const NO_ROWS: readonly Invocation[] = [];

/** The last runs of a command or on an instance, newest first, and the way to all of them: a part of other pages. */
export function LastRuns({ region, of, count, columns, allTo, words }: LastRunsProps) {
  const navigate = useNavigate();
  const runs = useLastRuns(region, of, count);
  const error = useErrorText(runs.error);
  const rows = runs.data?.items ?? NO_ROWS;
  const total = runs.data?.totalCount ?? 0;
  const state = runs.data ? (rows.length > 0 ? 'ready' : 'empty') : runs.isError ? 'error' : 'loading';
  return (
    <section aria-label={words.title} className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-baseline gap-3">
        <h2 className="flex-1">{words.title}</h2>
        {total > 0 ? <Link to={allTo}>{words.all(total)}</Link> : null}
      </div>
      <div
        className="flex flex-col overflow-hidden"
        style={{ height: HEAD + FADE + (state === 'ready' ? rows.length * ROW : PLACEHOLDER[state]) }}
      >
        <DataTable
          label={words.table}
          columns={columns}
          rows={rows}
          rowKey={(run) => run.InvokeId}
          rowLabel={(run) => run.CommandName || run.InvokeId}
          state={state}
          onRowOpen={(run) => void navigate(recordPaths(region).record(run.InvokeId))}
          placeholder={
            state === 'error' ? (
              <ErrorState
                title={words.error}
                advice={error.advice}
                code={error.code}
                requestId={error.requestId}
                retrying={runs.isFetching}
                onRetry={() => void runs.refetch()}
              />
            ) : (
              <EmptyState icon={ListChecks} title={words.emptyTitle}>
                {words.empty}
              </EmptyState>
            )
          }
        />
      </div>
    </section>
  );
}
