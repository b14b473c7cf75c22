/** A table that may be wider than its place: it scrolls by itself, also with the keyboard. */
export function TableScroll({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section className="table-scroll" aria-label={name} tabIndex={0}>
      {children}
    </section>
  );
}
