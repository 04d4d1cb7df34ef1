import { useEffect, useState } from 'react';
import { createOutputEngine, type OutputEngine } from './engine-link';

/** An engine for as long as the component is there. */
export function useEngine(): OutputEngine {
  const [engine] = useState(createOutputEngine);
  useEffect(() => () => engine.end(), [engine]);
  return engine;
}
