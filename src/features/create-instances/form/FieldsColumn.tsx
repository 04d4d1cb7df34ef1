import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { CREATION_LIMITS } from '@/domain/creation-limits';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/TextField';
import { DiskFields } from './DiskFields';
import { NameFields } from './NameFields';
import { SignInFields } from './SignInFields';
import { StartFields } from './StartFields';
import { TermFields } from './TermFields';
import type { CreationForm } from './use-creation-form';
import { useErrorOf } from './use-field-words';

export interface FieldsProps {
  form: CreationForm;
  errorOf: ReturnType<typeof useErrorOf>;
}

interface FieldsColumnProps {
  region: string;
  form: CreationForm;
  onTakeFrom(): void;
}

/** Everything of new instances but where and of what type they are. */
export function FieldsColumn({ region, form, onTakeFrom }: FieldsColumnProps) {
  const { t } = useTranslation('createInstances');
  const errorOf = useErrorOf(form);
  const shared = { form, errorOf };
  return (
    <div className="flex min-h-0 min-w-0 flex-col gap-6 overflow-auto pt-1 pr-6 pb-4 pl-7">
      <Group
        title={t('group.from')}
        aside={
          <Button size="sm" icon={Copy} onClick={onTakeFrom}>
            {t('takeFrom.open')}
          </Button>
        }
      >
        <NetworkFields {...shared} />
      </Group>
      <Group title={t('group.names')}>
        <NameFields {...shared} />
      </Group>
      <Group title={t('group.disks')}>
        <DiskFields region={region} {...shared} />
      </Group>
      <Group title={t('group.signIn')}>
        <SignInFields {...shared} />
      </Group>
      <Group title={t('group.term')}>
        <TermFields {...shared} />
      </Group>
      <Group title={t('group.start')}>
        <StartFields {...shared} />
      </Group>
    </div>
  );
}

function Group({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-3">
      <div className="flex min-h-[26px] items-center gap-3">
        <h2 className="flex-1">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** IDs that no call of the console lists: typed, or taken from an instance that is there. */
function NetworkFields({ form, errorOf }: FieldsProps) {
  const { t } = useTranslation('createInstances');
  const format = useFormat();
  const { min, max } = CREATION_LIMITS.bandwidth;
  const text = (field: 'imageId' | 'vSwitchId' | 'securityGroupId', placeholder: string) => (
    <TextField
      label={t(`field.${field}`)}
      mono
      spellCheck={false}
      placeholder={placeholder}
      value={form.draft[field]}
      error={errorOf(field)}
      onChange={(event) => form.change({ [field]: event.target.value })}
      onBlur={() => form.leave(field)}
    />
  );
  return (
    <>
      {text('imageId', 'aliyun_3_x64_20G_alibase.vhd')}
      <div className="grid grid-cols-2 items-start gap-3">
        {text('vSwitchId', 'vsw-…')}
        {text('securityGroupId', 'sg-…')}
      </div>
      <TextField
        className="max-w-[calc(50%-6px)]"
        label={t('field.bandwidth')}
        hint="Mbit/s"
        inputMode="numeric"
        value={form.draft.bandwidth}
        error={errorOf('bandwidth')}
        help={t('help.bandwidth', { min: format.number(min), max: format.number(max) })}
        onChange={(event) => form.change({ bandwidth: event.target.value })}
        onBlur={() => form.leave('bandwidth')}
      />
    </>
  );
}
