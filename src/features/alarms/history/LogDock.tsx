import { Link } from 'react-router-dom';
import type { AlertLog } from '@/api/cms/alert-log';
import { toCli } from '@/api/cli';
import { withoutSecrets } from '@/domain/secrets';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { CliLine } from '@/ui/CliLine';
import { CodeBlock } from '@/ui/CodeBlock';
import { Dock } from '@/ui/Dock';
import { Fact, FactList } from '@/ui/FactList';
import { Id } from '@/ui/Id';
import { Status } from '@/ui/Status';
import { Time } from '@/ui/Time';
import { metricRulePaths } from '../paths';
import { useRuleWords } from '../metric-rules/use-rule-words';
import { LogLevel } from './LogLevel';
import { useLogWords } from './use-log-words';

export interface LogDockProps {
  region: string;
  log: AlertLog;
  onClose(): void;
}

/** Dimensions that every entry has, and that are told elsewhere. */
const USUAL: ReadonlySet<string> = new Set(['userId', 'instanceId']);
const MINUTE = 60_000;

/** One entry of the history: what happened, whom it was sent to by which way, and the entry as it came. */
export function LogDock({ region, log, onClose }: LogDockProps) {
  const { t } = useTranslation('alarmRules');
  const format = useFormat();
  const rules = useRuleWords();
  const words = useLogWords();
  const paths = metricRulePaths(region);
  const name = log.InstanceName || log.InstanceId;
  const { tone, icon, text } = words.sent(log.SendStatus);
  const extra = log.Dimensions.filter(({ Key }) => !USUAL.has(Key));
  return (
    <div data-beside className="contents">
      <Dock
        label={t('history.dock', { name })}
        width={364}
        className="-mr-(--gutter) ml-5"
        title={name}
        onClose={onClose}
      >
        <div className="flex flex-col gap-1">
          <span className="font-semibold">{words.event(log)}</span>
          <span className="flex flex-wrap gap-x-3 text-text-muted">
            <LogLevel level={log.Level} />
            <Status tone={tone} icon={icon}>
              {text}
            </Status>
            <Time at={log.AlertTime} form="full" />
          </span>
        </div>
        <FactList>
          <Fact label={t('history.rule')}>
            <Link to={paths.rule(log.RuleId)} className="inline-link">
              {log.RuleName || log.RuleId}
            </Link>
          </Fact>
          <Fact label={t('column.instance')}>
            <Id value={log.InstanceId} />
          </Fact>
          <Fact label={t('history.metric')}>{rules.metric(log.MetricName)}</Fact>
          <Fact label={t('column.value')}>
            {log.value === null ? '–' : rules.value(log.MetricName, log.value)}
          </Fact>
          <Fact label={t('history.expression')}>
            <span className="code">
              {log.Escalation.Expression} × {log.Escalation.Times}
            </span>
          </Fact>
          <Fact label={t('history.change')}>{log.LevelChange.split('->').map(words.level).join(' → ')}</Fact>
          {extra.map(({ Key, Value }) => (
            <Fact key={Key} label={Key}>
              {Value}
            </Fact>
          ))}
          <Fact label={t('history.groups')}>{format.list(log.ContactGroups) || '–'}</Fact>
        </FactList>
        <section className="flex flex-col gap-2">
          <h3>{t('history.sentTo')}</h3>
          {log.SendResultList.length === 0 ? (
            <p className="text-text-muted">{t('history.nobody')}</p>
          ) : (
            <FactList>
              {log.SendResultList.map(({ Key, Value }) => (
                <Fact key={Key} label={words.way(Key)}>
                  {format.list(withoutSecrets(Value))}
                </Fact>
              ))}
            </FactList>
          )}
        </section>
        <section className="flex flex-col gap-2">
          <h3>{t('history.raw')}</h3>
          <CodeBlock
            label={t('history.raw')}
            code={JSON.stringify(withoutSecrets(log.raw), null, 2)}
            className="max-h-80"
          />
          {log.AlertTime === null ? null : (
            <CliLine
              line={toCli('cms', 'DescribeAlertLogList', {
                RegionId: region,
                RuleId: log.RuleId,
                StartTime: log.AlertTime - MINUTE,
                EndTime: log.AlertTime + MINUTE,
              })}
            />
          )}
        </section>
      </Dock>
    </div>
  );
}
