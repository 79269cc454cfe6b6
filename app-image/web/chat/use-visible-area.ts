import { useEffect, type RefObject } from 'react';

/**
 * Fits a dialog into the part of the page that an on-screen keyboard leaves free: Safari on a phone puts
 * the keyboard over the page and does not make the page smaller
 * (https://developer.mozilla.org/en-US/docs/Web/API/VisualViewport). The style sheet reads
 * `--visible-top` and `--visible-height`, in pixels.
 */
export function useVisibleArea(dialog: RefObject<HTMLElement | null>, open: boolean): void {
  useEffect(() => {
    const { visualViewport: area } = window;
    const style = dialog.current?.style;
    if (!open || !area || !style) return;
    const fit = () => {
      // Zooming with two fingers also makes the visible area smaller; then the page must not change.
      if (area.scale > 1.01) return;
      style.setProperty('--visible-top', `${area.offsetTop}px`);
      style.setProperty('--visible-height', `${area.height}px`);
    };
    fit();
    area.addEventListener('resize', fit);
    area.addEventListener('scroll', fit);
    return () => {
      area.removeEventListener('resize', fit);
      area.removeEventListener('scroll', fit);
      style.removeProperty('--visible-top');
      style.removeProperty('--visible-height');
    };
  }, [dialog, open]);
}
