/** @jsxImportSource preact */

/** A short sentence that breaks after its commas before anywhere else: 还有5个工作日 stays whole. */
export const Pieces = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/(?<=[，：；])/).map((piece) => (
      <span key={piece} class="piece">
        {piece}
      </span>
    ))}
  </>
);
