import type { Api } from '@/api/api';
import type { Command } from '@/api/ecs/commands';

/** The largest page DescribeCommands gives (contract 5). */
const LARGEST_PAGE = 50;
/** Stops a server that never stops giving pages: twice the largest quota there is. */
const MOST_PAGES = 400;

/**
 * Every command of the region, newest first. One that moved to a later page meanwhile appears once.
 * @param onProgress told of how many there are how many are here, after each page
 */
export async function readEveryCommand(
  api: Api,
  region: string,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?(read: number, total: number): void } = {},
): Promise<Command[]> {
  const commands = new Map<string, Command>();
  let fetched = 0;
  for (let PageNumber = 1; PageNumber <= MOST_PAGES; PageNumber++) {
    const page = await api.ecs.describeCommands(
      { RegionId: region, PageNumber, PageSize: LARGEST_PAGE },
      signal ? { signal } : {},
    );
    for (const command of page.items) commands.set(command.CommandId, command);
    fetched += page.items.length;
    onProgress?.(commands.size, Math.max(commands.size, page.totalCount));
    if (page.items.length === 0 || fetched >= page.totalCount) break;
  }
  return [...commands.values()];
}
