import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useRegionName } from '@/i18n/region-name';
import { useFrameRegion } from './last-region';

const loadPopup = () => import('./RegionPopup');
const RegionPopup = lazy(loadPopup);

/** The region in the top bar; opens the list of regions. */
export function RegionSwitcher() {
  const { t } = useTranslation('frame');
  const nameOf = useRegionName();
  const region = useFrameRegion();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const name = nameOf(region);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="frame-button -ml-2 px-2 font-medium text-text"
        aria-label={t('region.switch', { name: `${name} ${region}` })}
        aria-haspopup="dialog"
        aria-expanded={open}
        data-popup-open={open ? '' : undefined}
        onPointerEnter={() => void loadPopup()}
        onClick={() => setOpen(!open)}
      >
        {name}
        {name === region ? null : <span className="code text-text-muted">{region}</span>}
        <ChevronDown className="size-3.5" aria-hidden />
      </button>
      <Suspense>
        {open ? <RegionPopup anchor={button} current={region} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  );
}
