import { CheckAction, type CheckActionProps } from '../CheckAction';
import type { Check } from '../preflight';
import { PreflightPanel } from '../PreflightPanel';
import type { RunDraftState } from '../use-run-draft';
import { useLeftOut } from './use-left-out';

export interface RunChecksProps extends Pick<CheckActionProps, 'commandId' | 'paths' | 'records'> {
  draft: RunDraftState;
  checks: readonly Check[];
}

/** What is known beforehand, each line with what can be done about it. */
export function RunChecks({ draft, checks, ...links }: RunChecksProps) {
  const { nameOf, leaveOut } = useLeftOut(draft, checks);
  return (
    <PreflightPanel
      checks={checks}
      nameOf={nameOf}
      actionOf={(check) => <CheckAction check={check} {...links} onLeaveOut={leaveOut} />}
    />
  );
}
