package dev.rampart.adapter.out.logs;

import static dev.rampart.adapter.out.logs.AskedLogs.lines;
import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.GateLog;
import dev.rampart.domain.detection.trail.GateReason;
import dev.rampart.domain.detection.trail.GateTrail;
import dev.rampart.domain.detection.trail.RequestOutcome;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.port.out.MovableClock;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;

/** A line of these logs is an address and the seconds before noon at which it was written. */
final class CloudWatchGateLogsTest {
  private static final TimeSpan DAY = new TimeSpan(NOON.minus(Duration.ofDays(1)), NOON);
  private static final TimeSpan HOUR = new TimeSpan(NOON.minus(Duration.ofHours(1)), NOON);
  private static final Subject ADDRESS = new Subject(SubjectKind.IP, "203.0.113.7");

  private final MovableClock clock = new MovableClock(NOON);
  private final AskedLogs cloudWatch = new AskedLogs();
  private final CloudWatchGateLogs logs =
      new CloudWatchGateLogs(
          cloudWatch.client,
          AskedLogs.LOGS,
          CloudWatchGateLogsTest::read,
          Duration.ofSeconds(9),
          clock);

  private static Optional<GateEntry> read(String group, String id, String line) {
    String[] parts = line.split(" ", -1);
    return Optional.of(
        new GateEntry(
            GateLog.ACCESS,
            Optional.of("x-" + id),
            NOON.minusSeconds(Long.parseLong(parts[1])),
            Source.unknown().withAddress(new IpAddress(parts[0])),
            RequestFacts.unknown().withRequestId("r-" + id).withMethod(group),
            RequestOutcome.PASSED,
            GateReason.none()));
  }

  @Test
  void every_log_that_knows_a_subject_is_searched_by_its_own_member() {
    cloudWatch.answering(_ -> lines());

    var _ = logs.about(ADDRESS, DAY);

    assertThat(cloudWatch.patterns())
        .containsExactlyInAnyOrder(
            "access { $.sourceIp = \"203.0.113.7\" }",
            "api { $.sourceIp = \"203.0.113.7\" }",
            "security { $.sourceIp = \"203.0.113.7\" }",
            "firewall { $.httpRequest.clientIp = \"203.0.113.7\" }",
            "sign-in { $.message.ipAddress = \"203.0.113.7\" }");
    cloudWatch.asked.clear();
    var _ = logs.about(new Subject(SubjectKind.PRINCIPAL, "u-1"), DAY);
    assertThat(cloudWatch.patterns())
        .contains("access { $.principal = \"u-1\" }", "sign-in { $.message.userSub = \"u-1\" }")
        .anyMatch(pattern -> pattern.startsWith("api { $.subjectHash = "))
        .noneMatch(pattern -> pattern.startsWith("firewall"));
  }

  @Test
  void every_request_is_searched_for_in_all_logs_but_that_of_sign_ins() {
    cloudWatch.answering(_ -> lines());

    GateTrail found = logs.ofEveryRequest(HOUR);

    assertThat(cloudWatch.patterns())
        .containsExactlyInAnyOrder(
            "access ",
            "firewall ",
            "api { $.decision = \"*\" }",
            "security { $.decision = \"*\" }");
    assertThat(found.completeSince()).isEqualTo(HOUR.from());
  }

  @Test
  void every_request_is_read_until_lines_or_time_are_too_many() {
    cloudWatch.answering(request -> floodOfTenLinesASecond(request));

    GateTrail flood = logs.ofEveryRequest(HOUR);

    assertThat(flood.completeSince()).isBetween(NOON.minusSeconds(1_000), NOON.minusSeconds(60));
    assertThat(flood.entries()).hasSizeLessThan(4 * (SearchedLines.LINES_MAX + 100));
    cloudWatch.answering(
        _ -> {
          clock.advance(Duration.ofSeconds(4));
          return lines("203.0.113.7 10");
        });
    GateTrail slow = logs.ofEveryRequest(HOUR);
    assertThat(slow.completeSince()).isAfter(HOUR.from());
    assertThat(slow.entries()).isNotEmpty();
  }

  @Test
  void a_wider_pattern_is_narrowed_when_the_lines_are_read() {
    cloudWatch.answering(
        request ->
            request.logGroupName().equals("access")
                ? lines("2001:db8:1:2::9 60", "2001:db8:1:3::9 50")
                : lines());

    GateTrail found =
        logs.about(
            new Subject(SubjectKind.IP, "2001:db8:1:2::/64"),
            new TimeSpan(NOON.minusSeconds(60), NOON));

    assertThat(cloudWatch.patterns()).contains("access { $.sourceIp = \"2001:*\" }");
    assertThat(found.entries())
        .extracting(entry -> entry.source().address().orElseThrow().text())
        .containsExactly("2001:db8:1:2::9");
  }

  @Test
  void a_search_goes_from_new_to_old_over_the_whole_span_without_gaps() {
    cloudWatch.answering(_ -> lines());

    GateTrail found = logs.about(ADDRESS, DAY);

    List<FilterLogEventsRequest> slices =
        cloudWatch.asked.stream()
            .filter(request -> request.logGroupName().equals("access"))
            .toList();
    Instant end = NOON;
    for (FilterLogEventsRequest slice : slices) {
      assertThat(slice.endTime()).isEqualTo(end.toEpochMilli() - 1);
      end = Instant.ofEpochMilli(slice.startTime());
    }
    assertThat(end).isEqualTo(DAY.from());
    assertThat(slices).hasSizeBetween(3, 5);
    assertThat(found.completeSince()).isEqualTo(DAY.from());
  }

