/** An adjective or noun of the definition in one of five tones; it opens nothing. */
export function StateTag({ name, tone }: { name: string; tone: string }) {
  return <span className={`state state-${tone}`}>{name}</span>;
}
