/** The refusal of a group of choices. No one of its inputs is wrong, so the focus goes to the sentence. */
export function GroupError({ sentence }: { sentence: string }) {
  return (
    <span tabIndex={-1} data-failure>
      {sentence}
    </span>
  );
}
