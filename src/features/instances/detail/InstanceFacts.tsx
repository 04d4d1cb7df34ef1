import { useTranslation } from '@/i18n/use-translation';
import type { Instance } from '@/api/ecs/instances';
import { parseWireTime } from '@/api/wire-times';
import { useFormat } from '@/i18n/format';
import { Id } from '@/ui/Id';
import { Time } from '@/ui/Time';
import { InstanceState } from '../InstanceState';
import { useZones } from '../queries';
import { isSystemSupported, systemName } from '../system-label';
import { Fact, Facts } from './Facts';

/** From here on an expiry means "never" (contract 6). */
const NEVER = Date.UTC(2099, 0);

/** What the instance is, where it stands and what it costs by. */
export function InstanceFacts({ region, instance }: { region: string; instance: Instance }) {
  const { t, i18n } = useTranslation('instances');
  const format = useFormat();
  const zone = useZones(region).data?.find(({ ZoneId }) => ZoneId === instance.ZoneId);
  const expires = parseWireTime(instance.ExpiredTime);
  const release = parseWireTime(instance.AutoReleaseTime);
  return (
    <Facts title={t('fact.title')}>
      <Fact name={t('column.state')}>
        <InstanceState state={instance.Status} />
      </Fact>
      <Fact name={t('column.id')}>
        <Id value={instance.InstanceId} />
      </Fact>
      <Fact name={t('fact.hostName')}>{instance.HostName}</Fact>
      <Fact name={t('fact.description')}>{instance.Description}</Fact>
      <Fact name={t('column.system')}>
        {systemName(instance, i18n.language)}
        {isSystemSupported(instance) ? null : (
          <span className="block text-xs text-text-muted">{t('system.unsupportedBody')}</span>
        )}
      </Fact>
      <Fact name={t('column.type')}>
        <span className="code">{instance.InstanceType}</span>
        {instance.Cpu > 0
          ? `${format.comma}${t('fact.size', { cpu: format.number(instance.Cpu), memory: memory(instance.Memory, format.number) })}`
          : ''}
      </Fact>
      <Fact name={t('column.zone')}>
        {zone?.LocalName ? `${zone.LocalName}${format.comma}` : null}
        <span className="whitespace-nowrap">{instance.ZoneId}</span>
      </Fact>
      <Fact name={t('fact.image')}>
        {instance.ImageId ? <span className="code break-all">{instance.ImageId}</span> : null}
      </Fact>
      <Fact name={t('fact.billing')}>
        {instance.InstanceChargeType === 'PrePaid'
          ? t('fact.prePaid')
          : instance.InstanceChargeType === 'PostPaid'
            ? t('fact.postPaid')
            : instance.InstanceChargeType}
      </Fact>
      <Fact name={t('fact.created')}>
        <Time at={parseWireTime(instance.CreationTime)} />
      </Fact>
      {instance.StartTime ? (
        <Fact name={t('fact.started')}>
          <Time at={parseWireTime(instance.StartTime)} />
        </Fact>
      ) : null}
      {expires !== null && expires < NEVER ? (
        <Fact name={t('fact.expires')}>
          <Time at={expires} />
        </Fact>
      ) : null}
      {release === null ? null : (
        <Fact name={t('fact.release')}>
          <Time at={release} />
        </Fact>
      )}
      {instance.DeletionProtection ? <Fact name={t('fact.protection')}>{t('fact.protected')}</Fact> : null}
      {instance.LockReasons.length > 0 ? (
        <Fact name={t('fact.locked')}>{format.list(instance.LockReasons)}</Fact>
      ) : null}
    </Facts>
  );
}

/** MiB as GiB, `0.5` for the smallest. */
function memory(mebibytes: number, number: (value: number) => string): string {
  return number(Math.round((mebibytes / 1024) * 10) / 10);
}

/** Addresses, network and security groups. */
export function NetworkFacts({ instance }: { instance: Instance }) {
  const { t } = useTranslation('instances');
  const format = useFormat();
  const vpc = instance.InstanceNetworkType.toLowerCase() === 'vpc';
  return (
    <Facts title={t('network.title')}>
      <Fact name={t('network.type')}>{vpc ? t('network.vpc') : t('network.classic')}</Fact>
      <Fact name={t('column.privateIp')}>
        <Ids values={instance.PrivateIps} />
      </Fact>
      <Fact name={t('column.publicIp')}>
        {instance.PublicIps.length > 0 ? <Ids values={instance.PublicIps} /> : t('network.none')}
      </Fact>
      {instance.InternetMaxBandwidthOut > 0 ? (
        <Fact name={t('network.bandwidth')}>
          {t('network.mbps', { number: format.number(instance.InternetMaxBandwidthOut) })}
        </Fact>
      ) : null}
      <Fact name="VPC">{instance.VpcId ? <Id value={instance.VpcId} /> : null}</Fact>
      <Fact name="vSwitch">{instance.VSwitchId ? <Id value={instance.VSwitchId} /> : null}</Fact>
      <Fact name={t('network.securityGroups')}>
        <Ids values={instance.SecurityGroupIds} />
      </Fact>
      <Fact name={t('network.cards')}>
        <Ids values={instance.NetworkInterfaces.map((card) => card.NetworkInterfaceId)} />
      </Fact>
    </Facts>
  );
}

function Ids({ values }: { values: readonly string[] }) {
  if (values.length === 0) return '–';
  return values.map((value) => (
    <span key={value} className="block">
      <Id value={value} />
    </span>
  ));
}

export function TagFacts({ instance }: { instance: Instance }) {
  const { t } = useTranslation('instances');
  return (
    <section aria-label={t('tags.title')} className="flex flex-col gap-2">
      <h2>{t('tags.title')}</h2>
      {instance.Tags.length === 0 ? (
        <p className="text-text-muted">{t('tags.none')}</p>
      ) : (
        <ul className="flex flex-wrap gap-1.5">
          {instance.Tags.map(({ key, value }) => (
            <li
              key={key}
              className="max-w-full rounded-xs bg-neutral-subtle px-[7px] text-xs leading-5 break-all text-text-muted"
            >
              {key}
              {value ? (
                <>
                  {' '}
                  <b className="text-text">{value}</b>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
