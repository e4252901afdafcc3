package dev.rampart.benchmark.inspection.accuracy;

import dev.rampart.benchmark.inspection.corpus.LabelledRow;

/**
 * A row and what was said of it.
 *
 * @param attack the class that was named, or {@code -}
 */
record JudgedRow(LabelledRow row, boolean refused, String attack, double score) {}
