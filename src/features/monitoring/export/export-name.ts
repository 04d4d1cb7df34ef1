import type { TimeSpan } from '@/domain/monitor-period';

/** A file's name without anything a file system minds: `web-prod-07 2026-11-23 0832Z 2026-11-23 1432Z.csv`. */
export function exportName(name: string, span: TimeSpan | undefined, extension: string): string {
  const moment = (at: number) =>
    `${new Date(at).toISOString().slice(0, 16).replace('T', ' ').replace(':', '')}Z`;
  const when = span ? ` ${moment(span.from)} ${moment(span.to)}` : '';
  return `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}${when}.${extension}`;
}
