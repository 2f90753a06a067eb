/** The mark of the house: a ship's wheel. */

const spokes = [0, 45, 90, 135, 180, 225, 270, 315];

export function Wheel({ size }: { size: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="-32 -32 64 64"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <circle r="17.5" strokeWidth="5" />
      <circle r="5.5" fill="currentColor" stroke="none" />
      {spokes.map((angle) => (
        <path
          key={angle}
          d="M0 -6V-28"
          strokeWidth="4"
          strokeLinecap="round"
          transform={`rotate(${angle})`}
        />
      ))}
    </svg>
  );
}
