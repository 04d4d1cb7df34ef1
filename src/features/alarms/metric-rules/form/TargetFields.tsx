import { Plus, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import { Segmented } from '@/ui/Segmented';
import { FormPart } from './FormPart';
import type { RuleForm } from './rule-form';

const ChooseInstances = lazy(() =>
  import('./ChooseInstances').then((module) => ({ default: module.ChooseInstances })),
);

export interface TargetFieldsProps {
  region: string;
  form: RuleForm;
  onChange(change: Partial<RuleForm>): void;
  error: string | undefined;
}

/** Which instances a rule watches. */
export function TargetFields({ region, form, onChange, error }: TargetFieldsProps) {
  const { t } = useTranslation('alarmRules');
  const [choosing, setChoosing] = useState(false);
  const { instances, everything } = form;
  return (
    <FormPart title={t('form.where')}>
      <div className="flex flex-wrap items-center gap-3">
        <Segmented
          label={t('form.scope')}
          value={everything ? 'all' : 'chosen'}
          options={[
            { value: 'chosen', label: t('form.chosen') },
            { value: 'all', label: t('form.all') },
          ]}
          onValueChange={(scope) => onChange({ everything: scope === 'all' })}
        />
        {everything ? null : (
          <span data-wrong={error && ''}>
            <Button icon={Plus} onClick={() => setChoosing(true)}>
              {t('form.choose')}
            </Button>
          </span>
        )}
      </div>
      {everything ? (
        <p className="text-xs text-text-muted">{t('form.allHelp')}</p>
      ) : instances.length === 0 ? (
        <p role={error ? 'alert' : undefined} className={error ? 'text-xs text-danger' : 'text-text-muted'}>
          {error ?? t('form.noneChosen')}
        </p>
      ) : (
        <>
          <ul
            aria-label={t('form.scope')}
            className="flex max-h-36 flex-wrap gap-1.5 overflow-auto rounded-md bg-panel p-2"
          >
            {instances.map(({ instanceId, name }) => (
              <li
                key={instanceId}
                title={instanceId}
                className="inline-flex h-7 items-center rounded-sm bg-field pl-2.5"
              >
                {name}
                <IconButton
                  size="sm"
                  icon={X}
                  label={t('form.remove', { name })}
                  onClick={() =>
                    onChange({ instances: instances.filter((one) => one.instanceId !== instanceId) })
                  }
                />
              </li>
            ))}
          </ul>
          {error ? <p className="text-xs text-danger">{error}</p> : null}
        </>
      )}
      {choosing ? (
        <Suspense>
          <ChooseInstances
            region={region}
            chosen={instances}
            onChange={(next) => onChange({ instances: next })}
            onClose={() => setChoosing(false)}
          />
        </Suspense>
      ) : null}
    </FormPart>
  );
}
