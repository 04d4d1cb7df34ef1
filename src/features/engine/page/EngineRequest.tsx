import { useTranslation } from '@/i18n/use-translation';
import type { Execution } from '@/api/oos/executions';
import { CodeBlock } from '@/ui/CodeBlock';
import { Fact, FactList } from '@/ui/FactList';
import { Id } from '@/ui/Id';
import { UsedTemplate } from './UsedTemplate';

/** What was asked for: the script if it travelled along, all parameters, and the template they filled. */
export function EngineRequest({ region, execution }: { region: string; execution: Execution }) {
  const { t } = useTranslation('engine');
  const { templateName, templateVersion, mode, role, executedBy, parameters } = execution;
  const { commandContent, ...rest } = parameters;
  return (
    <div className="flex flex-col gap-5">
      <FactList>
        <Fact label={t('request.template')}>
          <span className="code">
            {templateName === '' ? t('request.own') : `${templateName} ${templateVersion}`}
          </span>
        </Fact>
        <Fact label={t('request.mode')}>{mode}</Fact>
        {executedBy === '' ? null : (
          <Fact label={t('request.caller')}>
            <Id value={executedBy} className="show" />
          </Fact>
        )}
        <Fact label={t('request.role')}>
          {role === '' ? t('request.noRole') : <Id value={role} className="show" />}
        </Fact>
      </FactList>
      {typeof commandContent === 'string' ? (
        <section className="flex flex-col gap-2">
          <h2>{t('request.script')}</h2>
          <CodeBlock label={t('request.script')} code={commandContent} />
        </section>
      ) : null}
      <section className="flex flex-col gap-2">
        <h2>{t('request.parameters')}</h2>
        <CodeBlock
          label={t('request.parameters')}
          code={JSON.stringify(rest, null, 2)}
          language="json"
          lineNumbers={false}
        />
      </section>
      <UsedTemplate region={region} executionId={execution.executionId} />
    </div>
  );
}
