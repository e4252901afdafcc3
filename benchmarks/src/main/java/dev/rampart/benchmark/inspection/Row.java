package dev.rampart.benchmark.inspection;

/**
 * One labelled value.
 *
 * @param attack the class of attack, or {@code -} for honest text
 * @param group rows that share it are near-duplicates
 * @param transform how an evasion was made, or {@code -}
 */
record Row(
    String id,
    String source,
    String attack,
    boolean strict,
    String group,
    String transform,
    String payload) {

  /** Returns the same row, rewritten. */
  Row with(String newTransform, String newPayload) {
    return new Row(id, source, attack, strict, group, newTransform, newPayload);
  }

  boolean isAttack() {
    return !attack.equals("-");
  }
}
