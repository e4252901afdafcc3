package dev.rampart.local.tables.value;

import static dev.rampart.local.tables.value.Refusals.invalid;

/**
 * The work that may be done for one request. A short expression can ask for a lot: for 150 searches
 * of an item of 400 KB, or for a list that is appended to itself again and again.
 *
 * <p>Work is counted in units that take about as long as comparing one byte. Not for several
 * threads at once.
 */
public final class WorkBudget {
  /** The units of visiting one value or one step of a path, whatever its size. */
  public static final int VALUE = 16;

  /** The units of writing one value of an item into an answer. */
  public static final int WRITTEN_VALUE = 32;

  /** The units of putting one value into its place among sorted ones. */
  public static final int SORTED_VALUE = 256;

  /** What takes a slow processor less than half a second. */
  private static final long UNITS_MAX = 64_000_000;

  /** So much that one more item may exhaust the budget, and a page had better end here. */
  private static final long PAGE_UNITS = 16_000_000;

  private long spent;

  /**
   * Takes units from the budget before work is done.
   *
   * @throws dev.rampart.local.protocol.AwsError if they are too many
   */
  public void spend(long units) {
    spent += units;
    if (spent > UNITS_MAX) {
      throw invalid(
          "The request takes more work than the local tables do for one request. Compare, append or"
              + " return fewer or smaller values at once.");
    }
  }

  /** Takes what it takes to write an item into an answer. */
  public void spendOnAnswer(Item item) {
    spend(item.bytes() + (long) WRITTEN_VALUE * item.values());
  }

  /** Returns whether so much has been done that the rest is better left to another request. */
  public boolean fillsPage() {
    return spent > PAGE_UNITS;
  }
}
