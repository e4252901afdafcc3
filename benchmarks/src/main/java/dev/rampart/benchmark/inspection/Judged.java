package dev.rampart.benchmark.inspection;

/**
 * A row and what was said of it.
 *
 * @param attack the class that was named, or {@code -}
 */
record Judged(Row row, boolean refused, String attack, double score) {}
