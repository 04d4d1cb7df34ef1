import { CONTACT_CHANNELS, type ContactChannel, type ContactChannels } from '@/domain/contact';
import { type Page, pageOf, type Reader } from '../decode';
import type { Rpc } from '../rpc';
import { allPages, LARGEST_PAGE } from './all-pages';
import { cmsCalls, type RegionRequest, type RequestOptions } from './call';

/** Somebody, or a robot, who is told of alarms. Belongs to the account, whatever region is asked. */
export interface Contact {
  Name: string;
  Desc: string;
  Channels: ContactChannels;
  /** As on the wire: OK, PENDING until the person has activated the channel, or newer. Only of channels the answer tells of. */
  ChannelsState: ContactChannels;
  ContactGroups: string[];
  /** Epoch ms; null when the answer does not say. */
  CreateTime: number | null;
  UpdateTime: number | null;
  Lang: string;
}

export interface ContactGroup {
  Name: string;
  Describe: string;
  /** Names of contacts. */
  Contacts: string[];
  EnableSubscribed: boolean;
  EnabledWeeklyReport: boolean;
  /** Epoch ms; null when the answer does not say. */
  CreateTime: number | null;
  UpdateTime: number | null;
}

interface ListRequest extends RegionRequest {
  /** From 1. */
  PageNumber?: number;
  /** Default 100. */
  PageSize?: number;
}

export interface DescribeContactListRequest extends ListRequest {
  /** The whole name. */
  ContactName?: string;
  /** Spelled so on the wire. */
  ChanelType?: ContactChannel;
  /** Where the channel leads, whole. */
  ChanelValue?: string;
}

export interface PutContactRequest extends RegionRequest {
  ContactName: string;
  Describe: string;
  /** At least one. Those left out are taken from a contact that is there. */
  Channels: ContactChannels;
  Lang?: string;
}

export interface PutContactGroupRequest extends RegionRequest {
  ContactGroupName: string;
  /** The whole membership: who is left out leaves the group. */
  ContactNames: readonly string[];
  Describe?: string;
  EnableSubscribed?: boolean;
}

interface Done {
  RequestId: string;
}

/** Contacts and their groups (manual 2.4, contract 9.4). A put replaces what has the name. Every function rejects with ApiError. */
export function contactActions(rpc: Rpc) {
  const { read, write } = cmsCalls(rpc);
  const done = async (action: string, request: RegionRequest, options?: RequestOptions): Promise<Done> => ({
    RequestId: (await write(action, request, options)).text('RequestId'),
  });

  async function describeContactList(
    request: DescribeContactListRequest,
    options?: RequestOptions,
  ): Promise<Page<Contact>> {
    const reply = await read('DescribeContactList', request, options);
    return totalled(reply, request, reply.list('Contacts', 'Contact', contactOf));
  }

  async function describeContactGroupList(
    request: ListRequest,
    options?: RequestOptions,
  ): Promise<Page<ContactGroup>> {
    const reply = await read('DescribeContactGroupList', request, options);
    return totalled(reply, request, reply.list('ContactGroupList', 'ContactGroup', groupOf));
  }

  return {
    describeContactList,
    describeContactGroupList,

    /** All contacts, over all pages: the action finds whole names only, so that whoever searches needs them all. */
    describeContactListAll: (request: RegionRequest, options?: RequestOptions) =>
      allPages(
        (PageNumber) => describeContactList({ ...request, PageNumber, PageSize: LARGEST_PAGE }, options),
        ({ Name }) => Name,
      ),

    /** All groups, over all pages. */
    describeContactGroupListAll: (request: RegionRequest, options?: RequestOptions) =>
      allPages(
        (PageNumber) => describeContactGroupList({ ...request, PageNumber, PageSize: LARGEST_PAGE }, options),
        ({ Name }) => Name,
      ),

    putContact: (request: PutContactRequest, options?: RequestOptions) =>
      done('PutContact', request, options),

    deleteContact: (request: RegionRequest & { ContactName: string }, options?: RequestOptions) =>
      done('DeleteContact', request, options),

    putContactGroup: (request: PutContactGroupRequest, options?: RequestOptions) =>
      done('PutContactGroup', request, options),

    deleteContactGroup: (request: RegionRequest & { ContactGroupName: string }, options?: RequestOptions) =>
      done('DeleteContactGroup', request, options),
  };
}

/** CloudMonitor calls the number of rows `Total` and does not repeat what page was asked for. */
function totalled<Row>(reply: Reader, { PageNumber, PageSize }: ListRequest, items: Row[]): Page<Row> {
  const page = pageOf(reply, items);
  return {
    ...page,
    pageNumber: PageNumber ?? 1,
    pageSize: PageSize ?? LARGEST_PAGE,
    totalCount: reply.number('Total') ?? page.totalCount,
  };
}

function contactOf(row: Reader): Contact {
  return {
    Name: row.text('Name'),
    Desc: row.text('Desc'),
    Channels: perChannel(row.object('Channels')),
    ChannelsState: perChannel(row.object('ChannelsState')),
    ContactGroups: row.texts('ContactGroups', 'ContactGroup'),
    CreateTime: row.number('CreateTime') ?? null,
    UpdateTime: row.number('UpdateTime') ?? null,
    Lang: row.text('Lang'),
  };
}

/** An empty text is no channel. */
function perChannel(row: Reader): ContactChannels {
  return Object.fromEntries(
    CONTACT_CHANNELS.flatMap((channel) => {
      const text = row.text(channel);
      return text === '' ? [] : [[channel, text]];
    }),
  );
}

function groupOf(row: Reader): ContactGroup {
  return {
    Name: row.text('Name'),
    Describe: row.text('Describe'),
    Contacts: row.texts('Contacts', 'Contact'),
    EnableSubscribed: row.flag('EnableSubscribed'),
    EnabledWeeklyReport: row.flag('EnabledWeeklyReport'),
    CreateTime: row.number('CreateTime') ?? null,
    UpdateTime: row.number('UpdateTime') ?? null,
  };
}