  @Test
  void pages_are_read_to_the_end_also_after_an_empty_one() {
    cloudWatch.answering(
        request -> {
          if (!request.logGroupName().equals("access")) {
            return lines();
          }
          return request.nextToken() == null
              ? lines().toBuilder().nextToken("t").build()
              : lines("203.0.113.7 10");
        });

    GateTrail found = logs.about(ADDRESS, new TimeSpan(NOON.minusSeconds(60), NOON));

    assertThat(found.entries()).hasSize(1);
  }

  @Test
  void what_there_was_no_time_for_is_missing_at_the_old_end_and_that_is_said() {
    cloudWatch.answering(
        _ -> {
          clock.advance(Duration.ofSeconds(4));
          return lines("203.0.113.7 10");
        });

    GateTrail found = logs.about(ADDRESS, DAY);

    assertThat(found.completeSince()).isAfter(DAY.from());
    assertThat(found.entries()).isNotEmpty();
    assertThat(cloudWatch.asked).hasSizeLessThan(10);
  }

  @Test
  void of_a_flood_the_newest_lines_are_there_and_the_answer_says_since_when() {
    cloudWatch.answering(request -> floodOfTenLinesASecond(request));

    GateTrail found = logs.about(ADDRESS, DAY);

    Instant since = found.completeSince();
    assertThat(since).isBetween(NOON.minusSeconds(1_000), NOON.minusSeconds(60));
    long seconds = Duration.between(since, NOON).toSeconds();
    assertThat(found.entries().stream().filter(entry -> !entry.at().isBefore(since)))
        .hasSize(Math.toIntExact(5 * 10 * seconds));
  }

  /** Lines of a slice, oldest first, 100 a page. */
  private static FilterLogEventsResponse floodOfTenLinesASecond(FilterLogEventsRequest request) {
    long first = Math.ceilDiv(request.startTime(), 100);
    long last = request.endTime() / 100;
    long from = request.nextToken() == null ? first : Long.parseLong(request.nextToken());
    long to = Math.min(last, from + 99);
    String[] lines =
        LongStream.rangeClosed(from, to)
            .mapToObj(tenth -> "203.0.113.7 " + secondsBeforeNoon(tenth))
            .toArray(String[]::new);
    return lines(lines).toBuilder().nextToken(to < last ? Long.toString(to + 1) : null).build();
  }

  private static long secondsBeforeNoon(long tenth) {
    return NOON.getEpochSecond() - Math.floorDiv(tenth, 10);
  }

  @Test
  void whoever_is_throttled_waits_and_then_has_what_there_was_time_for() {
    AwsServiceException throttled =
        CloudWatchLogsException.builder()
            .statusCode(400)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
            .build();
    AtomicInteger calls = new AtomicInteger();
    cloudWatch.answering(
        _ -> {
          clock.advance(Duration.ofMillis(500));
          if (calls.incrementAndGet() % 2 == 0) {
            throw throttled;
          }
          return lines("203.0.113.7 10");
        });

    GateTrail found = logs.about(ADDRESS, DAY);

    assertThat(found.entries()).isNotEmpty();
    assertThat(found.completeSince()).isAfter(DAY.from());
  }

  @Test
  void a_request_is_found_by_either_id_and_then_looked_for_around_its_time() {
    cloudWatch.answering(
        request ->
            request.logGroupName().equals("access") && cloudWatch.asked.size() == 2
                ? lines("203.0.113.7 7200")
                : lines());

    GateTrail found = logs.ofRequest("r-1", DAY);

    assertThat(found.entries()).hasSize(1);
    assertThat(cloudWatch.patterns())
        .contains(
            "access { ($.requestId = \"r-1\") || ($.extendedRequestId = \"r-1\") }",
            "api { $.requestId = \"r-1\" }",
            "firewall { ($.httpRequest.requestId = \"r-1\") || ($.httpRequest.requestId = \"x-1\")"
                + " }");
    assertThat(cloudWatch.asked)
        .filteredOn(request -> !request.logGroupName().equals("access"))
        .isNotEmpty()
        .allSatisfy(
            request ->
                assertThat(Instant.ofEpochMilli(request.startTime()))
                    .isAfterOrEqualTo(NOON.minusSeconds(7200 + 120)));
  }

  @Test
  void an_unknown_request_is_looked_for_in_the_whole_span() {
    cloudWatch.answering(_ -> lines());

    GateTrail found = logs.ofRequest("r-9", DAY);

    assertThat(found.entries()).isEmpty();
    assertThat(found.completeSince()).isEqualTo(DAY.from());
    assertThat(cloudWatch.asked).allMatch(request -> request.logGroupName().equals("access"));
  }

  @Test
  void a_name_that_could_end_a_pattern_is_searched_nowhere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> logs.about(new Subject(SubjectKind.CLIENT, "a\" || $.x = \"b"), DAY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> logs.about(new Subject(SubjectKind.GLOBAL, "all"), DAY));
  }

  @Test
  void a_service_that_does_not_answer_is_unavailable() {
    cloudWatch.answering(
        _ -> {
          throw SdkClientException.create("down");
        });

    assertThatExceptionOfType(PortUnavailable.class).isThrownBy(() -> logs.about(ADDRESS, DAY));
  }
}
