import type { InvokeCommandRequest, RunCommandRequest } from '@/api/ecs/invocations';
import type { RunTemplate, SecretPart } from '@/features/batches';

/** A call apart from its instances, what may be secret by itself. */
export interface SplitRequest {
  template: RunTemplate;
  secrets: SecretPart;
}

export function invokeTemplate({
  InstanceId: _,
  Parameters,
  ...request
}: InvokeCommandRequest): SplitRequest {
  return {
    template: { action: 'InvokeCommand', request },
    secrets: Parameters ? { Parameters } : {},
  };
}

export function scriptTemplate({
  InstanceId: _,
  Parameters,
  CommandContent,
  ...request
}: RunCommandRequest): SplitRequest {
  return {
    template: { action: 'RunCommand', request },
    secrets: { CommandContent, ...(Parameters ? { Parameters } : {}) },
  };
}
