import { useTranslation } from '@/i18n/use-translation';
import { toCli } from '@/api/cli';
import { invokeCommandParams, type Invocation, runCommandParams } from '@/api/ecs/invocations';
import { decodeBase64, isBase64 } from '@/domain/base64';
import { defaultWorkingDir, isCommandType } from '@/domain/command-type';
import { substitute } from '@/domain/parameters';
import { TypeBadge } from '@/features/cloud-assistant';
import { useFormat } from '@/i18n/format';
import { CliLine } from '@/ui/CliLine';
import { CodeBlock } from '@/ui/CodeBlock';
import { Fact, FactList } from '@/ui/FactList';
import { useCommandExists } from '../queries';

/** What was asked for: the script as it ran, its parameters and settings, and the calls that ask and read. */
export function RequestView({ region, invocation }: { region: string; invocation: Invocation }) {
  const { t } = useTranslation('invocations');
  const format = useFormat();
  const content = isBase64(invocation.CommandContent)
    ? new TextDecoder().decode(decodeBase64(invocation.CommandContent))
    : invocation.CommandContent;
  const script = substitute(content, invocation.Parameters);
  const parameters = Object.entries(invocation.Parameters);
  const type = invocation.CommandType;
  const exists = useCommandExists(region, invocation.CommandId);
  const how = {
    RegionId: region,
    InstanceId: invocation.InvokeInstances.map((instance) => instance.InstanceId),
    ...(parameters.length > 0 ? { Parameters: invocation.Parameters } : {}),
    ...(invocation.Username ? { Username: invocation.Username } : {}),
    ...(invocation.Frequency ? { Timed: true, RepeatMode: 'Period', Frequency: invocation.Frequency } : {}),
  };
  const lines = [
    {
      label: t('request.invoke'),
      line: exists
        ? toCli('ecs', 'InvokeCommand', invokeCommandParams({ CommandId: invocation.CommandId, ...how }))
        : toCli(
            'ecs',
            'RunCommand',
            runCommandParams({
              Type: type,
              CommandContent: invocation.CommandContent,
              EnableParameter: parameters.length > 0,
              ...(invocation.WorkingDir ? { WorkingDir: invocation.WorkingDir } : {}),
              Timeout: invocation.Timeout,
              ...how,
            }),
          ),
    },
    {
      label: t('request.read'),
      line: toCli('ecs', 'DescribeInvocationResults', { RegionId: region, InvokeId: invocation.InvokeId }),
    },
  ];
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-auto pt-4 pb-6">
      <FactList>
        <Fact label={t('column.type')}>
          <TypeBadge type={type} />
        </Fact>
        <Fact label={t('request.workingDir')}>
          <span className="code">
            {invocation.WorkingDir || (isCommandType(type) ? defaultWorkingDir(type) : t('user.default'))}
          </span>
        </Fact>
        <Fact label={t('request.timeout')}>{format.duration(invocation.Timeout * 1000)}</Fact>
        <Fact label={t('column.user')}>{invocation.Username || t('user.default')}</Fact>
        {parameters.map(([name, value]) => (
          <Fact key={name} label={<code className="code">{`{{${name}}}`}</code>}>
            {value === '' ? (
              <span className="text-text-subtle">{t('request.emptyValue')}</span>
            ) : (
              <code className="code">{value}</code>
            )}
          </Fact>
        ))}
      </FactList>
      <section className="flex flex-col gap-2">
        <h2>{t('request.script')}</h2>
        <CodeBlock
          label={t('request.script')}
          code={script.text}
          marks={script.marks.map(({ from, to }) => ({ from, to }))}
        />
      </section>
      <section className="flex flex-col gap-2">
        <h2>{t('request.calls')}</h2>
        {lines.map(({ label, line }) => (
          <div key={label} className="flex flex-col gap-1">
            <span className="text-xs text-text-muted">{label}</span>
            <CliLine label={label} line={line} />
          </div>
        ))}
      </section>
    </div>
  );
}
