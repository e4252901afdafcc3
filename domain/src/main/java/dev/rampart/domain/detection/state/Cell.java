package dev.rampart.domain.detection.state;

import java.util.ArrayList;
import java.util.List;

/**
 * A cell of a state, for whoever stores it. Stores need not know what it means: they add sums up
 * and unite sets.
 *
 * @param name letters and digits, at most 12; the first letter tells the type
 * @param isSet whether it is a set of numbers from 0 to 127
 * @param low the sum; of a set, the bits of the numbers from 0 to 63
 * @param high of a set, the bits of the numbers from 64 to 127
 */
public record Cell(String name, boolean isSet, long low, long high) {
  private static final int BITS = 64;

  /** Returns a cell that is a sum. */
  public static Cell sum(String name, long sum) {
    return new Cell(name, false, sum, 0);
  }

  /** Returns a cell that is a set of numbers from 0 to 127. */
  public static Cell set(String name, Iterable<Integer> members) {
    long low = 0;
    long high = 0;
    for (int member : members) {
      low |= member < BITS ? 1L << member : 0;
      high |= member < BITS ? 0 : 1L << member;
    }
    return new Cell(name, true, low, high);
  }

  /** Returns whether a name is that of a cell, and not of something else that is stored beside. */
  public static boolean isName(String name) {
    return CellName.isName(name);
  }

  /** Returns the name under which the cell is stored: a shorter one. */
  public String storedName() {
    return CellName.stored(name);
  }

  /**
   * Returns the name of the cell that is stored under a name.
   *
   * @param nearMillis a time since the epoch, some days before or after the period of the cell
   * @throws IllegalArgumentException if the name is none of {@link #storedName}
   */
  public static String nameOfStored(String stored, long nearMillis) {
    return CellName.ofStored(stored, nearMillis);
  }

  /**
   * Returns whether it is a set that grows with what signals were after and where they were from.
   */
  public boolean mayGrowLarge() {
    return isSet && CellType.of(name.charAt(0)) != CellType.ACTIVE;
  }

  /**
   * Returns the stored names of older cells of this series that nobody reads once this one is
   * there; of series that have a new cell every hour or so, since others hardly ever have old ones.
   */
  public List<String> outdatedNames() {
    return CellName.outdated(name).stream().map(CellName::stored).toList();
  }

  /** Returns the numbers of a set in ascending order. */
  public List<Integer> members() {
    List<Integer> members = new ArrayList<>(Long.bitCount(low) + Long.bitCount(high));
    for (int member = 0; member < 2 * BITS; member++) {
      long bits = member < BITS ? low : high;
      if ((bits >>> member & 1) == 1) {
        members.add(member);
      }
    }
    return members;
  }
}
