import { LOOP_TASK, MOST_CONTENT_CHARACTERS, SELECT_TASK, TEMPLATE_FORMAT } from '@/domain/oos-template';
import { invalid, missing } from './refusal';
import { booleanIn, objectIn, textIn, type Values, wholeNumberIn } from './values';

export const PUBLIC_TEMPLATE_ID = 't-4bdb17c4a0';
export const PUBLIC_TEMPLATE_VERSION = 'v21';
export const PUBLIC_TEMPLATE_TIMES = { created: '2019-09-26T03:00:00Z', updated: '2024-08-06T05:57:57Z' };

const READ = { String: textIn, Number: wholeNumberIn, Boolean: booleanIn, Json: objectIn };

/** Parameters of the vendor's template by name, in its order (contract OOS 2). */
const PARAMETERS: Readonly<Record<string, { type: keyof typeof READ; byDefault?: unknown }>> = {
  regionId: { type: 'String', byDefault: '' },
  resourceType: { type: 'String', byDefault: 'ALIYUN::ECS::Instance' },
  targets: { type: 'Json' },
  commandType: { type: 'String', byDefault: 'RunShellScript' },
  commandContent: { type: 'String' },
  workingDir: { type: 'String', byDefault: '' },
  timeout: { type: 'Number', byDefault: 600 },
  enableParameter: { type: 'Boolean', byDefault: false },
  username: { type: 'String', byDefault: '' },
  windowsPasswordName: { type: 'String', byDefault: '' },
  rateControl: { type: 'Json', byDefault: { Mode: 'Concurrency', MaxErrors: 0, Concurrency: 10 } },
  OOSAssumeRole: { type: 'String', byDefault: '' },
};

/** The parameters with their defaults, or a Fault naming the first that is missing, unknown or of another type. */
export function publicParameters(given: Values): Values {
  const other = Object.keys(given).find((name) => !Object.hasOwn(PARAMETERS, name));
  if (other !== undefined) throw invalid(other, 'the template has no such parameter');
  const values = Object.fromEntries(
    Object.entries(PARAMETERS).map(([name, { type, byDefault }]) => {
      if (Object.hasOwn(given, name)) return [name, READ[type](given[name], name)];
      if (byDefault === undefined) throw missing(name);
      return [name, byDefault];
    }),
  );
  if (values['resourceType'] !== 'ALIYUN::ECS::Instance')
    throw invalid('resourceType', 'only ALIYUN::ECS::Instance is offered here');
  if (String(values['commandContent']).length > MOST_CONTENT_CHARACTERS)
    throw invalid('commandContent', `at most ${MOST_CONTENT_CHARACTERS} characters are taken`);
  return values;
}

/** The template's text as GetTemplate shows it. */
export function publicTemplateText(): string {
  const parameters = Object.entries(PARAMETERS).flatMap(([name, { type, byDefault }]) => [
    `  ${name}:`,
    `    Type: ${type}`,
    ...(byDefault === undefined ? [] : [`    Default: ${JSON.stringify(byDefault)}`]),
  ]);
  const handedOn = ['commandType', 'commandContent', 'workingDir', 'timeout', 'enableParameter', 'username'];
  return [
    `FormatVersion: ${TEMPLATE_FORMAT}`,
    'Description:',
    '  en: Bulky run command on ECS instances',
    '  name-en: Run Command',
    'Parameters:',
    ...parameters,
    "RamRole: '{{ OOSAssumeRole }}'",
    'Tasks:',
    `- Name: ${SELECT_TASK}`,
    '  Action: ACS::SelectTargets',
    '  Properties:',
    "    ResourceType: '{{ resourceType }}'",
    "    RegionId: '{{ regionId }}'",
    "    Filters: ['{{ targets }}']",
    '  Outputs:',
    '    instanceIds:',
    '      Type: List',
    '      ValueSelector: Instances.Instance[].InstanceId',
    `- Name: ${LOOP_TASK}`,
    '  Action: ACS::ECS::RunCommand',
    '  Properties:',
    "    regionId: '{{ regionId }}'",
    ...handedOn.map((name) => `    ${name}: '{{ ${name} }}'`),
    "    windowsPasswordName: '{{ windowsPasswordName }}'",
    "    instanceId: '{{ ACS::TaskLoopItem }}'",
    '  Loop:',
    "    RateControl: '{{ rateControl }}'",
    `    Items: '{{ ${SELECT_TASK}.instanceIds }}'`,
    '    Outputs:',
    '      commandOutputs:',
    '        AggregateType: Fn::ListJoin',
    '        AggregateField: commandOutput',
    '  Outputs:',
    '    commandOutput:',
    '      Type: String',
    '      ValueSelector: invocationOutput',
    'Outputs:',
    '  commandOutputs:',
    '    Type: List',
    `    Value: '{{ ${LOOP_TASK}.commandOutputs }}'`,
    '',
  ].join('\n');
}
