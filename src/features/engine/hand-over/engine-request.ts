import type { InvokeCommandRequest, RunCommandRequest } from '@/api/ecs/invocations';
import type { StartExecutionRequest } from '@/api/oos/executions';
import { decodeBase64 } from '@/domain/base64';
import { type LoopAction, ownTemplate, PUBLIC_TEMPLATE } from '@/domain/oos-template';
import type { RateControl } from '@/domain/rate-control';
import type { EngineSettings } from './engine-settings';

/** By these tags the console finds its own executions again (contract OOS 10.2). */
export const CONSOLE_TAGS = { 'started-by': 'ecs-operations-console' } as const;

/** What is handed over: a call of ECS as it would be made by the browser. */
export type HandedCall =
  | { action: 'InvokeCommand'; request: InvokeCommandRequest }
  | { action: 'RunCommand'; request: RunCommandRequest };

/**
 * The StartExecution for a run (contract OOS 10.2, 10.3), without ClientToken: the vendor's template for a plain script,
 * one of our own for a saved command or custom parameters. Instances are named by their IDs and not filtered, so that
 * one that cannot run it fails visibly.
 */
export function engineRequest(
  call: HandedCall,
  name: string,
  control: RateControl,
  { onErrors, role }: Pick<EngineSettings, 'onErrors' | 'role'>,
): StartExecutionRequest {
  const { RegionId, InstanceId, Parameters: values = {} } = call.request;
  const hasValues = Object.keys(values).length > 0;
  const pause = control.mode === 'Batch' ? control.pause : null;
  return {
    RegionId,
    ...templateOf(call.action, hasValues),
    Parameters: {
      regionId: RegionId,
      targets: { Type: 'ResourceIds', RegionId, ResourceIds: InstanceId },
      ...scriptParameters(call),
      ...(hasValues ? { values } : {}),
      rateControl: wireRateControl(control),
      ...(role.trim() === '' ? {} : { OOSAssumeRole: role.trim() }),
    },
    Mode: onErrors === 'wait' ? 'FailurePause' : 'Automatic',
    ...(pause === null ? {} : { LoopMode: pause }),
    SafetyCheck: 'Skip',
    Description: name,
    Tags: CONSOLE_TAGS,
  };
}

/** The template a run goes by, as the preflight has to know it too. */
export function templateOf(
  action: HandedCall['action'],
  hasValues: boolean,
): { TemplateName: string } | { TemplateContent: string } {
  if (action === 'RunCommand' && !hasValues) return { TemplateName: PUBLIC_TEMPLATE };
  const loop: LoopAction = action === 'RunCommand' ? 'ACS::ECS::RunCommand' : 'ACS::ECS::InvokeCommand';
  return { TemplateContent: ownTemplate(loop, hasValues) };
}

function scriptParameters(call: HandedCall): Record<string, unknown> {
  if (call.action === 'InvokeCommand') return { commandId: call.request.CommandId };
  const { Type, CommandContent, WorkingDir, Timeout, EnableParameter } = call.request;
  return {
    commandType: Type,
    commandContent: new TextDecoder('utf-8', { ignoreBOM: true }).decode(decodeBase64(CommandContent)),
    ...(WorkingDir === undefined ? {} : { workingDir: WorkingDir }),
    ...(Timeout === undefined ? {} : { timeout: Timeout }),
    enableParameter: EnableParameter ?? false,
  };
}

/** Always whole: what is left out has another default in the template than in the engine (contract OOS 4.1). */
function wireRateControl(control: RateControl): Record<string, unknown> {
  const { mode: Mode, maxErrors: MaxErrors } = control;
  if (control.mode === 'Concurrency') return { Mode, MaxErrors, Concurrency: control.concurrency };
  return {
    Mode,
    MaxErrors,
    Batch: control.batches,
    ...(control.concurrencyInBatches.length > 0
      ? { ConcurrencyInBatches: control.concurrencyInBatches }
      : {}),
    BatchPauseOption: control.pause,
  };
}
