import {
  type Directions,
  directionsOf,
  type Place,
  type PortalTask,
} from '../../places/directions.ts';
import { pageOf } from '../../vocabulary/documents.ts';
import type { Templates } from '../words/templates.ts';

/** Formats a place: `Partner Center > Customers > (customer): select “Add products”`. */
function placeText({ portal, page, tab, button }: Place, words: Templates): string {
  const labels = words.portalLabels;
  const path = [words.portals[portal], ...page.map((label) => labels[label])].join(' > ');
  const there = tab === null ? path : words.tab({ path, tab: labels[tab] });
  return button === null ? there : words.button({ path: there, button: labels[button] });
}

/** Formats each way to a task, without the source. */
export function wayTexts({ ways }: Directions, words: Templates): string[] {
  return ways.map((way) => way.map((place) => placeText(place, words)).join(words.placesJoined));
}

interface WhereLine {
  readonly text: string;
  readonly detail?: string;
}

/** Returns each way to a task as a line, the last with the source; none if nothing is clicked. */
export function whereLines(task: PortalTask, words: Templates): WhereLine[] {
  const directions = directionsOf[task];
  if (directions === null) return [];
  const { document, revision, section } = directions;
  const detail = words.source({ document: words.pages[pageOf[document]], revision, section });
  const texts = wayTexts(directions, words);
  return texts.map((text, at) => (at < texts.length - 1 ? { text } : { text, detail }));
}

/** Returns the ways to a next step in one line; `undefined` if nothing is clicked. */
export function whereText(task: PortalTask, words: Templates): string | undefined {
  const directions = directionsOf[task];
  if (directions === null) return undefined;
  const { document, revision } = directions;
  return words.where({
    ways: wayTexts(directions, words).join(words.waysJoined),
    document: words.pages[pageOf[document]],
    revision,
  });
}
