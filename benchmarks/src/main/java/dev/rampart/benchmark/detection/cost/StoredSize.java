package dev.rampart.benchmark.detection.cost;

import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.Cell;
import dev.rampart.domain.detection.state.ObservationId;
import dev.rampart.domain.detection.state.SubjectState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The size of the item that a state is stored as, as DynamoDB counts it: names and values, where a
 * number takes a byte for two digits and one more, and a set the bytes of its members. What the
 * state has forgotten stays in the item until there are so many attributes of it that removing them
 * is worth a write.
 */
final class StoredSize {

  /** Names and values of sort key and time of expiry, and the name of the partition key. */
  private static final int FIXED_BYTES =
      "pk".length() + "sk".length() + "s".length() + "expiresAt".length() + numberBytes(10);

  private final int keyBytes;
  private final int staleMin;
  private final Map<String, Integer> attributes = new HashMap<>();

  /**
   * For the state of a subject, nothing of which is stored yet.
   *
   * @param staleMin forgotten attributes are removed when there are so many
   */
  StoredSize(Subject subject, int staleMin) {
    this.staleMin = staleMin;
    this.keyBytes =
        FIXED_BYTES
            + "of##".length()
            + subject.kind().wireName().length()
            + subject.name().length();
  }

  /** Stores a state in place of the one before. */
  void store(SubjectState state) {
    Map<String, Integer> now = attributes(state);
    Set<String> stale = new HashSet<>(attributes.keySet());
    stale.removeAll(now.keySet());
    attributes.keySet().removeIf(name -> stale.contains(name) && isRemovedAtOnce(name));
    stale.removeIf(StoredSize::isRemovedAtOnce);
    if (stale.size() >= staleMin) {
      attributes.keySet().removeAll(stale);
    }
    attributes.putAll(now);
  }

  /** Ids and the sums of minutes are removed by the update that makes them obsolete. */
  private static boolean isRemovedAtOnce(String name) {
    return name.startsWith("q") || name.startsWith("f");
  }

  /** Returns the bytes of the item. */
  int bytes() {
    return keyBytes + attributes.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns the bytes of attributes by the letter that their names begin with; the key's as 0. */
  Map<Character, Integer> bytesByType() {
    Map<Character, Integer> bytes = new HashMap<>(Map.of('0', keyBytes));
    attributes.forEach((name, size) -> bytes.merge(name.charAt(0), size, Integer::sum));
    return bytes;
  }

  private static Map<String, Integer> attributes(SubjectState state) {
    Map<String, Integer> sizes = new HashMap<>();
    for (Cell cell : state.cellList()) {
      String name = cell.storedName();
      sizes.put(name, name.length() + bytes(cell));
    }
    for (ObservationId id : state.ids()) {
      String name = "q" + ObservationId.storedHalfHour(id.halfHour());
      sizes.merge(name, name.length() + ObservationId.BYTES, (old, _) -> old + ObservationId.BYTES);
    }
    return sizes;
  }

  private static int bytes(Cell cell) {
    return cell.isSet() ? cell.members().size() : numberBytes(digits(cell.low()));
  }

  private static int digits(long number) {
    return Long.toString(number).length();
  }

  private static int numberBytes(int digits) {
    return (digits + 1) / 2 + 1;
  }
}
