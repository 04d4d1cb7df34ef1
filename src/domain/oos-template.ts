/** The vendor's template for a script on many instances (contract OOS 2). */
export const PUBLIC_TEMPLATE = 'ACS-ECS-BulkyRunCommand';
export const TEMPLATE_FORMAT = 'OOS-2019-06-01';
/** Task names of both kinds of templates: the way from an execution to its runs goes by them (contract OOS 6). */
export const SELECT_TASK = 'getInstance';
export const LOOP_TASK = 'runCommand';
/** Characters of a script in the public template's parameter (contract OOS 2). */
export const MOST_CONTENT_CHARACTERS = 16_384;

export type LoopAction = 'ACS::ECS::InvokeCommand' | 'ACS::ECS::RunCommand';

const TEXT = { Type: 'String' };
const TEXT_OR_NONE = { Type: 'String', Default: '' };

const OWN_PARAMETERS: Readonly<Record<LoopAction, Readonly<Record<string, object>>>> = {
  'ACS::ECS::InvokeCommand': { commandId: TEXT },
  'ACS::ECS::RunCommand': {
    commandType: TEXT,
    commandContent: TEXT,
    workingDir: TEXT_OR_NONE,
    timeout: { Type: 'Number', Default: 600 },
    enableParameter: { Type: 'Boolean', Default: true },
  },
};

/**
 * A template for what the public one cannot do (contract OOS 2.2): a saved command by its ID, or a script with custom
 * parameters, whose `values` are an object. Without values the action is not told of any.
 * @returns JSON
 */
export function ownTemplate(action: LoopAction, hasValues: boolean): string {
  const own = OWN_PARAMETERS[action];
  const handedOn = Object.fromEntries(Object.keys(own).map((name) => [name, `{{ ${name} }}`]));
  return JSON.stringify({
    FormatVersion: TEMPLATE_FORMAT,
    Description: 'Batched run of the ECS Operations Console',
    Parameters: {
      regionId: TEXT,
      targets: { Type: 'Json' },
      ...own,
      ...(hasValues ? { values: { Type: 'Json' } } : {}),
      rateControl: { Type: 'Json' },
      OOSAssumeRole: TEXT_OR_NONE,
    },
    RamRole: '{{ OOSAssumeRole }}',
    Tasks: [
      {
        Name: SELECT_TASK,
        Action: 'ACS::SelectTargets',
        Properties: {
          ResourceType: 'ALIYUN::ECS::Instance',
          RegionId: '{{ regionId }}',
          Filters: ['{{ targets }}'],
        },
        Outputs: { ids: { Type: 'List', ValueSelector: 'Instances.Instance[].InstanceId' } },
      },
      {
        Name: LOOP_TASK,
        Action: action,
        Properties: {
          regionId: '{{ regionId }}',
          ...handedOn,
          instanceId: '{{ ACS::TaskLoopItem }}',
          ...(hasValues ? { parameters: '{{ values }}' } : {}),
        },
        Loop: {
          RateControl: '{{ rateControl }}',
          Items: `{{ ${SELECT_TASK}.ids }}`,
          Outputs: { commandOutputs: { AggregateType: 'Fn::ListJoin', AggregateField: 'out' } },
        },
        Outputs: { out: { Type: 'String', ValueSelector: 'invocationOutput' } },
      },
    ],
    Outputs: { commandOutputs: { Type: 'List', Value: `{{ ${LOOP_TASK}.commandOutputs }}` } },
  });
}
