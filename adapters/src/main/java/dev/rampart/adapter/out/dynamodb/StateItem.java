package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.state.Cell;
import dev.rampart.domain.detection.state.GroupState;
import dev.rampart.domain.detection.state.ObservationId;
import dev.rampart.domain.detection.state.SubjectState;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The item of one state: an attribute for each cell, under its stored name, as a number or a set of
 * single bytes; and for each half hour {@code q} and the last digits of its number, the ids counted
 * in it, as a set of five bytes each.
 *
 * @param nearMillis the time of a signal about it, since the epoch: it tells which period a stored
 *     name means
 */
record StateItem(Map<String, AttributeValue> item, long nearMillis) {
  /** So many attributes that nobody reads any more are worth a write. */
  static final int STALE_MIN = 16;

  private static final String IDS = "q";
  private static final int ID_BITS = 8 * ObservationId.BYTES;

  /** The table adds on beyond it, up to 38 digits; states stay there. */
  private static final BigDecimal SUM_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

  static String idsName(long halfHour) {
    return IDS + ObservationId.storedHalfHour(halfHour);
  }

  /** Returns the bytes of an id; those of its half hour are in the name of the set. */
  static SdkBytes idBytes(ObservationId id) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).putLong(id.id() << (Long.SIZE - ID_BITS));
    return SdkBytes.fromByteBuffer(bytes.rewind().limit(ObservationId.BYTES));
  }

  static AttributeValue value(Cell cell) {
    return cell.isSet()
        ? AttributeValue.fromBs(cell.members().stream().map(StateItem::oneByte).toList())
        : Attributes.number(cell.low());
  }

  private static SdkBytes oneByte(int member) {
    return SdkBytes.fromByteArray(new byte[] {(byte) member});
  }

  /** Returns the ids that are kept of a half hour. */
  Set<SdkBytes> ids(long halfHour) {
    AttributeValue set = item.get(idsName(halfHour));
    return set == null ? Set.of() : new HashSet<>(set.bs());
  }

  boolean knows(ObservationId id) {
    return ids(id.halfHour()).contains(idBytes(id));
  }

  /** Returns the state of a subject. */
  SubjectState subjectState() {
    List<ObservationId> ids = new ArrayList<>();
    item.forEach(
        (name, value) -> {
          if (name.startsWith(IDS)) {
            long halfHour =
                ObservationId.halfHourOfStored(name.substring(IDS.length()), nearMillis);
            value.bs().forEach(bytes -> ids.add(id(halfHour, bytes)));
          }
        });
    return SubjectState.of(cells(), ids);
  }

  /** Returns the state of a group; its newest signal is as new as the newest minute. */
  GroupState groupState() {
    return GroupState.of(cells(), Long.MIN_VALUE);
  }

  /** Returns about how many bytes it has, as the table counts them. */
  int bytes() {
    int bytes = 0;
    for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
      AttributeValue value = attribute.getValue();
      bytes += attribute.getKey().length();
      if (value.hasBs()) {
        for (SdkBytes member : value.bs()) {
          bytes += member.asByteArrayUnsafe().length;
        }
      } else {
        String text = value.n() == null ? value.s() : value.n();
        bytes += text.length();
      }
    }
    return bytes;
  }

  /** Returns whether there can be so much to forget that it is worth a write. */
  boolean mayBeStale() {
    return item.size() > STALE_MIN;
  }

  /** Returns the names of attributes that a state made from this item does not remember. */
  List<String> stale(Collection<Cell> remembered, Collection<ObservationId> ids) {
    Set<String> names = new HashSet<>();
    remembered.forEach(cell -> names.add(cell.storedName()));
    ids.forEach(id -> names.add(idsName(id.halfHour())));
    return item.keySet().stream()
        .filter(name -> (Cell.isName(name) || name.startsWith(IDS)) && !names.contains(name))
        .toList();
  }

  private List<Cell> cells() {
    List<Cell> cells = new ArrayList<>(item.size());
    item.forEach(
        (name, value) -> {
          if (Cell.isName(name)) {
            cells.add(cell(Cell.nameOfStored(name, nearMillis), value));
          }
        });
    return cells;
  }

  private static Cell cell(String name, AttributeValue value) {
    return value.hasBs()
        ? Cell.set(
            name, value.bs().stream().map(bytes -> (int) bytes.asByteArrayUnsafe()[0]).toList())
        : Cell.sum(name, new BigDecimal(value.n()).min(SUM_MAX).longValueExact());
  }

  private static ObservationId id(long halfHour, SdkBytes bytes) {
    ByteBuffer padded = ByteBuffer.allocate(Long.BYTES).put(bytes.asByteArrayUnsafe()).rewind();
    return new ObservationId(halfHour, padded.getLong() >>> (Long.SIZE - ID_BITS));
  }
}
