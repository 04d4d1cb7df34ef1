import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { Command } from '@/api/ecs/commands';
import { parseWireTime } from '@/api/wire-times';
import { TypeBadge } from '@/features/cloud-assistant';
import { useFormat } from '@/i18n/format';
import { Id } from '@/ui/Id';
import { Time } from '@/ui/Time';
import { workingDirOf } from './working-dir';

/** Everything of a command but its script and its runs. */
export function CommandFacts({ command }: { command: Command }) {
  const { t } = useTranslation('commands');
  const format = useFormat();
  const { path, isDefault } = workingDirOf(command);
  return (
    <section className="flex flex-col gap-2" aria-label={t('detail.facts')}>
      <h2>{t('detail.facts')}</h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1.5">
        <Fact name={t('detail.id')}>
          <Id value={command.CommandId} />
        </Fact>
        <Fact name={t('detail.type')}>
          <TypeBadge type={command.Type} />
        </Fact>
        <Fact name={t('detail.workingDir')}>
          <span className="code break-all">{path}</span>
          {isDefault ? <span className="text-text-subtle"> {t('detail.isDefault')}</span> : null}
        </Fact>
        <Fact name={t('detail.timeout')}>
          {t('detail.timeoutValue', { count: command.Timeout, number: format.number(command.Timeout) })}
        </Fact>
        <Fact name={t('detail.size')}>{format.bytes(command.CommandContent.length)}</Fact>
        <Fact name={t('detail.created')}>
          <Time at={parseWireTime(command.CreationTime)} />
        </Fact>
      </dl>
      <h3 className="mt-3">{t('detail.parameters')}</h3>
      {command.ParameterNames.length > 0 ? (
        <>
          <ul className="flex flex-wrap gap-1.5" aria-label={t('detail.parameters')}>
            {command.ParameterNames.map((name) => (
              <li key={name} className="code max-w-full break-all">
                <span className="param">{name}</span>
              </li>
            ))}
          </ul>
          <p className="text-xs text-text-muted">{t('detail.parametersHelp')}</p>
        </>
      ) : (
        <p className="text-text-muted">
          {command.EnableParameter ? t('detail.parametersNone') : t('detail.parametersOff')}
        </p>
      )}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-text-subtle">{name}</dt>
      <dd className="m-0 min-w-0">{children}</dd>
    </>
  );
}
