package dev.rampart.domain.detection.state;

import java.util.Arrays;
import java.util.List;

/**
 * The cells of one state: a hash table from names to 128 bits, open to both sides (Knuth, volume 3,
 * section 6.4, algorithms L and R), in three parallel arrays. There is one for each subject, most
 * hold about ten cells, and a map of objects would take ten times the memory.
 *
 * <p>Additions commute. So does forgetting: a cell whose period is older than its type remembers,
 * measured from the newest period of its series, is dropped if it is there and never inserted if it
 * is not, whichever comes first.
 */
final class Cells {
  private static final int CAPACITY_AT_START = 16;

  /** Names differ in few bits; this spreads them (2^64 divided by the golden ratio). */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private static final int BITS = 64;

  private long[] names = new long[CAPACITY_AT_START];
  private long[] low = new long[CAPACITY_AT_START];
  private long[] high = new long[CAPACITY_AT_START];
  private int size;

  /**
   * Adds to a sum, which stays at the largest number once it is reached: a flood must not stop
   * detection, and the order of additions does not matter then either.
   *
   * @param amount 0 or more
   */
  void add(long name, long amount) {
    int at = findOrInsert(name);
    if (at >= 0) {
      low[at] = amount > Long.MAX_VALUE - low[at] ? Long.MAX_VALUE : low[at] + amount;
    }
  }

  /** Adds a number from 0 to 127 to a set. */
  void addMember(long name, int member) {
    if (member < BITS) {
      addMembers(name, 1L << member, 0);
    } else {
      addMembers(name, 0, 1L << member);
    }
  }

  /** Adds all numbers whose bits are set to a set. */
  void addMembers(long name, long lowBits, long highBits) {
    int at = findOrInsert(name);
    if (at >= 0) {
      low[at] |= lowBits;
      high[at] |= highBits;
    }
  }

  /** Returns a sum; 0 if there is no such cell. */
  long sum(long name) {
    int at = find(name);
    return at < 0 ? 0 : low[at];
  }

  /** Returns a set; an empty one if there is no such cell. */
  BucketSet set(long name) {
    int at = find(name);
    return at < 0 ? BucketSet.EMPTY : new BucketSet(low[at], high[at]);
  }

  /** Returns all cells, ordered by name. */
  List<Cell> list() {
    return Arrays.stream(names).filter(name -> name != 0).sorted().mapToObj(this::cell).toList();
  }

  /** Returns the start of the newest period of a type, in milliseconds; the least value if none. */
  long newestMillis(CellType type) {
    long newest = Long.MIN_VALUE;
    for (long name : names) {
      if (name != 0 && CellName.type(name) == type) {
        newest = Math.max(newest, type.startMillis(CellName.period(name)));
      }
    }
    return newest;
  }

  private Cell cell(long name) {
    int at = find(name);
    return new Cell(CellName.text(name), CellName.type(name).isSet(), low[at], high[at]);
  }

  /** Adds what a cell holds. */
  void add(Cell cell) {
    long name = CellName.parse(cell.name());
    if (cell.isSet()) {
      addMembers(name, cell.low(), cell.high());
    } else {
      add(name, cell.low());
    }
  }

  private int find(long name) {
    int at = place(name);
    while (names[at] != name) {
      if (names[at] == 0) {
        return -1;
      }
      at = (at + 1) & (names.length - 1);
    }
    return at;
  }

  private int place(long name) {
    return (int) ((name * SPREAD) >>> (BITS - Integer.numberOfTrailingZeros(names.length)));
  }

  /** Returns where the cell is; -1 if its period is no longer remembered. */
  private int findOrInsert(long name) {
    int at = find(name);
    if (at >= 0) {
      return at;
    }
    long series = CellName.series(name);
    long newest = CellName.period(name);
    int kept = CellName.type(name).periodsKept();
    long staleUpTo = newest - kept;
    int stale = 0;
    int lastStale = 0;
    // A place without a cell is of no series.
    for (int i = 0; i < names.length; i++) {
      long other = names[i];
      if (CellName.series(other) == series) {
        newest = Math.max(newest, CellName.period(other));
        if (CellName.period(other) <= staleUpTo) {
          stale++;
          lastStale = i;
        }
      }
    }
    if (newest - CellName.period(name) >= kept) {
      return -1;
    }
    // Most often a new period makes one old one obsolete.
    if (stale == 1) {
      remove(lastStale);
    } else if (stale > 1) {
      forget(series, staleUpTo);
    }
    if (8 * (size + 1) > 5 * names.length) {
      grow();
    }
    return insert(name, 0, 0);
  }

  private int insert(long name, long lowBits, long highBits) {
    int at = place(name);
    while (names[at] != 0) {
      at = (at + 1) & (names.length - 1);
    }
    names[at] = name;
    low[at] = lowBits;
    high[at] = highBits;
    size++;
    return at;
  }

  /** Removes the cells of a series up to a period. */
  private void forget(long series, long staleUpTo) {
    int at = 0;
    while (at < names.length) {
      long name = names[at];
      if (CellName.series(name) == series && CellName.period(name) <= staleUpTo) {
        // Another cell may have moved here.
        remove(at);
      } else {
        at++;
      }
    }
  }

  /** Removes one cell, and closes the gap in the run of cells behind it. */
  private void remove(int at) {
    int mask = names.length - 1;
    int gap = at;
    for (int next = (gap + 1) & mask; names[next] != 0; next = (next + 1) & mask) {
      boolean mayMove = ((next - place(names[next])) & mask) >= ((next - gap) & mask);
      if (mayMove) {
        names[gap] = names[next];
        low[gap] = low[next];
        high[gap] = high[next];
        gap = next;
      }
    }
    names[gap] = 0;
    size--;
  }

  private void grow() {
    long[] oldNames = names;
    long[] oldLow = low;
    long[] oldHigh = high;
    int capacity = 2 * oldNames.length;
    names = new long[capacity];
    low = new long[capacity];
    high = new long[capacity];
    size = 0;
    for (int i = 0; i < oldNames.length; i++) {
      if (oldNames[i] != 0) {
        var _ = insert(oldNames[i], oldLow[i], oldHigh[i]);
      }
    }
  }
}
