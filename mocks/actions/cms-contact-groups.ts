import { descriptionProblem } from '@/domain/contact';
import { contactBook } from '../alarms/contact-book';
import type { Action } from './action';
import { nameToPut } from './cms-contacts';
import { cmsRequired, parameterInvalid, resourceNotFound } from './cms-reply';
import { readPaging } from './paging';

/** PutContactGroup (contract 9.4): the names are the whole membership, so that those left out leave the group. */
export const putContactGroup: Action = (context) => {
  const { params, now, act } = context;
  const name = nameToPut(context, 'ContactGroupName');
  const description = params.text('Describe') ?? '';
  if (descriptionProblem(description)) throw parameterInvalid('Describe');
  const contacts = [...new Set(params.list('ContactNames'))];
  const known = contactBook(context).contacts;
  if (contacts.some((contact) => !known.has(contact))) throw resourceNotFound();
  const subscribed = params.boolean('EnableSubscribed') ?? false;
  act({
    kind: 'AlarmChanged',
    at: now,
    change: { what: 'GroupPut', name, description: description.trim(), contacts, subscribed },
  });
  return {};
};

/** DeleteContactGroup (contract 9.4). Whether one in use is refused is not published: it goes, and rules tell nobody by it. */
export const deleteContactGroup: Action = (context) => {
  const name = cmsRequired(context.params, 'ContactGroupName');
  if (!contactBook(context).groups.has(name)) throw resourceNotFound();
  context.act({ kind: 'AlarmChanged', at: context.now, change: { what: 'GroupDeleted', name } });
  return {};
};

/** DescribeContactGroupList (contract 9.4): names in one list, details in the other. */
export const describeContactGroupList: Action = (context) => {
  const { pageNumber, pageSize } = readPaging(context.params, {
    defaultSize: 100,
    maxSize: 100,
    code: 'ParameterInvalid',
  });
  const all = [...contactBook(context).groups.values()];
  const page = all.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  return {
    ContactGroups: { ContactGroup: page.map(({ name }) => name) },
    ContactGroupList: {
      ContactGroup: page.map((group) => ({
        Name: group.name,
        Describe: group.description,
        Contacts: { Contact: group.contacts },
        EnableSubscribed: group.subscribed,
        EnabledWeeklyReport: false,
        CreateTime: group.createdAt,
        UpdateTime: group.updatedAt,
      })),
    },
    Total: all.length,
  };
};
