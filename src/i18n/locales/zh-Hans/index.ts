import commands from './commands.json';
import domain from './domain.json';
import errors from './errors.json';
import frame from './frame.json';
import instances from './instances.json';
import invocations from './invocations.json';
import run from './run.json';
import schedules from './schedules.json';
import settings from './settings.json';
import ui from './ui.json';

export const resources = {
  commands,
  domain,
  errors,
  frame,
  instances,
  invocations,
  run,
  schedules,
  settings,
  ui,
};
