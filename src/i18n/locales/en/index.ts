import batches from './batches.json';
import calendar from './calendar.json';
import commands from './commands.json';
import connect from './connect.json';
import domain from './domain.json';
import errors from './errors.json';
import events from './events.json';
import frame from './frame.json';
import health from './health.json';
import instances from './instances.json';
import invocations from './invocations.json';
import monitoring from './monitoring.json';
import overview from './overview.json';
import run from './run.json';
import schedules from './schedules.json';
import settings from './settings.json';
import ui from './ui.json';

export const resources = {
  batches,
  calendar,
  commands,
  connect,
  domain,
  errors,
  events,
  frame,
  health,
  instances,
  invocations,
  monitoring,
  overview,
  run,
  schedules,
  settings,
  ui,
};
