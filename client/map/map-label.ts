import type { LngLat } from '#data/schema/geometry.ts';
import type { ScreenPoint } from './picking.ts';

/** Words beside a place on the map, on a plate of their own. */
export type MapLabel = {
  readonly at: LngLat;
  readonly title: string;
  readonly note?: string;
};

type LabelOptions = {
  readonly className: string;
  /** Where its top left corner comes, from the place on screen. */
  readonly stand: (element: HTMLElement, place: ScreenPoint) => ScreenPoint;
};

/** Put a hidden plate for words into the map's container. */
export function createLabel(container: HTMLElement, { className, stand }: LabelOptions) {
  const element = document.createElement('p');
  element.className = className;
  element.hidden = true;
  const [title, note] = [document.createElement('b'), document.createElement('span')];
  element.append(title, note);
  container.append(element);
  return {
    place(label: MapLabel | undefined, project: (at: LngLat) => ScreenPoint): void {
      element.hidden = label === undefined;
      if (label === undefined) return;
      title.textContent = label.title;
      note.textContent = label.note ?? '';
      const { x, y } = stand(element, project(label.at));
      element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    },
  };
}
