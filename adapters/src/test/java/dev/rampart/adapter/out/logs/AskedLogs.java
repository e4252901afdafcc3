package dev.rampart.adapter.out.logs;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/** A client of CloudWatch Logs that answers as a test says, and what it was asked. */
final class AskedLogs {
  static final SearchedLogs LOGS =
      new SearchedLogs("access", "firewall", "sign-in", List.of("api", "security"));

  final CloudWatchLogsClient client = mock(CloudWatchLogsClient.class);
  final List<FilterLogEventsRequest> asked = new CopyOnWriteArrayList<>();

  void answering(Function<FilterLogEventsRequest, FilterLogEventsResponse> answer) {
    when(client.filterLogEvents(any(FilterLogEventsRequest.class)))
        .thenAnswer(
            call -> {
              FilterLogEventsRequest request = call.getArgument(0);
              asked.add(request);
              return answer.apply(request);
            });
  }

  static FilterLogEventsResponse lines(String... messages) {
    return FilterLogEventsResponse.builder()
        .events(
            List.of(messages).stream()
                .map(text -> FilteredLogEvent.builder().eventId("1").message(text).build())
                .toList())
        .build();
  }

  /** Returns each log that was asked, with the pattern of the lines that were asked for, once. */
  List<String> patterns() {
    return asked.stream()
        .map(request -> request.logGroupName() + " " + request.filterPattern())
        .distinct()
        .toList();
  }
}
