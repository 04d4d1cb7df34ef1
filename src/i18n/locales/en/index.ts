import alarmRules from './alarmRules.json';
import alarms from './alarms.json';
import batches from './batches.json';
import calendar from './calendar.json';
import commands from './commands.json';
import connect from './connect.json';
import createInstances from './createInstances.json';
import domain from './domain.json';
import engine from './engine.json';
import errors from './errors.json';
import eventRules from './eventRules.json';
import events from './events.json';
import explorer from './explorer.json';
import frame from './frame.json';
import health from './health.json';
import help from './help.json';
import instances from './instances.json';
import invocations from './invocations.json';
import monitoring from './monitoring.json';
import notifications from './notifications.json';
import overview from './overview.json';
import run from './run.json';
import schedules from './schedules.json';
import settings from './settings.json';
import ui from './ui.json';

export const resources = {
  alarmRules,
  alarms,
  batches,
  calendar,
  commands,
  connect,
  createInstances,
  domain,
  engine,
  errors,
  eventRules,
  events,
  explorer,
  frame,
  health,
  help,
  instances,
  invocations,
  monitoring,
  notifications,
  overview,
  run,
  schedules,
  settings,
  ui,
};
