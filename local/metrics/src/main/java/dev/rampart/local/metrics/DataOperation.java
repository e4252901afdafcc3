package dev.rampart.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.metrics.math.MathValue;
import dev.rampart.local.metrics.math.MetricQuery;
import dev.rampart.local.metrics.math.QuerySet;
import dev.rampart.local.protocol.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** GetMetricData: metrics and expressions, each metric in its own period. */
final class DataOperation {
  /** What fits into an answer; CloudWatch gives 100,800 over several pages. */
  static final int POINTS_MAX = 30_000;

  private final MetricStore metrics;
  private final Bands bands;
  private final JsonNode input;
  private final Instant from;
  private final Instant to;
  private int points;

  DataOperation(MetricStore metrics, Bands bands, JsonNode input) {
    KnownParameters.DATA.require(input);
    this.metrics = metrics;
    this.bands = bands;
    this.input = input;
    this.from = MetricInput.time(input, "StartTime");
    this.to = MetricInput.time(input, "EndTime");
    MetricInput.requireOrder(from, to);
  }

  ObjectNode answer() {
    QuerySet set = queries();
    Map<Duration, QuerySet.Evaluation> evaluations = new HashMap<>();
    Duration common = commonPeriod(set);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode results = answer.putArray("MetricDataResults");
    for (MetricQuery query : set.queries()) {
      if (query.returnsData()) {
        Duration period =
            query instanceof MetricQuery.Metric metric ? metric.stat().period() : common;
        QuerySet.Evaluation evaluation =
            evaluations.computeIfAbsent(period, each -> set.on(metrics, bands, grid(each)));
        add(results, query, evaluation);
      }
    }
    return answer;
  }

  private QuerySet queries() {
    List<MetricQuery> queries = new ArrayList<>();
    for (JsonNode query : input.path("MetricDataQueries")) {
      queries.add(query(query));
    }
    try {
      return QuerySet.of(queries);
    } catch (QuerySet.QueryException e) {
      throw refusal(e);
    }
  }

  private static MetricQuery query(JsonNode query) {
    KnownParameters.QUERY.require(query);
    String id = query.path("Id").asText();
    String label = query.path("Label").asText();
    boolean returnsData = query.path("ReturnData").asBoolean(true);
    JsonNode stat = query.path("MetricStat");
    if (stat.isObject()) {
      KnownParameters.METRIC_STAT.require(stat);
      return new MetricQuery.Metric(id, label, returnsData, MetricInput.stat(stat));
    }
    return new MetricQuery.Expression(id, label, returnsData, query.path("Expression").asText());
  }

  private static AwsError refusal(QuerySet.QueryException e) {
    return new AwsError(
        "ValidationError",
        "Error in expression '%s': it %s".formatted(e.id(), String.valueOf(e.getMessage())));
  }

  /** Expressions put values side by side, so the metrics of a request with one share a period. */
  private static Duration commonPeriod(QuerySet set) {
    List<Duration> periods =
        set.queries().stream()
            .flatMap(
                query ->
                    query instanceof MetricQuery.Metric metric
                        ? Stream.of(metric.stat().period())
                        : Stream.empty())
            .distinct()
            .toList();
    boolean hasExpression =
        set.queries().stream().anyMatch(query -> query instanceof MetricQuery.Expression);
    if (hasExpression && periods.size() > 1) {
      throw MetricInput.invalid("The metrics beside an expression must have the same Period here.");
    }
    return periods.isEmpty() ? Duration.ofMinutes(1) : periods.getFirst();
  }

  /** Returns the periods from the one that the start is in; they begin at multiples of one. */
  private Grid grid(Duration period) {
    long seconds = period.toSeconds();
    Instant start = Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond(), seconds) * seconds);
    long count = Math.ceilDiv(Duration.between(start, to).toSeconds(), seconds);
    take(count);
    return new Grid(start, period, (int) Math.max(count, 1));
  }

  private void take(long more) {
    points = (int) Math.min(points + Math.min(more, POINTS_MAX + 1L), Integer.MAX_VALUE / 2);
    if (points > POINTS_MAX) {
      throw MetricInput.invalid(
          "The local metrics answer %,d data points at once; ask for fewer.".formatted(POINTS_MAX));
    }
  }

  private void add(ArrayNode results, MetricQuery query, QuerySet.Evaluation evaluation) {
    List<MathValue.Series> all;
    try {
      all =
          switch (evaluation.value(query.id())) {
            case MathValue.Series one -> List.of(one);
            case MathValue.Many(List<MathValue.Series> many) -> many;
            case MathValue.Scalar _ -> List.of();
          };
    } catch (QuerySet.QueryException e) {
      throw refusal(e);
    }
    for (MathValue.Series one : all) {
      take(one.values().length);
      ObjectNode result = results.addObject();
      result.put("Id", query.id());
      result.put("Label", query.label().isEmpty() ? label(query) : query.label());
      values(result, one, evaluation.grid());
      result.put("StatusCode", "Complete");
    }
  }

  private static String label(MetricQuery query) {
    return query instanceof MetricQuery.Metric metric ? metric.stat().key().name() : query.id();
  }

  private void values(ObjectNode result, MathValue.Series series, Grid grid) {
    boolean ascending = input.path("ScanBy").asText().equals("TimestampAscending");
    ArrayNode times = result.putArray("Timestamps");
    ArrayNode values = result.putArray("Values");
    for (int i = 0; i < grid.count(); i++) {
      int at = ascending ? i : grid.count() - 1 - i;
      if (!Double.isNaN(series.values()[at])) {
        times.add(grid.at(at).getEpochSecond());
        values.add(series.values()[at]);
      }
    }
  }
}
