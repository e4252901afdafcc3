package dev.rampart.local.tables.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.tables.expression.ConditionExpression;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.request.ResponseJson;
import dev.rampart.local.tables.storage.Rows;
import dev.rampart.local.tables.table.CapacityMeter;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.JsonWriter;
import dev.rampart.local.tables.value.WorkBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Collects one page of a query or scan: up to a limit of items and 1 MB, before the filter. It ends
 * sooner if the filter or the values of the items make too much work.
 */
final class PageReader {
  private static final int BYTES_MAX = 1024 * 1024;

  private final ReadTarget target;
  private final Selection selection;
  private final Optional<ConditionExpression> filter;
  private final int limit;
  private final boolean consistent;
  private final CapacityMeter meter;
  private final WorkBudget work;
  private final List<Item> found = new ArrayList<>();
  private int scanned;
  private int bytes;
  private Optional<Item> last = Optional.empty();
  private boolean more;

  PageReader(
      Request request,
      ReadTarget target,
      Selection selection,
      Optional<ConditionExpression> filter,
      CapacityMeter meter) {
    this.target = target;
    this.selection = selection;
    this.filter = filter;
    this.limit = request.number("Limit").orElse(Integer.MAX_VALUE);
    this.consistent = request.flag("ConsistentRead", false);
    this.meter = meter;
    this.work = request.work();
  }

  /** Reads the rows of a span that belong to the page. */
  PageReader read(Rows.Span span, boolean ascending, Predicate<Item> belongs) {
    target.rows().visit(span, ascending, (_, row) -> !belongs.test(row) || add(row));
    count();
    return this;
  }

  /** Takes the next row; returns whether there is room for another. */
  private boolean add(Item row) {
    int size = row.bytes();
    if (scanned > 0 && bytes + size > BYTES_MAX) {
      more = true;
      return false;
    }
    bytes += size;
    scanned++;
    last = Optional.of(row);
    Item item = selection.fetch() ? fetched(row) : row;
    if (filter.isEmpty() || filter.get().holds(item)) {
      found.add(item);
      work.spendOnAnswer(item);
    }
    more = scanned >= limit || work.fillsPage();
    return !more;
  }

  /** Reads the whole item behind an entry of a local index, which is billed on its own. */
  private Item fetched(Item entry) {
    Item item = target.table().find(target.table().keys().keyOf(entry)).orElse(entry);
    meter.read(target.table(), item.bytes(), consistent);
    return item;
  }

  private void count() {
    target
        .index()
        .ifPresentOrElse(
            index -> meter.readIndex(target.table(), index.definition(), bytes, consistent),
            () -> meter.read(target.table(), bytes, consistent));
  }

  ObjectNode answer() {
    ObjectNode answer = ResponseJson.empty();
    if (!selection.countOnly()) {
      ArrayNode items = answer.putArray("Items");
      found.forEach(item -> items.add(JsonWriter.json(selection.shown(item))));
    }
    answer.put("Count", found.size());
    answer.put("ScannedCount", scanned);
    last.filter(_ -> more)
        .map(row -> row.only(target.startKeyNames()))
        .ifPresent(key -> answer.set("LastEvaluatedKey", JsonWriter.json(key)));
    meter.reportOne(answer);
    return answer;
  }
}
