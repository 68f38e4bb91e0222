import { useEffect } from 'react';
import { useLocation } from '../common/router.tsx';

/** Brings the part of the page that the address names into sight, once it is drawn: `/items#windows`. */
export function useHashScroll(drawn: 'drawn' | 'waiting'): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (drawn === 'drawn' && hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash, drawn]);
}
