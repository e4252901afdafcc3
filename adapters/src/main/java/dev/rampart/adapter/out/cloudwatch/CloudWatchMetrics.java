package dev.rampart.adapter.out.cloudwatch;

import dev.rampart.domain.monitoring.FunctionCounts;
import dev.rampart.domain.monitoring.LogActivity;
import dev.rampart.domain.monitoring.QueueKind;
import dev.rampart.domain.monitoring.QueueLevel;
import dev.rampart.domain.monitoring.SignalLog;
import dev.rampart.domain.monitoring.StatusPart;
import dev.rampart.domain.port.out.OperationalMetrics;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/**
 * Metrics of CloudWatch, with two questions: the minutes of the last hour, and for the logs the
 * hours of the days before. CloudWatch charges by the metric that is asked for.
 */
public final class CloudWatchMetrics implements OperationalMetrics {
  private static final String VISIBLE = "ApproximateNumberOfMessagesVisible";
  private static final String AGE = "ApproximateAgeOfOldestMessage";
  private static final String INVOCATIONS = "Invocations";
  private static final String ERRORS = "Errors";
  private static final String THROTTLES = "Throttles";

  /** A page holds 100,800 values; nothing that is asked here comes near two. */
  private static final int PAGES_MAX = 3;

  private final CloudWatchClient client;
  private final WatchedResources watched;

  /** Reads the metrics of some resources. */
  public CloudWatchMetrics(CloudWatchClient client, WatchedResources watched) {
    this.client = client;
    this.watched = watched;
  }

  @Override
  public Reading read(Instant now) {
    List<ServiceMetric> logs = watched.logs().values().stream().map(ServiceMetric::ofLog).toList();
    MetricAnswers minutes =
        ask(
            Stream.of(logs, ofQueues(), ofFunctions()).flatMap(List::stream).toList(),
            now.minus(COUNTED).truncatedTo(ChronoUnit.MINUTES),
            now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES),
            Duration.ofMinutes(1));
    MetricAnswers hours =
        ask(
            logs,
            now.minus(LOOK_BACK).truncatedTo(ChronoUnit.HOURS),
            now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS),
            Duration.ofHours(1));
    return new Reading(
        logs(minutes, hours),
        queues(minutes),
        watched.functions().stream().map(each -> function(each, minutes)).toList(),
        incomplete(minutes, minutes.lackSome(logs) || hours.lackSome(logs)));
  }

  private Set<StatusPart> incomplete(MetricAnswers minutes, boolean lacksLogs) {
    Set<StatusPart> parts = EnumSet.noneOf(StatusPart.class);
    if (lacksLogs) {
      parts.add(StatusPart.SOURCES);
    }
    if (minutes.lackSome(ofQueues())) {
      parts.add(StatusPart.QUEUES);
    }
    if (minutes.lackSome(ofFunctions())) {
      parts.add(StatusPart.FUNCTIONS);
    }
    return parts;
  }

  private List<ServiceMetric> ofQueues() {
    return Stream.concat(
            watched.workQueues().stream()
                .flatMap(
                    queue ->
                        Stream.of(VISIBLE, AGE).map(name -> ServiceMetric.ofQueue(queue, name))),
            // What was received three times and not deleted is left out of the age.
            watched.deadLetterQueues().stream().map(queue -> ServiceMetric.ofQueue(queue, VISIBLE)))
        .toList();
  }

  private List<ServiceMetric> ofFunctions() {
    return watched.functions().stream()
        .flatMap(
            function ->
                Stream.of(INVOCATIONS, ERRORS, THROTTLES)
                    .map(name -> ServiceMetric.ofFunction(function, name)))
        .toList();
  }

  private List<LogActivity> logs(MetricAnswers minutes, MetricAnswers hours) {
    List<LogActivity> logs = new ArrayList<>();
    for (Map.Entry<SignalLog, String> log : watched.logsInOrder().entrySet()) {
      ServiceMetric metric = ServiceMetric.ofLog(log.getValue());
      Optional<Instant> recent = minutes.of(metric).newestAboveNothing();
      logs.add(
          new LogActivity(log.getKey(), recent.or(() -> hours.of(metric).newestAboveNothing())));
    }
    return logs;
  }

  private List<QueueLevel> queues(MetricAnswers minutes) {
    return Stream.concat(
            watched.workQueues().stream().map(name -> queue(name, QueueKind.WORK, minutes)),
            watched.deadLetterQueues().stream()
                .map(name -> queue(name, QueueKind.DEAD_LETTERS, minutes)))
        .toList();
  }

  private static QueueLevel queue(String name, QueueKind kind, MetricAnswers minutes) {
    Optional<Long> waiting =
        minutes.of(ServiceMetric.ofQueue(name, VISIBLE)).newest().map(Math::round);
    Optional<Duration> oldest =
        minutes
            .of(ServiceMetric.ofQueue(name, AGE))
            .newest()
            .filter(_ -> waiting.orElse(0L) > 0)
            .map(seconds -> Duration.ofSeconds(Math.round(seconds)));
    return new QueueLevel(name, kind, waiting, oldest);
  }

  private static FunctionCounts function(String name, MetricAnswers minutes) {
    return new FunctionCounts(
        name,
        minutes.of(ServiceMetric.ofFunction(name, INVOCATIONS)).sum(),
        minutes.of(ServiceMetric.ofFunction(name, ERRORS)).sum(),
        minutes.of(ServiceMetric.ofFunction(name, THROTTLES)).sum());
  }

  private MetricAnswers ask(
      List<ServiceMetric> metrics, Instant from, Instant to, Duration period) {
    Map<String, ServiceMetric> byId = new HashMap<>();
    List<MetricDataQuery> queries = new ArrayList<>();
    for (ServiceMetric metric : metrics) {
      String id = "m" + byId.size();
      byId.put(id, metric);
      queries.add(query(id, metric, period));
    }
    GetMetricDataRequest.Builder request =
        GetMetricDataRequest.builder().startTime(from).endTime(to).metricDataQueries(queries);
    MetricAnswers answers = new MetricAnswers(byId);
    int pages = 0;
    Optional<String> next;
    do {
      GetMetricDataResponse page = page(request.build());
      answers.take(page);
      next = Optional.ofNullable(page.nextToken());
      next.ifPresent(request::nextToken);
      pages++;
    } while (next.isPresent() && pages < PAGES_MAX);
    if (next.isPresent()) {
      answers.cut();
    }
    return answers;
  }

  private static MetricDataQuery query(String id, ServiceMetric metric, Duration period) {
    Dimension dimension =
        Dimension.builder().name(metric.dimension()).value(metric.resource()).build();
    Metric named =
        Metric.builder()
            .namespace(metric.namespace())
            .metricName(metric.name())
            .dimensions(dimension)
            .build();
    MetricStat stat =
        MetricStat.builder()
            .metric(named)
            .period(Math.toIntExact(period.toSeconds()))
            .stat(metric.statistic().wireName())
            .build();
    return MetricDataQuery.builder().id(id).metricStat(stat).build();
  }

  private GetMetricDataResponse page(GetMetricDataRequest request) {
    try {
      return client.getMetricData(request);
    } catch (SdkException e) {
      throw new PortUnavailable("GetMetricData: no answer", e);
    }
  }
}
