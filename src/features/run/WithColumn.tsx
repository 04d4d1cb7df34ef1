import { type ReactNode, useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { runSize } from '@/domain/size';
import { useFormat } from '@/i18n/format';
import { Rich } from '@/i18n/Rich';
import { cx } from '@/ui/cx';
import { ParameterFields, type ParameterFieldsProps } from './ParameterFields';
import { knownBuiltIns, previewParts } from './preview';
import { RUN_LIMITS } from './run-request';
import type { Runnable } from './runnable';
import { ScriptPreview } from './ScriptPreview';

export interface WithColumnProps {
  region: string;
  command: Runnable;
  instances: readonly { instanceId: string; name: string }[];
  /** What the fields hold. */
  values: ParameterFieldsProps['values'];
  onChange: ParameterFieldsProps['onChange'];
  /** The pairs that will be sent. */
  parameters: Record<string, string>;
  /** When it runs, below the script. */
  children: ReactNode;
}

/** With what values it runs, and when; the script as it will run between them. */
export function WithColumn({
  region,
  command,
  instances,
  values,
  onChange,
  parameters,
  children,
}: WithColumnProps) {
  const { t } = useTranslation('run');
  const format = useFormat();
  const parts = useMemo(
    () => previewParts(command, values, knownBuiltIns(region, command.commandId, instances)),
    [command, instances, region, values],
  );
  const size = runSize(command.content, parameters);
  const tooLarge = size > RUN_LIMITS.contentBytes;
  return (
    <section className="flex min-h-0 flex-1 flex-col gap-2.5" aria-label={t('with.title')}>
      <div className="flex min-h-[26px] flex-none items-center justify-between gap-3">
        <h2>{t('with.title')}</h2>
        <span className={cx('whitespace-nowrap', tooLarge ? 'text-danger' : 'text-text-muted')}>
          <Rich
            text={t('with.size', { used: format.bytes(size), limit: format.bytes(RUN_LIMITS.contentBytes) })}
            parts={{ b: <b className={tooLarge ? undefined : 'text-text'} /> }}
          />
        </span>
      </div>
      {command.parameterNames.length > 0 ? (
        <ParameterFields names={command.parameterNames} values={values} onChange={onChange} />
      ) : (
        <p className="text-text-muted">{command.enableParameter ? t('with.none') : t('with.off')}</p>
      )}
      <ScriptPreview label={t('with.preview')} parts={parts} className="min-h-17 flex-initial" />
      {parts.some((part) => part.byService) ? (
        <p className="text-xs text-text-muted">{t('with.byServiceHelp')}</p>
      ) : null}
      {children}
    </section>
  );
}
