import type { WorldInstance } from '../world/instance';
import { hash32 } from '../world/random';
import type { LoadSource } from './load-source';
import { MINUTE_MS } from './load-source';
import { drawAt } from './noise';
import { asMade } from './past';
import type { Scene, Span } from './past';

/** As DescribeMonitoringAgentStatuses spells them (contract 9.7). */
export type PluginStatus =
  'running' | 'stopped' | 'installing' | 'install_faild' | 'abnormal' | 'not_installed';

export interface Plugin {
  status: PluginStatus;
  /** Why the last install failed; empty when it did not. */
  errorCode: string;
  version: string;
}

const VERSION = '3.5.11';
/** How long an install takes at least, and how much longer at most. */
const INSTALL_MS = 16_000;
const INSTALL_SPREAD_MS = 26_000;
/** How soon it is known that an install cannot even begin. */
const REFUSED_MS = 5_000;

const HAS_PLUGIN: Readonly<Record<string, number>> = { prod: 0.84, stage: 0.5, dev: 0.4 };

/** The plug-in an instance came with: most of what is in production has one, and of those some are out of order. */
function atBirth(made: WorldInstance): PluginStatus {
  const seed = hash32(`${made.instanceId}/plugin`);
  const wanted = HAS_PLUGIN[made.tags['env'] ?? ''] ?? 0.5;
  if (made.agent.state === 'missing' || drawAt(seed, 1) >= wanted) return 'not_installed';
  const order = drawAt(seed, 2);
  return order < 0.04 ? 'stopped' : order < 0.07 ? 'abnormal' : 'running';
}

/** What came of one call of InstallMonitoringAgent on one instance. */
interface Install {
  from: number;
  to: number;
  /** Empty: it worked. */
  errorCode: string;
}

/** The installs so far, oldest first; those that had nothing to do are none. */
function installsOf(instance: WorldInstance, scene: Scene): Install[] {
  const installs: Install[] = [];
  let running = atBirth(asMade(instance, scene)) === 'running';
  for (const { at, force } of scene.ledger.monitorInstalls.get(instance.instanceId) ?? []) {
    const going = installs.at(-1);
    if ((running && !force) || (going && at < going.to)) continue;
    const then = scene.worldAt(at).find(instance.regionId, instance.instanceId) ?? instance;
    const errorCode = refusalOf(then);
    const length =
      INSTALL_MS + drawAt(hash32(`${instance.instanceId}/install`), at % 0x7fffffff) * INSTALL_SPREAD_MS;
    installs.push({ from: at, to: at + Math.round(errorCode ? REFUSED_MS : length), errorCode });
    running = errorCode === '';
  }
  return installs;
}

/** Cloud Assistant carries the installer there, so it must be there; empty when it can. */
function refusalOf(instance: WorldInstance): string {
  if (instance.osId === 'freebsd') return 'Common.OSNotSupported';
  return instance.state === 'Running' && instance.agent.state === 'online' ? '' : 'Assist.Invalid';
}

/** The plug-in as it is now: a pure function of the instance, the installs users asked for and the clock. */
export function pluginOf(instance: WorldInstance, scene: Scene): Plugin {
  const last = installsOf(instance, scene).at(-1);
  const status = last === undefined ? atBirth(asMade(instance, scene)) : statusAfter(last, scene.now);
  const installed = status === 'running' || status === 'stopped' || status === 'abnormal';
  return {
    status: installed && instance.state !== 'Running' ? 'stopped' : status,
    errorCode: status === 'install_faild' ? (last?.errorCode ?? '') : '',
    version: installed ? VERSION : '',
  };
}

function statusAfter(install: Install, now: number): PluginStatus {
  if (now < install.to) return 'installing';
  return install.errorCode === '' ? 'running' : 'install_faild';
}

/** When the plug-in reported. One that is out of order did not come back after the last restart. */
function reporting(instance: WorldInstance, scene: Scene): Span[] {
  const made = asMade(instance, scene);
  const status = atBirth(made);
  const spans: Span[] = [];
  if (status !== 'not_installed') {
    spans.push({ from: 0, to: status === 'running' ? Number.POSITIVE_INFINITY : made.startedAt });
  }
  for (const install of installsOf(instance, scene)) {
    const before = spans.at(-1);
    if (before && before.to > install.from) before.to = install.from;
    if (install.errorCode === '') spans.push({ from: install.to, to: Number.POSITIVE_INFINITY });
  }
  return spans;
}

/** The same minutes, without those in which the plug-in did not report all the time. */
export function asSeenByPlugin(source: LoadSource, instance: WorldInstance, scene: Scene): LoadSource {
  const spans = reporting(instance, scene);
  return {
    ...source,
    eachMinute(first, end, visit) {
      for (const { from, to } of spans) {
        const begin = Math.max(first, Math.ceil(from / MINUTE_MS));
        source.eachMinute(begin, Math.min(end, Math.floor(to / MINUTE_MS)), visit);
      }
    },
  };
}
