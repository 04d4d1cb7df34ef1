import { PUBLIC_TEMPLATE } from '@/domain/oos-template';
import { noTemplate } from '../oos/order';
import { findExecution } from './oos-executions';
import {
  PUBLIC_TEMPLATE_ID,
  PUBLIC_TEMPLATE_TIMES,
  PUBLIC_TEMPLATE_VERSION,
  publicTemplateText,
} from '../oos/public-template';
import { ACCOUNT } from '../oos/execution-rows';
import { pageByToken } from '../oos/paging';
import { invalid, missing } from '../oos/refusal';
import type { Action, ParamReader } from './action';

const TEMPLATE = {
  TemplateId: PUBLIC_TEMPLATE_ID,
  TemplateName: PUBLIC_TEMPLATE,
  TemplateVersion: PUBLIC_TEMPLATE_VERSION,
  VersionName: '',
  TemplateFormat: 'YAML',
  TemplateType: 'Automation',
  ShareType: 'Public',
  CreatedBy: 'ACS',
  CreatedDate: PUBLIC_TEMPLATE_TIMES.created,
  UpdatedBy: 'ACS',
  UpdatedDate: PUBLIC_TEMPLATE_TIMES.updated,
  Description: JSON.stringify({ en: 'Bulky run command on ECS instances', 'name-en': 'Run Command' }),
  HasTrigger: false,
  Tags: {},
};

/** ListTemplates (contract OOS 7): the one public template there is. */
export const listTemplates: Action = ({ params }) => {
  const is = (name: string, value: string) => [undefined, value].includes(params.text(name));
  const fits =
    TEMPLATE.TemplateName.includes(params.text('TemplateName') ?? '') &&
    is('ShareType', TEMPLATE.ShareType) &&
    is('CreatedBy', TEMPLATE.CreatedBy) &&
    is('TemplateFormat', TEMPLATE.TemplateFormat) &&
    is('TemplateType', TEMPLATE.TemplateType) &&
    params.boolean('HasTrigger') !== true &&
    params.boolean('IsFavorite') !== true;
  const listed = {
    ...TEMPLATE,
    Category: 'Other',
    Popularity: 10,
    TotalExecutionCount: -1,
    IsFavorite: false,
  };
  const { items, fields } = pageByToken(fits ? [listed] : [], params, {
    lowest: 10,
    idOf: ({ TemplateId }) => TemplateId,
  });
  return { Templates: items, ...fields };
};

/** GetTemplate (contract OOS 7). */
export const getTemplate: Action = ({ params }) => {
  if (params.text('TemplateName') === undefined) throw missing('TemplateName');
  refuseOtherTemplate(params);
  return { Content: publicTemplateText(), Template: TEMPLATE };
};

function refuseOtherTemplate(params: ParamReader): void {
  const version = params.text('TemplateVersion') ?? PUBLIC_TEMPLATE_VERSION;
  if (params.text('TemplateName') !== PUBLIC_TEMPLATE || version !== PUBLIC_TEMPLATE_VERSION)
    throw noTemplate();
}

/** GetExecutionTemplate (contract OOS 7): the template as that execution used it. */
export const getExecutionTemplate: Action = (context) => {
  const { run } = findExecution(context);
  const { templateContent, templateName } = run.request;
  const { HasTrigger: _, VersionName: __, TemplateType: ___, ...shown } = TEMPLATE;
  if (templateContent === undefined) return { Content: publicTemplateText(), Template: shown };
  return {
    Content: templateContent,
    Template: {
      TemplateId: `t-${run.executionId.slice(-10)}`,
      TemplateName: templateName ?? '',
      TemplateVersion: 'v1',
      TemplateFormat: 'JSON',
      ShareType: 'Private',
      CreatedBy: `root(${ACCOUNT})`,
    },
  };
};

const ECS_ACTIONS = ['DescribeInstances', 'DescribeInvocations', 'DescribeInvocationResults'];

/** GenerateExecutionPolicy (contract OOS 7): the rights a run needs. The demo's key has them all. */
export const generateExecutionPolicy: Action = ({ params }) => {
  const content = params.text('TemplateContent');
  if (params.text('TemplateName') !== undefined) refuseOtherTemplate(params);
  else if (content === undefined) throw missing('TemplateName');
  if (content !== undefined && params.text('TemplateName') !== undefined) throw invalid('TemplateContent');
  const call = content?.includes('ACS::ECS::InvokeCommand') ? 'InvokeCommand' : 'RunCommand';
  const Action = [call, ...ECS_ACTIONS].map((name) => `ecs:${name}`);
  const Policy = { Version: '1', Statement: [{ Action, Resource: '*', Effect: 'Allow' }] };
  return { Policy: JSON.stringify(Policy), MissingPolicy: '[]' };
};
