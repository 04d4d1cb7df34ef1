/** Where, with, before it runs: the three columns of the sheet and of its skeleton. */
export const COLUMNS =
  'grid min-h-0 flex-1 grid-cols-[minmax(0,1.32fr)_minmax(0,1fr)_244px] min-[1400px]:grid-cols-[minmax(0,1.36fr)_minmax(0,1fr)_272px]';
