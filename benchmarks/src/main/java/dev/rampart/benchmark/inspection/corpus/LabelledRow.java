package dev.rampart.benchmark.inspection.corpus;

/**
 * One labelled value.
 *
 * @param attack the class of attack, or {@code -} for honest text
 * @param group rows that share it are near-duplicates
 * @param transform how an evasion was made, or {@code -}
 */
public record LabelledRow(
    String id,
    String source,
    String attack,
    boolean strict,
    String group,
    String transform,
    String payload) {

  /** Returns the same row, rewritten. */
  LabelledRow with(String newTransform, String newPayload) {
    return new LabelledRow(id, source, attack, strict, group, newTransform, newPayload);
  }

  public boolean isAttack() {
    return !attack.equals("-");
  }
}
