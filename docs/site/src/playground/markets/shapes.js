// The shapes of the map of markets, made when the site is built: Natural Earth's countries, projected and simplified.

import { geoArea, geoCentroid, geoDistance, geoEqualEarth, geoPath } from 'd3-geo';
import countries from 'i18n-iso-countries';
import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import world from 'world-atlas/countries-50m.json' with { type: 'json' };

export const WIDTH = 1000;
/** A triangle of a coast below this size, in square degrees, is left out. */
const LEAST_DETAIL = 0.03;
/** A market that is smaller on the map, in square units, gets a dot. */
const LEAST_AREA = 14;
/** As far as this from its point, in radians, land belongs to a market that Natural Earth draws as a part of another. */
const REACH = 0.1;

/** Markets that are parts of others on the map, missing there or no more than a line: longitude and latitude. */
const POINTS = {
  BQ: [-68.3, 12.2],
  BV: [3.4, -54.4],
  CC: [96.8, -12.2],
  CX: [105.6, -10.5],
  GF: [-53.1, 4.0],
  GI: [-5.35, 36.14],
  GP: [-61.5, 16.2],
  MQ: [-61.0, 14.65],
  RE: [55.5, -21.1],
  SJ: [18.0, 78.5],
  SX: [-63.06, 18.02],
  TK: [-171.8, -9.2],
  TV: [179.2, -8.5],
  UM: [166.6, 19.3],
  YT: [45.15, -12.83],
};
/** Those whose land Natural Earth draws as a part of this country. */
const DRAWN_IN = { BQ: 'NL', GF: 'FR', GP: 'FR', MQ: 'FR', RE: 'FR', SJ: 'NO', YT: 'FR' };

const codeOf = ({ id, properties }) =>
  properties.name === 'Kosovo' ? 'XK' : countries.numericToAlpha2(id ?? '');

/** The codes of all markets: ISO 3166-1, and XK. */
export const marketCodes = Object.keys(countries.getAlpha2Codes()).sort();

const polygonsOf = ({ geometry: { type, coordinates } }) =>
  type === 'Polygon' ? [coordinates] : coordinates;

/** The polygons of every market, and those of land that is no market of its own. */
function landByMarket() {
  const simple = simplify(presimplify(world), LEAST_DETAIL);
  const land = new Map(marketCodes.map((code) => [code, []]));
  const rest = [];
  for (const country of feature(simple, simple.objects.countries).features) {
    const code = codeOf(country);
    for (const polygon of polygonsOf(country)) {
      const place = geoCentroid({ type: 'Polygon', coordinates: polygon });
      const part = Object.keys(DRAWN_IN).find(
        (one) => DRAWN_IN[one] === code && geoDistance(POINTS[one], place) < REACH,
      );
      (land.get(part ?? code) ?? rest).push(polygon);
    }
  }
  return { land, rest };
}

/** Every market: its path, the point from which the arrow keys look, and whether it needs a dot. */
export function marketShapes() {
  const { land, rest } = landByMarket();
  const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, { type: 'Sphere' });
  const pathOf = geoPath(projection).digits(1);
  const shapeOf = (coordinates) => ({ type: 'MultiPolygon', coordinates });
  const [, [, height]] = pathOf.bounds({ type: 'Sphere' });
  const markets = [...land].map(([code, polygons]) => {
    const largest = polygons
      .map((polygon) => ({ type: 'Polygon', coordinates: polygon }))
      .sort((a, b) => geoArea(b) - geoArea(a))[0];
    const point = POINTS[code] ?? (largest && geoCentroid(largest));
    if (point === undefined) throw new Error(`The map has no place for ${code}.`);
    const [x, y] = projection(point).map((part) => Math.round(part * 100) / 100);
    const isSmall = polygons.length === 0 || pathOf.area(shapeOf(polygons)) < LEAST_AREA;
    return { code, x, y, isSmall, path: polygons.length === 0 ? '' : pathOf(shapeOf(polygons)) };
  });
  return {
    ...{ width: WIDTH, height: Math.ceil(height) },
    ...{ sphere: pathOf({ type: 'Sphere' }), rest: pathOf(shapeOf(rest)) },
    markets,
  };
}
