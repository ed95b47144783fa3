// The shapes of the map, as a file that the page of markets loads when the map comes into view.

import { marketShapes } from '../playground/markets/shapes.js';

export const GET = () => Response.json(marketShapes());
