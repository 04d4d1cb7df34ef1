import { useMutation } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { toCli } from '@/api/cli';
import type { Contact, ContactGroup } from '@/api/cms/contacts';
import { isGone } from '@/api/cms/gone';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { CliLine } from '@/ui/CliLine';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { toast } from '@/ui/toasts';
import { RefusedNote } from '../RefusedNote';
import { GroupUse } from './GroupUse';
import { contactPaths } from '../paths';
import { useRereadContacts } from './queries';

export type Doomed = { kind: 'contact'; contact: Contact } | { kind: 'group'; group: ContactGroup };

export interface DeleteDialogProps {
  region: string;
  doomed: Doomed;
  groups: readonly ContactGroup[];
  onClose(): void;
}

/** Deletes a contact or a group, after naming what is lost with it. One that is gone already counts as deleted. */
export function DeleteDialog({ region, doomed, groups, onClose }: DeleteDialogProps) {
  const { t } = useTranslation('alarms');
  const format = useFormat();
  const api = useApi();
  const { kind } = doomed;
  const name = kind === 'contact' ? doomed.contact.Name : doomed.group.Name;
  const remove = useMutation({
    mutationFn: async () => {
      try {
        await (kind === 'contact'
          ? api.cms.deleteContact({ RegionId: region, ContactName: name })
          : api.cms.deleteContactGroup({ RegionId: region, ContactGroupName: name }));
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },
    onSettled: useRereadContacts(region),
  });
  const paths = contactPaths(region);

  return (
    <ConfirmDialog
      open
      onOpenChange={() => {
        if (!remove.isPending) onClose();
      }}
      width={520}
      title={t(`contacts.delete.${kind}`, { name })}
      confirmLabel={t(`contacts.delete.confirm.${kind}`)}
      cancelLabel={t('contacts.delete.keep')}
      busy={remove.isPending && t('contacts.delete.deleting')}
      onConfirm={() =>
        remove.mutate(undefined, {
          onSuccess: () => {
            toast({
              tone: 'ok',
              title: t(`contacts.delete.done.${kind}`, { name }),
              link: {
                to: kind === 'contact' ? paths.people : paths.groups,
                label: t(`contacts.delete.link.${kind}`),
              },
            });
            onClose();
          },
        })
      }
    >
      {remove.error ? (
        <RefusedNote
          title={t('contacts.delete.refused', { name })}
          unanswered={t('contacts.delete.unanswered', { name })}
          error={remove.error}
        />
      ) : null}
      {doomed.kind === 'contact' ? (
        <ContactLoss contact={doomed.contact} groups={groups} />
      ) : (
        <>
          <p>
            {doomed.group.Contacts.length === 0
              ? t('contacts.delete.emptyGroup')
              : t('contacts.delete.members', { names: format.list(doomed.group.Contacts) })}
          </p>
          <GroupUse region={region} group={name} />
        </>
      )}
      <p>{t('contacts.delete.undone')}</p>
      <CliLine
        line={
          kind === 'contact'
            ? toCli('cms', 'DeleteContact', { RegionId: region, ContactName: name })
            : toCli('cms', 'DeleteContactGroup', { RegionId: region, ContactGroupName: name })
        }
      />
    </ConfirmDialog>
  );
}

/** Which groups lose the contact, and which have nobody left. */
function ContactLoss({ contact, groups }: { contact: Contact; groups: readonly ContactGroup[] }) {
  const { t } = useTranslation('alarms');
  const format = useFormat();
  const isIn = groups.filter(
    ({ Name, Contacts }) => Contacts.includes(contact.Name) || contact.ContactGroups.includes(Name),
  );
  const emptied = isIn.filter(({ Contacts }) => Contacts.every((name) => name === contact.Name));
  if (isIn.length === 0) return <p>{t('contacts.delete.inNoGroup')}</p>;
  return (
    <>
      <p>
        {t('contacts.delete.groups', {
          count: isIn.length,
          names: format.list(isIn.map(({ Name }) => Name)),
        })}
      </p>
      {emptied.length > 0 ? (
        <p className="font-semibold">
          {t('contacts.delete.emptied', {
            count: emptied.length,
            names: format.list(emptied.map(({ Name }) => Name)),
          })}
        </p>
      ) : null}
    </>
  );
}
