import { choice, type Field, flag, integer, json, text } from './field';
import { CLIENT_TOKEN, RESOURCE_GROUP } from './shared';
import type { Topic } from './topic';

const EXECUTION_STATES = ['Started', 'Queued', 'Running', 'Waiting', 'Success', 'Failed', 'Cancelled'];
const TASK_STATES = ['Pending', ...EXECUTION_STATES, 'Skipped'];
const MODES = ['Automatic', 'Debug', 'FailurePause'];
const SORT_ORDERS = ['Ascending', 'Descending'];
const EXECUTION = text('ExecutionId');
const TAGS = json('Tags', { note: 'jsonObject' });
const DATES: readonly Field[] = ['StartDateBefore', 'StartDateAfter', 'EndDateBefore', 'EndDateAfter'].map(
  (name) => text(name, { note: 'utcTime' }),
);
const SORT: readonly Field[] = [
  choice('SortField', ['StartDate', 'EndDate', 'Status'], { default: 'StartDate' }),
  choice('SortOrder', SORT_ORDERS, { default: 'Descending' }),
];
const results = (min: number): readonly Field[] => [
  integer('MaxResults', { min, max: 100, default: '50' }),
  text('NextToken'),
];
const TEMPLATE_CONTENT = text('TemplateContent', { multiline: true, maxLength: 65_536, note: 'oneTemplate' });

/** Runs of the orchestration service (OOS contract 7). */
export const EXECUTIONS: Topic = {
  id: 'executions',
  product: 'oos',
  actions: [
    {
      name: 'ListExecutions',
      optional: [
        EXECUTION,
        text('TemplateName'),
        choice('Status', EXECUTION_STATES),
        choice('Mode', MODES),
        text('ExecutedBy'),
        text('RamRole'),
        text('Description'),
        text('ParentExecutionId'),
        flag('IncludeChildExecution', { default: 'false' }),
        choice('Category', ['Other', 'TimerTrigger', 'EventTrigger', 'AlarmTrigger']),
        json('Categories', { note: 'jsonArray' }),
        text('ResourceTemplateName'),
        RESOURCE_GROUP,
        TAGS,
        ...DATES,
        ...SORT,
        ...results(10),
      ],
      today: [choice('Depth', ['RootDepth', 'FirstChildDepth']), text('ResourceId')],
    },
    {
      name: 'ListTaskExecutions',
      optional: [
        EXECUTION,
        text('TaskExecutionId'),
        text('TaskName'),
        text('TaskAction'),
        choice('Status', TASK_STATES),
        text('ParentTaskExecutionId'),
        flag('IncludeChildTaskExecution', { default: 'false' }),
        ...DATES,
        ...SORT,
        ...results(20),
      ],
    },
    {
      name: 'ListTaskExecutionInvocations',
      today: [text('TaskExecutionId'), choice('Status', TASK_STATES)],
    },
    {
      name: 'StartExecution',
      optional: [
        text('TemplateName', { maxLength: 200, note: 'oneTemplate' }),
        TEMPLATE_CONTENT,
        text('TemplateURL', { note: 'oneTemplate' }),
        text('TemplateVersion'),
        json('Parameters', { note: 'jsonObject' }),
        choice('Mode', MODES, { default: 'Automatic' }),
        choice('LoopMode', ['Automatic', 'FirstBatchPause', 'EveryBatchPause'], { default: 'Automatic' }),
        choice('SafetyCheck', ['Skip', 'ConfirmEveryHighRiskAction']),
        text('Description'),
        TAGS,
        RESOURCE_GROUP,
        text('ParentExecutionId'),
        CLIENT_TOKEN,
      ],
    },
    { name: 'CancelExecution', required: [EXECUTION] },
    {
      name: 'NotifyExecution',
      required: [
        EXECUTION,
        choice('NotifyType', [
          'Approve',
          'Reject',
          'RetryTask',
          'SkipTask',
          'ExecuteTask',
          'CancelTask',
          'CompleteExecution',
        ]),
      ],
      optional: [
        text('NotifyNote'),
        text('TaskExecutionId'),
        text('TaskName'),
        text('LoopItem'),
        json('Parameters', { note: 'jsonObject' }),
        choice('ExecutionStatus', ['Success', 'Failed', 'Cancelled']),
      ],
      today: [json('TaskExecutionIds', { note: 'jsonArray' })],
    },
  ],
};

/** Templates of the orchestration service (OOS contract 2, 7). */
export const TEMPLATES: Topic = {
  id: 'templates',
  product: 'oos',
  actions: [
    {
      name: 'ListTemplates',
      optional: [
        text('TemplateName'),
        choice('ShareType', ['Public', 'Private']),
        text('CreatedBy'),
        choice('TemplateFormat', ['JSON', 'YAML']),
        choice('TemplateType', ['Automation', 'State', 'Package']),
        text('Category'),
        flag('HasTrigger'),
        flag('IsFavorite'),
        TAGS,
        choice('SortField', [
          'TotalExecutionCount',
          'Popularity',
          'TemplateName',
          'CreatedDate',
          'UpdatedDate',
        ]),
        choice('SortOrder', SORT_ORDERS),
        ...results(10),
      ],
    },
    {
      name: 'GetTemplate',
      required: [text('TemplateName', { maxLength: 200 })],
      optional: [text('TemplateVersion')],
    },
    { name: 'GetExecutionTemplate', required: [EXECUTION] },
    {
      name: 'GenerateExecutionPolicy',
      optional: [
        text('TemplateName', { maxLength: 200, note: 'oneTemplate' }),
        TEMPLATE_CONTENT,
        text('TemplateVersion'),
        text('RamRole'),
      ],
    },
  ],
};
