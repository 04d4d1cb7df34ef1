import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { unansweredBy } from '@/api/attempt';
import { keys } from '@/api/query-keys';
import { hostNameFor } from '@/domain/host-names';
import { amountOf, namesAskedFor } from '@/domain/instance-creation';
import { isInStock, type StockLevel } from '@/domain/stock';
import { useFormat } from '@/i18n/format';
import { useSettled } from '@/ui/use-settled';
import { creationRequest } from '../create-request';
import type { CreationForm } from './use-creation-form';
import { useProblemWords } from './use-field-words';

/** One line of what is known before instances are made. */
export interface Check {
  key: string;
  tone: 'ok' | 'warn' | 'danger' | 'open';
  title: string;
  body?: string;
  /** It stands against making them. */
  blocks?: boolean;
}

const ZONE_STALE_MS = 5 * 60_000;

/** The zone of a vSwitch, as far as an instance in it tells: no call of the console lists vSwitches. Null: none does. */
function useZoneOfSwitch(region: string, vSwitchId: string) {
  const api = useApi();
  const isId = /^vsw-\w{4,}$/.test(vSwitchId);
  return useQuery({
    queryKey: keys.instances.list(region, { inSwitch: vSwitchId }),
    queryFn: ({ signal }) =>
      api.ecs.describeInstances(
        { RegionId: region, VSwitchId: vSwitchId, PageNumber: 1, PageSize: 1 },
        { signal },
      ),
    select: (page) => page.items[0]?.ZoneId ?? null,
    enabled: isId,
    staleTime: ZONE_STALE_MS,
  }).data;
}

/** What is known beforehand, in view with the button (manual 2.3: check the stock and the addresses first). */
export function useChecks(region: string, form: CreationForm, level: StockLevel | null): Check[] {
  const { t } = useTranslation('createInstances');
  const format = useFormat();
  const words = useProblemWords();
  const { draft, problems, attempt } = form;
  const vSwitchId = draft.vSwitchId.trim();
  const settled = useSettled(vSwitchId);
  const known = useZoneOfSwitch(region, settled);
  const zoneOfSwitch = settled === vSwitchId ? known : undefined;
  const place = { type: draft.instanceType, zone: draft.zoneId };
  const amount = amountOf(draft);
  const checks: Check[] = [];

  const unanswered = unansweredBy(attempt, creationRequest(region, draft));
  if (unanswered) {
    checks.push({
      key: 'unanswered',
      tone: 'warn',
      title: t(`check.unanswered.${unanswered}.title`),
      body: t(`check.unanswered.${unanswered}.body`),
    });
  }
  if (draft.zoneId === '' || draft.instanceType === '') {
    checks.push({
      key: 'place',
      tone: 'open',
      title: t('check.noPlace'),
      body: t('check.noPlaceBody'),
      blocks: true,
    });
  } else if (level === null) {
    checks.push({
      key: 'place',
      tone: 'open',
      title: t('check.unknownStock', place),
      body: t('check.unknownStockBody'),
    });
  } else if (isInStock(level)) {
    checks.push({
      key: 'place',
      tone: level === 'plenty' ? 'ok' : 'warn',
      title: t(`check.stock.${level}`, place),
      body: t(level === 'plenty' ? 'check.stockBody.plenty' : 'check.stockBody.few'),
    });
  } else {
    checks.push({
      key: 'place',
      tone: 'danger',
      title: t(`check.stock.${level}`, place),
      body: t('check.stockBody.none'),
      blocks: true,
    });
  }
  for (const problem of problems) {
    if (problem.field === 'zoneId' || problem.field === 'instanceType') continue;
    checks.push({
      key: `${problem.field} ${problem.kind} ${problem.index ?? ''}`,
      tone: problem.kind === 'required' ? 'open' : 'danger',
      title: words(problem),
      blocks: true,
    });
  }
  if (draft.vSwitchId.trim() !== '' && draft.zoneId !== '') checks.push(switchCheck());
  if (amount !== null && !problems.some(({ field }) => field === 'name' || field === 'amount'))
    checks.push(nameCheck(amount));
  if (!problems.some(({ field }) => field === 'hostName' || field === 'amount'))
    checks.push(...hostNameChecks());
  if (draft.signIn === 'image')
    checks.push({ key: 'signIn', tone: 'warn', title: t('check.signIn'), body: t('check.signInBody') });
  checks.push({
    key: 'charge',
    tone: 'ok',
    title: t(`check.charge.${draft.chargeType}`),
    body: t(`check.chargeBody.${draft.chargeType}`),
  });
  return checks;

  function switchCheck(): Check {
    if (zoneOfSwitch === undefined) return { key: 'switch', tone: 'open', title: t('check.switchUnknown') };
    if (zoneOfSwitch === null)
      return {
        key: 'switch',
        tone: 'open',
        title: t('check.switchUnknown'),
        body: t('check.switchUnknownBody'),
      };
    if (zoneOfSwitch === draft.zoneId)
      return { key: 'switch', tone: 'ok', title: t('check.switchFits', place), body: t('check.addresses') };
    return {
      key: 'switch',
      tone: 'danger',
      title: t('check.switchElsewhere', { zone: zoneOfSwitch }),
      body: t('check.switchElsewhereBody', place),
      blocks: true,
    };
  }

  /** Hosts that are all called alike cannot be told apart by what they log. */
  function hostNameChecks(): Check[] {
    const names = namesAskedFor(draft.hostName, draft);
    const hosts = names.map((name, index) => hostNameFor(name, String(index)));
    if (new Set(hosts).size === hosts.length) return [];
    const title = t('check.sameHostNames', { number: format.number(names.length), name: names[0] });
    return [{ key: 'hostNames', tone: 'warn', title, body: t('check.sameNamesBody') }];
  }

  function nameCheck(count: number): Check {
    const names = namesAskedFor(draft.name, draft);
    const [first = '', second] = names;
    const last = names.at(-1) ?? '';
    if (names.length === 0) return { key: 'names', tone: 'ok', title: t('check.noName') };
    if (second === undefined) return { key: 'names', tone: 'ok', title: t('check.named', { name: first }) };
    if (first === second) {
      const number = format.number(count);
      return {
        key: 'names',
        tone: 'warn',
        title: t('check.sameNames', { count, number, name: first }),
        body: t('check.sameNamesBody'),
      };
    }
    return { key: 'names', tone: 'ok', title: t('check.names', { first, last }) };
  }
}
