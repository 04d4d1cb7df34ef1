import type { EventRuleDraft } from '@/domain/event-rule-draft';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Checkbox } from '@/ui/Checkbox';
import { SelectField } from '@/ui/SelectField';
import { TextField } from '@/ui/TextField';
import type { FormProblems } from './use-form-problems';

/** Seconds; the service's own time is no number of ours. */
const SILENCES = [300, 3600, 21_600, 86_400] as const;
const OWN = 'own';

export interface RuleFieldsProps {
  draft: EventRuleDraft;
  change(part: Partial<EventRuleDraft>): void;
  isNew: boolean;
  problems: FormProblems;
  /** Told of the name's own element. */
  nameRef(field: HTMLElement | null): void;
}

/** What a rule is called, whether it is on, and how long it then keeps quiet. */
export function RuleFields({ draft, change, isNew, problems, nameRef }: RuleFieldsProps) {
  const { t } = useTranslation('eventRules');
  const format = useFormat();
  const silences = [
    ...new Set([...SILENCES, ...(draft.silenceSeconds === null ? [] : [draft.silenceSeconds])]),
  ];
  return (
    <div className="flex flex-col gap-3.5">
      <TextField
        ref={nameRef}
        label={t('form.name')}
        value={draft.name}
        placeholder={t('form.namePlaceholder')}
        fixedReason={isNew ? undefined : t('form.nameFixed')}
        error={problems.of('name')}
        onBlur={() => problems.touch('name')}
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextField
        label={t('form.description')}
        hint={t('form.optional')}
        value={draft.description}
        onChange={(event) => change({ description: event.target.value })}
      />
      <SelectField
        label={t('form.silence')}
        value={draft.silenceSeconds === null ? OWN : String(draft.silenceSeconds)}
        options={[
          { value: OWN, label: t('form.silenceOwn') },
          ...silences
            .toSorted((a, b) => a - b)
            .map((seconds) => ({ value: String(seconds), label: format.duration(seconds * 1000) })),
        ]}
        onValueChange={(value) => change({ silenceSeconds: value === OWN ? null : Number(value) })}
        help={t('form.silenceHelp')}
      />
      <Checkbox
        label={t('form.enabled')}
        checked={draft.enabled}
        onCheckedChange={(enabled) => change({ enabled })}
        help={draft.enabled ? undefined : t('form.disabledHelp')}
      />
    </div>
  );
}
