import {
  type Directions,
  directionsOf,
  type Place,
  type PortalTask,
} from '../../places/directions.ts';
import type { Templates } from '../words/templates.ts';

/** Formats a place: `Partner Center > Customers > (customer): select “Add products”`. */
function placeText({ portal, page, tab, button }: Place, words: Templates): string {
  const labels = words.portalLabels;
  const path = [words.portals[portal], ...page.map((label) => labels[label])].join(' > ');
  const there = tab === null ? path : words.tab({ path, tab: labels[tab] });
  return button === null ? there : words.button({ path: there, button: labels[button] });
}

/** Formats the way to a task, without its source. */
export function placesText({ places }: Directions, words: Templates): string {
  return places.map((place) => placeText(place, words)).join(words.placesJoined);
}

/** A way to a task, and its source. */
interface WhereLine {
  readonly text: string;
  readonly detail: string;
}

/** Returns the way to a task with its source as a line; none if nothing is clicked. */
export function whereLines(task: PortalTask, words: Templates): WhereLine[] {
  const directions = directionsOf[task];
  if (directions === null) return [];
  const { document, revision, section } = directions;
  const detail = words.source({ document: words.documents[document], revision, section });
  return [{ text: placesText(directions, words), detail }];
}

/** Returns the way to a next step in one line; `undefined` if nothing is clicked. */
export function whereText(task: PortalTask, words: Templates): string | undefined {
  const directions = directionsOf[task];
  if (directions === null) return undefined;
  const { document, revision } = directions;
  return words.where({
    places: placesText(directions, words),
    document: words.documents[document],
    revision,
  });
}
