import { type LoopAction, LOOP_TASK, SELECT_TASK, TEMPLATE_FORMAT } from '@/domain/oos-template';
import { Fault } from '../fault';
import { missing, invalid } from './refusal';
import { isObject, type Values } from './values';

const ACTIONS: readonly LoopAction[] = ['ACS::ECS::InvokeCommand', 'ACS::ECS::RunCommand'];
const LARGEST = 64 * 1024;

/** A template of the one shape that is understood here (contract OOS 2.2), its parameters put in. */
export interface OwnLoop {
  action: LoopAction;
  /** Of the loop's action; `instanceId` is left out. */
  properties: Values;
  targets: unknown;
  rateControl: unknown;
  role: unknown;
}

/**
 * Reads a template and puts the parameters in.
 * @throws Fault InvalidTemplate for any other shape; MissingParameter and InvalidParameter about the parameters
 */
export function readOwnTemplate(content: string, given: Values): OwnLoop {
  const template = parse(content);
  const values = valuesOf(template['Parameters'], given);
  const filledIn = (value: unknown): unknown => fillIn(value, values);
  const tasks = template['Tasks'];
  if (!Array.isArray(tasks) || tasks.length !== 2) throw unusable('two tasks are expected');
  const [select, loop] = tasks as unknown[];
  if (!isObject(select) || select['Name'] !== SELECT_TASK || select['Action'] !== 'ACS::SelectTargets')
    throw unusable(`the first task is not ${SELECT_TASK}`);
  const selection = isObject(select['Properties']) ? select['Properties'] : {};
  const filters = selection['Filters'];
  if (
    selection['ResourceType'] !== 'ALIYUN::ECS::Instance' ||
    !Array.isArray(filters) ||
    filters.length !== 1
  )
    throw unusable(`${SELECT_TASK} does not select instances by one filter`);
  const action = isObject(loop) && ACTIONS.find((one) => one === loop['Action']);
  if (!isObject(loop) || loop['Name'] !== LOOP_TASK || !action)
    throw unusable(`the second task is not ${LOOP_TASK}`);
  const { Loop: rule, Properties: properties } = loop;
  if (!isObject(rule) || rule['Items'] !== `{{ ${SELECT_TASK}.ids }}`)
    throw unusable(`${LOOP_TASK} does not go over the instances`);
  if (!isObject(properties) || properties['instanceId'] !== '{{ ACS::TaskLoopItem }}')
    throw unusable(`${LOOP_TASK} is not about the item of the loop`);
  const { instanceId: _, ...rest } = properties;
  return {
    action,
    properties: Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, filledIn(value)])),
    targets: filledIn(filters[0]),
    rateControl: filledIn(rule['RateControl']),
    role: filledIn(template['RamRole'] ?? ''),
  };
}

function parse(content: string): Values {
  if (content.length > LARGEST) throw unusable('it is larger than 64 KB');
  let template: unknown;
  try {
    template = JSON.parse(content);
  } catch {
    throw unusable('it is not JSON');
  }
  if (!isObject(template) || template['FormatVersion'] !== TEMPLATE_FORMAT)
    throw unusable(`its FormatVersion is not ${TEMPLATE_FORMAT}`);
  return template;
}

function valuesOf(declared: unknown, given: Values): Values {
  if (!isObject(declared)) throw unusable('it declares no parameters');
  const other = Object.keys(given).find((name) => !Object.hasOwn(declared, name));
  if (other !== undefined) throw invalid(other, 'the template has no such parameter');
  return Object.fromEntries(
    Object.entries(declared).map(([name, rule]) => {
      if (Object.hasOwn(given, name)) return [name, given[name]];
      if (!isObject(rule) || !Object.hasOwn(rule, 'Default')) throw missing(name);
      return [name, rule['Default']];
    }),
  );
}

/** `{{ name }}` alone stands for the value itself; anything else is text. */
function fillIn(value: unknown, values: Values): unknown {
  const name = typeof value === 'string' ? /^\{\{\s*([\w-]+)\s*\}\}$/.exec(value)?.[1] : undefined;
  if (name === undefined) return value;
  if (!Object.hasOwn(values, name)) throw unusable(`${name} is not declared`);
  return values[name];
}

function unusable(why: string): Fault {
  return new Fault('InvalidTemplate', 400, `The template cannot be used: ${why}.`);
}
