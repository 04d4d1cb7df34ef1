import { pageOf, tagsOf, type Page, type Reader, type Tag } from '../decode';
import type { Params } from '../params';
import type { Rpc } from '../rpc';
import {
  ecsReads,
  ecsWrites,
  type Done,
  type PageRequest,
  type RegionRequest,
  type RequestOptions,
  type TagFilter,
} from './call';

export interface CreateCommandRequest extends RegionRequest {
  Name: string;
  /** `RunShellScript`, `RunBatScript`, `RunPowerShellScript`. */
  Type: string;
  /** Base64. */
  CommandContent: string;
  Description?: string;
  /** `''` or absent: the type's default directory. */
  WorkingDir?: string;
  /** Seconds. */
  Timeout?: number;
  EnableParameter?: boolean;
  ClientToken?: string;
}

export interface DescribeCommandsRequest extends PageRequest {
  CommandId?: string;
  /** Exact, or with `*` at either end. */
  Name?: string;
  Description?: string;
  Type?: string;
  /** `AlibabaCloud` for the public commands; absent: the account's own. */
  Provider?: string;
  Tag?: readonly TagFilter[];
}

/** Only name and description can change (manual 1.2.4). */
export interface ModifyCommandRequest extends RegionRequest {
  CommandId: string;
  Name?: string;
  Description?: string;
}

export interface DeleteCommandRequest extends RegionRequest {
  CommandId: string;
}

export interface Command {
  CommandId: string;
  Name: string;
  Type: string;
  Description: string;
  /** Base64. */
  CommandContent: string;
  /** `''` for the type's default. */
  WorkingDir: string;
  /** Seconds. */
  Timeout: number;
  EnableParameter: boolean;
  ParameterNames: string[];
  /** `yyyy-MM-ddTHH:mmZ`. */
  CreationTime: string;
  InvokeTimes: number;
  Category: string;
  /** `''` for own commands. */
  Provider: string;
  Tags: Tag[];
}

export interface CreatedCommand {
  CommandId: string;
  RequestId: string;
}

/** What CreateCommand sends; the same parameters make the CLI line. */
export function createCommandParams(request: CreateCommandRequest): Params {
  const { ClientToken, ...rest } = request;
  return { ...rest, ContentEncoding: 'Base64', ClientToken };
}

function commandOf(row: Reader): Command {
  return {
    CommandId: row.text('CommandId'),
    Name: row.text('Name'),
    Type: row.text('Type'),
    Description: row.text('Description'),
    CommandContent: row.text('CommandContent'),
    WorkingDir: row.text('WorkingDir'),
    Timeout: row.count('Timeout'),
    EnableParameter: row.flag('EnableParameter'),
    ParameterNames: row.texts('ParameterNames', 'ParameterName'),
    CreationTime: row.text('CreationTime'),
    InvokeTimes: row.count('InvokeTimes'),
    Category: row.text('Category'),
    Provider: row.text('Provider'),
    Tags: tagsOf(row),
  };
}

/** Saved commands (contract 5). Every function rejects with ApiError. */
export function commandActions(rpc: Rpc) {
  const read = ecsReads(rpc);
  const write = ecsWrites(rpc);
  return {
    async createCommand(request: CreateCommandRequest, options?: RequestOptions): Promise<CreatedCommand> {
      const reply = await write('CreateCommand', createCommandParams(request), options);
      return { CommandId: reply.text('CommandId'), RequestId: reply.text('RequestId') };
    },

    /** An unknown CommandId gives an empty page. */
    async describeCommands(
      request: DescribeCommandsRequest,
      options?: RequestOptions,
    ): Promise<Page<Command>> {
      const reply = await read('DescribeCommands', { ...request, ContentEncoding: 'Base64' }, options);
      return pageOf(reply, reply.list('Commands', 'Command', commandOf));
    },

    async modifyCommand(request: ModifyCommandRequest, options?: RequestOptions): Promise<Done> {
      const reply = await write('ModifyCommand', request, options);
      return { RequestId: reply.text('RequestId') };
    },

    async deleteCommand(request: DeleteCommandRequest, options?: RequestOptions): Promise<Done> {
      const reply = await write('DeleteCommand', request, options);
      return { RequestId: reply.text('RequestId') };
    },
  };
}
