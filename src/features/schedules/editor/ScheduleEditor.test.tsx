import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Profile } from '@/domain/limits';
import { readTimeZone } from '@/domain/time-zone';
import type { RestartWindow } from '../week-marks';
import { PRESETS } from './presets';
import { ScheduleEditor } from './ScheduleEditor';

configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 60_000 });

const NOW = Date.UTC(2026, 10, 23, 6, 32, 10);

interface Setup {
  zone?: string;
  now?: number;
  windows?: RestartWindow[];
  profile?: Profile;
}

function renderEditor(initial: string, { zone = 'Asia/Shanghai', now = NOW, windows, profile }: Setup = {}) {
  function Holder() {
    const [value, setValue] = useState(initial);
    return (
      <ScheduleEditor
        value={value}
        onChange={setValue}
        now={now}
        zone={readTimeZone(zone)!}
        windows={windows}
        profile={profile}
      />
    );
  }
  render(<Holder />);
  return userEvent.setup();
}

const cronField = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Cron expression' });
const box = (name: RegExp) =>
  within(screen.getByRole('group', { name: 'Fields of the expression' })).getByRole('button', { name });
const fires = () =>
  within(screen.getByRole('table', { name: 'Next fires' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    );

async function write(user: ReturnType<typeof userEvent.setup>, text: string) {
  await user.clear(cronField());
  if (text) await user.paste(text);
}

async function choose(user: ReturnType<typeof userEvent.setup>, field: string, option: RegExp | string) {
  await user.click(screen.getByRole('combobox', { name: field }));
  await user.click(await screen.findByRole('option', { name: option }));
}

describe('presets', () => {
  it('D2: offers every sample of the manual with its meaning', async () => {
    const user = renderEditor('');
    await user.click(screen.getByRole('combobox', { name: 'Preset' }));
    const options = (await screen.findAllByRole('option')).map((option) => option.textContent ?? '');
    expect(options).toHaveLength(21);
    for (const [index, { expression }] of PRESETS.entries()) {
      expect(options[index]).toMatch(/^\S.{8,} · /);
      expect(options[index]?.endsWith(` · ${expression}`)).toBe(true);
    }
  });

  it('D2: writes the chosen sample into the text and tells it', async () => {
    const user = renderEditor('');
    await choose(user, 'Preset', /On the third Friday/);
    expect(cronField()).toHaveValue('0 15 10 ? * 6#3');
    expect(screen.getByText('At 10:15 UTC, on the third Friday of every month.')).toBeVisible();
  });
});

describe('meaning', () => {
  it('D3: tells an expression in UTC and by the local clock', () => {
    renderEditor('0 0 18 ? * MON-FRI');
    expect(screen.getByText('At 18:00 UTC, Monday to Friday.')).toBeVisible();
    expect(screen.getByText('In UTC+8 that is at 02:00, Tuesday to Saturday.')).toBeVisible();
  });

  it('D3: lists five fires in UTC, local time and from now, and five more when asked', async () => {
    const user = renderEditor('0 0 18 ? * MON-FRI');
    expect(fires()).toHaveLength(5);
    expect(fires()[0]).toEqual(['Mon Nov 23 18:00', 'Tue Nov 24 02:00', 'in 11 h 27 min']);
    await user.click(screen.getByRole('button', { name: '5 more fire times' }));
    expect(fires()).toHaveLength(10);
    expect(fires()[9]?.[0]).toBe('Fri Dec 4 18:00');
    await user.click(screen.getByRole('button', { name: 'Fewer fire times' }));
    expect(fires()).toHaveLength(5);
  });

  it('D3: says when fires come to an end', () => {
    renderEditor('0 0 0 29 2 ? 2028-2032');
    expect(fires().map(([utc]) => utc)).toEqual(['Feb 29 2028 00:00', 'Feb 29 2032 00:00']);
    expect(screen.getByText('No more fires after these.')).toBeVisible();
  });

  it('D3: draws the week and says it in words', () => {
    const windows = [{ from: NOW, to: NOW + 3_600_000, label: 'web-prod-07' }];
    renderEditor('0 0 18 ? * MON-FRI', { windows });
    expect(screen.getByRole('img')).toHaveAccessibleName(
      '5 fires in the seven days from Mon Nov 23: At 18:00 UTC, Monday to Friday. Restart windows: web-prod-07 Mon Nov 23 14:32:10–15:32:10',
    );
  });

  it('D3: notes that the local clock is set between fires', () => {
    renderEditor('0 0 2 * * ?', { zone: 'Europe/Berlin', now: Date.UTC(2026, 9, 20) });
    expect(
      screen.getByText(
        /Europe\/Berlin: the clock goes back on Sun Oct 25\. Fires keep their UTC time, so local times move by 1 h\./,
      ),
    ).toBeVisible();
  });

  it('D8: says that cron is UTC and that the clock of the instance counts', () => {
    renderEditor('0 0 2 * * ?');
    expect(screen.getByText(/Cron is UTC\. What counts is the instance’s own clock/)).toBeVisible();
    expect(screen.getByRole('columnheader', { name: 'Next in UTC' })).toBeVisible();
    expect(screen.getByRole('columnheader', { name: 'Local, UTC+8' })).toBeVisible();
  });
});

describe('errors', () => {
  it('D4: names every wrong field and the reason while typing, and marks the fields', async () => {
    const user = renderEditor('');
    await write(user, '0 61 9,25 ? * MON-6');
    expect(cronField()).toBeInvalid();
    expect(cronField()).toHaveAccessibleDescription(
      /Minute: 61 is outside 0 to 59\..*Hour: 25 is outside 0 to 23\..*Weekday: “MON-6” mixes a name and a number/,
    );
    expect(box(/^Minute: 61/)).toHaveAttribute('data-invalid');
    expect(box(/^Second: 0/)).not.toHaveAttribute('data-invalid');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it.each([
    ['', /Expression: write 6 or 7 fields/],
    ['15 10 * * ?', /Expression: 5 of 6 or 7 fields/],
    ['0 0 0 1 * MON', /Weekday: day and weekday are both given\. Put \? in one of them\./],
    ['0 0 0 ? * FRY', /Weekday: “FRY” is no name of this field\. The names are SUN to SAT\./],
    ['0 0 0 ? * ９', /Weekday: “９” has full-width characters/],
    ['0 0 0 L,3 * ?', /Day: L does not go with lists or ranges\./],
    ['0 0/60 * * * ?', /Minute: the increment 60 is not between 1 and 59\./],
    ['0 0 0 1 1 ? 2100', /Year: 2100 is outside 1970 to 2099\./],
  ])('D4: %j: %s', (expression, sentence) => {
    renderEditor(expression);
    expect(cronField()).toHaveAccessibleDescription(sentence);
  });

  it('D5: refuses fires under 10 s apart, and shows where it first happens', () => {
    renderEditor('0,58 0,59 0,23 1,31 * ?');
    expect(cronField()).toHaveAccessibleDescription(
      /Fires less than 10 s apart: at Thu Dec 31 23:59:58 and again at 00:00 UTC\. The shortest interval is 10 s\./,
    );
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it.each([
    ['0 0 0 31 2 ?', /Never fires: there is no such date\./],
    ['0 15 10 * * ? 2005', /Never fires again: its last year is 2005\./],
  ])('D5: refuses %s: %s', (expression, sentence) => {
    renderEditor(expression);
    expect(cronField()).toHaveAccessibleDescription(sentence);
  });
});

describe('form', () => {
  it('D6: follows the text', async () => {
    const user = renderEditor('0 30 4 ? * TUE,THU');
    expect(screen.getByRole('combobox', { name: 'Repeat' })).toHaveTextContent('Weekly');
    expect(screen.getByRole('textbox', { name: 'Time, UTC' })).toHaveValue('04:30');
    expect(screen.getByRole('button', { name: 'Tuesday', pressed: true })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Monday', pressed: false })).toBeVisible();
    await write(user, '0 0/20 * * * ?');
    expect(screen.getByRole('spinbutton', { name: 'Every N minutes' })).toHaveValue(20);
    await write(user, '0 0 9 15W * ?');
    expect(screen.getByRole('combobox', { name: 'Repeat' })).toHaveTextContent('As written above');
  });

  it('D6: writes days of the week and the time', async () => {
    const user = renderEditor('0 0 2 * * ?');
    await choose(user, 'Repeat', 'Weekly');
    expect(cronField()).toHaveValue('0 0 2 ? * MON');
    await user.click(screen.getByRole('button', { name: 'Friday' }));
    expect(cronField()).toHaveValue('0 0 2 ? * MON,FRI');
    await user.clear(screen.getByRole('textbox', { name: 'Time, UTC' }));
    await user.type(screen.getByRole('textbox', { name: 'Time, UTC' }), '23:45');
    expect(cronField()).toHaveValue('0 45 23 ? * MON,FRI');
  });

  it('D6: writes the last day and the nth weekday of a month', async () => {
    const user = renderEditor('0 45 23 * * ?');
    await choose(user, 'Repeat', 'Monthly, last day');
    expect(cronField()).toHaveValue('0 45 23 L * ?');
    await choose(user, 'Repeat', 'Monthly, nth weekday');
    await choose(user, 'Which', 'last');
    await choose(user, 'Weekday', 'Friday');
    expect(cronField()).toHaveValue('0 45 23 ? * 6L');
  });

  it('D6: writes a day of the month', async () => {
    const user = renderEditor('0 45 23 * * ?');
    await choose(user, 'Repeat', 'Monthly, on a day');
    await user.clear(screen.getByRole('spinbutton', { name: 'Day' }));
    await user.type(screen.getByRole('spinbutton', { name: 'Day' }), '31');
    expect(cronField()).toHaveValue('0 45 23 31 * ?');
    expect(screen.getByText('Months without day 31 are left out.')).toBeVisible();
  });

  it('D6: every few minutes and hours', async () => {
    const user = renderEditor('');
    await choose(user, 'Repeat', 'Every few minutes');
    expect(cronField()).toHaveValue('0 0/10 * * * ?');
    await user.clear(screen.getByRole('spinbutton', { name: 'Every N minutes' }));
    await user.type(screen.getByRole('spinbutton', { name: 'Every N minutes' }), '7');
    expect(cronField()).toHaveValue('0 0/7 * * * ?');
    expect(screen.getByText(/the count starts again at minute 0/)).toBeVisible();
    await choose(user, 'Repeat', 'Every few hours');
    expect(cronField()).toHaveValue('0 0 * * * ?');
  });

  it('D6: keeps a day of the week on, and a time in the making without changing the text', async () => {
    const user = renderEditor('0 0 2 ? * MON');
    await user.click(screen.getByRole('button', { name: 'Monday' }));
    expect(cronField()).toHaveValue('0 0 2 ? * MON');
    const time = screen.getByRole('textbox', { name: 'Time, UTC' });
    await user.clear(time);
    await user.type(time, '25:00');
    expect(time).toBeInvalid();
    expect(cronField()).toHaveValue('0 0 2 ? * MON');
    await user.tab();
    expect(time).toHaveValue('02:00');
  });

  it('D6: a field’s box selects its text', async () => {
    const user = renderEditor('0 15 10 ? * MON');
    await user.click(box(/^Hour: 10/));
    expect(cronField()).toHaveFocus();
    await user.keyboard('18');
    expect(cronField()).toHaveValue('0 15 18 ? * MON');
  });
});

describe('today’s forms of a frequency', () => {
  const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Frequency' });

  it('D1: are refused where the manual’s vocabulary is in force', () => {
    renderEditor('rate(5m)');
    expect(cronField()).toHaveAccessibleDescription(/“rate\(5m\)” is not a number/);
    expect(screen.queryByRole('table', { name: 'Next fires' })).not.toBeInTheDocument();
  });

  it('D3: a rate is told in words, with its next fires, and has no fields of cron', () => {
    renderEditor('rate(5m)', { profile: 'today' });
    expect(screen.getByText(/every 5 minutes/i)).toBeVisible();
    expect(fires()[0]?.[2]).toBe('in 5 min');
    expect(screen.queryByRole('group', { name: 'Fields of the expression' })).not.toBeInTheDocument();
  });

  it('D3: a zone after cron moves the fires', () => {
    renderEditor('0 0 18 * * ? Asia/Shanghai', { profile: 'today' });
    expect(fires()[0]?.[0]).toContain('10:00');
    expect(fires()[0]?.[1]).toContain('18:00');
  });

  it.each([
    ['rate(5)', /written as rate\(5m\)/],
    ['rate(5s)', /60 seconds to 7 days/],
    ['at(soon)', /written as at\(/],
    ['at(2026-02-31 08:00:00 UTC)', /no such date/],
    ['at(2026-12-01 08:00:00 Mars)', /time zone is not known/],
    ['at(2026-11-01 08:00:00 UTC)', /its time is over/],
    ['0 0 25 * * ? Asia/Shanghai', /./],
  ])('D4: %s says what is wrong', (text, sentence) => {
    renderEditor(text, { profile: 'today' });
    expect(field()).toBeInvalid();
    expect(field()).toHaveAccessibleDescription(sentence);
  });
});
