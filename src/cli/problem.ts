/** Something that the user can mend, told in one sentence. */
export class Problem extends Error {}
