import type { InstallStep } from '@/domain/agent-install';
import type { StatusIconName } from '@/ui/status-icons';
import type { Tone } from '@/ui/tones';

export const INSTALL_LOOKS: Readonly<Record<InstallStep, { tone: Tone; icon: StatusIconName }>> = {
  waiting: { tone: 'warn', icon: 'pending' },
  restarting: { tone: 'info', icon: 'running' },
  heartbeat: { tone: 'info', icon: 'running' },
  online: { tone: 'ok', icon: 'success' },
  silent: { tone: 'warn', icon: 'disconnected' },
  gone: { tone: 'neutral', icon: 'unknown' },
};
