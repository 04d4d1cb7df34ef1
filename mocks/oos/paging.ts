import type { ParamReader } from '../actions/params';
import { pageOf, readPaging } from '../actions/paging';
import { Fault } from '../fault';
import { invalid } from './refusal';

/** One page by MaxResults and NextToken, the only way there is (contract OOS 1), with the members that say so. */
export function pageByToken<T>(
  list: readonly T[],
  params: ParamReader,
  { lowest, idOf }: { /** Of MaxResults, which goes up to 100. */ lowest: number; idOf(item: T): string },
): { items: T[]; fields: { MaxResults: number; NextToken: string } } {
  const request = read(params, lowest);
  const { items, fields } = pageOf(list as T[], { ...request, pageNumber: 1 }, idOf);
  return { items, fields: { MaxResults: request.pageSize, NextToken: fields.NextToken } };
}

function read(params: ParamReader, lowest: number) {
  try {
    return readPaging(params, { defaultSize: 50, maxSize: 100, minResults: lowest });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw invalid(error.code.endsWith('NextToken') ? 'NextToken' : 'MaxResults');
  }
}
