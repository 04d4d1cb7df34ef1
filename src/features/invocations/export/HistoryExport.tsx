import { useState } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Invocation } from '@/api/ecs/invocations';
import { runOfResult } from '../record/periodic/fires';
import { ExportButton } from './ExportButton';
import { exportRow } from './export-row';
import { readHistory } from './read-history';

export interface HistoryExportProps {
  region: string;
  invocation: Invocation;
  nameOf(instanceId: string): string;
}

/** Saves what every instance answered at every fire of a schedule, also what the page has not read. */
export function HistoryExport({ region, invocation, nameOf }: HistoryExportProps) {
  const api = useApi();
  const [reading, setReading] = useState<{ read: number; total: number } | null>(null);
  const load = async (signal: AbortSignal) => {
    try {
      const rows = await readHistory(api, region, invocation.InvokeId, {
        signal,
        onRead: (read, total) => setReading({ read, total }),
      });
      return rows.map((row) => () => {
        const run = runOfResult(row);
        return exportRow({ invocation, run, name: nameOf(row.InstanceId), row, fire: row.Repeats });
      });
    } finally {
      setReading(null);
    }
  };
  return <ExportButton name={invocation.InvokeId} load={load} reading={reading} />;
}
