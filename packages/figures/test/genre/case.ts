/**
 * An invented sentence of the genre and every figure in it, in text order:
 * `text value unit approx role [polarity basis] indicator`; `-` is null, `3~5` a range, ␣ a space in the text.
 */
export type GenreCase = readonly [sentence: string, ...figures: string[]];
