/** Which of a person's organs a new matter is for; said, not asked, where there is only one. */
export function OrganPicker({
  organs,
  value,
  onChange,
}: {
  organs: readonly (readonly [id: string, name: string])[];
  value: string;
  onChange: (organ: string) => void;
}) {
  if (organs.length <= 1) return <span className="meta">{organs[0]?.[1]}</span>;
  return (
    <label>
      办理机关{' '}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {organs.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
