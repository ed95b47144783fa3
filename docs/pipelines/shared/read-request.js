/** The request in a message: a text that is no JSON stays text, and is answered as no object. */
export function readRequest(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
