package dev.rampart.local.tables.operation;

import static dev.rampart.local.tables.value.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.tables.expression.ConditionExpression;
import dev.rampart.local.tables.expression.Projection;
import dev.rampart.local.tables.request.ExpressionParameters;
import dev.rampart.local.tables.request.Expressions;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.storage.Rows;
import dev.rampart.local.tables.table.CapacityMeter;
import dev.rampart.local.tables.table.Catalog;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.JsonReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Scan, for people and tests. */
public record ScanOperation(Catalog catalog) {
  // Longer than any key: even a binary key of nothing but FF stays below it.
  private static final Rows.Span ALL = new Rows.Span(new byte[0], highest());

  public JsonNode scan(Request request) {
    Expressions expressions = Expressions.of(request, ExpressionParameters.SCAN);
    CapacityMeter meter = CapacityMeter.of(request, false);
    Predicate<Item> segment = segment(request);
    Optional<ConditionExpression> filter = expressions.condition("FilterExpression");
    Optional<Projection> projection = expressions.projection();
    expressions.requireAllUsed();
    ReadTarget target = ReadTarget.of(request, catalog);
    QueryOperation.requireReadable(request, target);
    Selection selection = Selection.of(request, target, projection);
    Optional<Item> start = request.member("ExclusiveStartKey").map(JsonReader::item);
    Rows.Span span =
        start
            .map(key -> target.position(target.requireStartKey(key)))
            .map(position -> QueryOperation.after(position, ALL, true))
            .orElse(ALL);
    List<String> hash = List.of(target.keys().hash().name());
    return new PageReader(request, target, selection, filter, meter)
        .read(span, true, item -> segment.test(item.only(hash)))
        .answer();
  }

  private static Predicate<Item> segment(Request request) {
    Optional<Integer> segment = request.number("Segment");
    Optional<Integer> total = request.number("TotalSegments");
    if (segment.isPresent() && total.isEmpty()) {
      throw invalid(
          "The TotalSegments parameter is required but was not present in the request when Segment"
              + " parameter is present");
    }
    if (segment.isEmpty() && total.isPresent()) {
      throw invalid(
          "The Segment parameter is required but was not present in the request when parameter"
              + " TotalSegments is present");
    }
    if (segment.isEmpty() || total.isEmpty()) {
      return _ -> true;
    }
    int mine = segment.get();
    int all = total.get();
    if (mine >= all) {
      throw invalid(
          "The Segment parameter is zero-based and must be less than parameter TotalSegments:"
              + " Segment: %d is not less than TotalSegments: %d".formatted(mine, all));
    }
    return key -> Math.floorMod(key.hashCode(), all) == mine;
  }

  private static byte[] highest() {
    byte[] bytes = new byte[8 * 1024];
    Arrays.fill(bytes, (byte) 0xFF);
    return bytes;
  }
}
