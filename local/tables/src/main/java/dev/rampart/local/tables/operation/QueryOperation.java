package dev.rampart.local.tables.operation;

import static dev.rampart.local.tables.value.Refusals.invalid;
import static dev.rampart.local.tables.value.Refusals.invalidParameter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.tables.expression.ConditionExpression;
import dev.rampart.local.tables.expression.KeyCondition;
import dev.rampart.local.tables.expression.Projection;
import dev.rampart.local.tables.request.ExpressionParameters;
import dev.rampart.local.tables.request.Expressions;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.storage.Rows;
import dev.rampart.local.tables.table.CapacityMeter;
import dev.rampart.local.tables.table.Catalog;
import dev.rampart.local.tables.table.KeySchema;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.JsonReader;
import dev.rampart.local.tables.value.KeyEncoder;
import dev.rampart.local.tables.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Query. */
public record QueryOperation(Catalog catalog) {
  public JsonNode query(Request request) {
    Expressions expressions = Expressions.of(request, ExpressionParameters.QUERY);
    CapacityMeter meter = CapacityMeter.of(request, false);
    KeyCondition condition =
        expressions
            .keyCondition()
            .orElseThrow(
                () ->
                    invalid(
                        "Either the KeyConditions or KeyConditionExpression parameter must be"
                            + " specified in the request."));
    Optional<ConditionExpression> filter = expressions.condition("FilterExpression");
    Optional<Projection> projection = expressions.projection();
    expressions.requireAllUsed();
    ReadTarget target = ReadTarget.of(request, catalog);
    requireReadable(request, target);
    requireIndexable(condition, target);
    filter.ifPresent(f -> requireNoKeys(f, target.keys()));
    Selection selection = Selection.of(request, target, projection);
    boolean ascending = request.flag("ScanIndexForward", true);
    Rows.Span span = span(condition, target.keys());
    Optional<Item> start = request.member("ExclusiveStartKey").map(JsonReader::item);
    if (start.isPresent()) {
      byte[] position = target.position(target.requireStartKey(start.get()));
      requireWithin(span, position, condition);
      span = after(position, span, ascending);
    }
    return new PageReader(request, target, selection, filter, meter)
        .read(span, ascending, _ -> true)
        .answer();
  }

  static void requireReadable(Request request, ReadTarget target) {
    if (target.isGlobal() && request.flag("ConsistentRead", false)) {
      throw invalid("Consistent reads are not supported on global secondary indexes");
    }
  }

  private static void requireIndexable(KeyCondition condition, ReadTarget target) {
    KeySchema keys = target.keys();
    Map<String, KeyCondition.Range> ranges = condition.ranges();
    for (KeySchema.Attribute attribute : keys.attributes()) {
      boolean isHash = attribute.equals(keys.hash());
      KeyCondition.Range range = ranges.get(attribute.name());
      if (range == null) {
        if (isHash || ranges.size() > 1) {
          throw invalid("Query condition missed key schema element: " + attribute.name());
        }
      } else {
        requireOperands(range, attribute, target);
        if (isHash && !(range instanceof KeyCondition.Range.Equal)) {
          throw invalid("Query key condition not supported");
        }
      }
    }
    if (!keys.names().containsAll(ranges.keySet())) {
      throw invalid("Query key condition not supported");
    }
  }

  private static void requireOperands(
      KeyCondition.Range range, KeySchema.Attribute attribute, ReadTarget target) {
    List<Value> operands =
        switch (range) {
          case KeyCondition.Range.Equal(Value value) -> List.of(value);
          case KeyCondition.Range.Below(Value value, boolean _) -> List.of(value);
          case KeyCondition.Range.Above(Value value, boolean _) -> List.of(value);
          case KeyCondition.Range.Prefix(Value value) -> List.of(value);
          case KeyCondition.Range.Between(Value low, Value high) -> List.of(low, high);
        };
    if (operands.stream().anyMatch(value -> value.type() != attribute.type())) {
      throw invalidParameter("Condition parameter type does not match schema type");
    }
    operands.forEach(value -> target.requireNotEmpty(attribute, value));
  }

  private static void requireNoKeys(ConditionExpression filter, KeySchema keys) {
    for (String key : keys.names()) {
      if (filter.attributes().contains(key)) {
        throw invalid(
            "Filter Expression can only contain non-primary key attributes: Primary key"
                + " attribute: "
                + key);
      }
    }
  }

  private static Rows.Span span(KeyCondition condition, KeySchema keys) {
    Value hash = operand(condition.ranges().get(keys.hash().name()));
    byte[] base = new KeyEncoder().add(hash).bytes();
    Rows.Span all = new Rows.Span(base, KeyEncoder.after(base));
    return keys.range()
        .map(range -> condition.ranges().get(range.name()))
        .map(range -> span(hash, range, all))
        .orElse(all);
  }

  private static Value operand(KeyCondition.@Nullable Range range) {
    if (range instanceof KeyCondition.Range.Equal(Value value)) {
      return value;
    }
    throw new IllegalStateException("a query without partition key");
  }

  private static Rows.Span span(Value hash, KeyCondition.Range range, Rows.Span all) {
    return switch (range) {
      case KeyCondition.Range.Equal(Value value) ->
          new Rows.Span(from(hash, value), past(hash, value));
      case KeyCondition.Range.Below(Value value, boolean inclusive) ->
          new Rows.Span(all.low(), inclusive ? past(hash, value) : from(hash, value));
      case KeyCondition.Range.Above(Value value, boolean inclusive) ->
          new Rows.Span(inclusive ? from(hash, value) : past(hash, value), all.high());
      case KeyCondition.Range.Between(Value low, Value high) ->
          new Rows.Span(from(hash, low), past(hash, high));
      case KeyCondition.Range.Prefix(Value value) -> {
        byte[] prefix = new KeyEncoder().add(hash).prefix(value).bytes();
        yield new Rows.Span(prefix, KeyEncoder.after(prefix));
      }
    };
  }

  private static byte[] from(Value hash, Value range) {
    return new KeyEncoder().add(hash).add(range).bytes();
  }

  private static byte[] past(Value hash, Value range) {
    return KeyEncoder.after(from(hash, range));
  }

  /** Returns what of a span lies after a row, in the direction of reading. */
  static Rows.Span after(byte[] position, Rows.Span span, boolean ascending) {
    return ascending
        ? new Rows.Span(KeyEncoder.after(position), span.high())
        : new Rows.Span(span.low(), position);
  }

  private static void requireWithin(Rows.Span span, byte[] position, KeyCondition condition) {
    if (Arrays.compareUnsigned(position, span.low()) < 0
        || Arrays.compareUnsigned(position, span.high()) >= 0) {
      throw invalid(
          condition.ranges().size() > 1
              ? "The provided starting key does not match the range key predicate"
              : "The provided starting key is outside query boundaries based on provided"
                  + " conditions");
    }
  }
}
