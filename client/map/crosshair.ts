import type { ScreenPoint } from './picking.ts';

/** Sight lines drawn at the middle of the free part while the map is steered by keys. */
export type Crosshair = {
  show(on: boolean): void;
  isShown(): boolean;
  moveTo(at: ScreenPoint): void;
};

/** Put a hidden crosshair into the map's container. Source: the high-contrast picture of the design. */
export function createCrosshair(container: HTMLElement): Crosshair {
  const element = document.createElement('div');
  element.className = 'map-crosshair';
  element.hidden = true;
  element.innerHTML = CROSSHAIR;
  container.append(element);
  return {
    show: (on) => {
      element.hidden = !on;
    },
    isShown: () => !element.hidden,
    moveTo: ({ x, y }) => {
      element.style.transform = `translate(${x}px, ${y}px)`;
    },
  };
}

const ARMS = 'M40 4v22M40 54v22M4 40h22M54 40h22';
const RING = 'M40 18a22 22 0 1 1 0 44 22 22 0 0 1 0-44z';
const CROSSHAIR = `<svg width="80" height="80" viewBox="0 0 80 80" aria-hidden="true" focusable="false">
  <g fill="none" stroke-linecap="round"><path class="edge" d="${ARMS}${RING}"/><path class="core" d="${ARMS}${RING}"/></g></svg>`;
