package dev.rampart.local.metrics;

import static dev.rampart.local.metrics.MetricStoreTest.NOON;
import static dev.rampart.local.metrics.MetricStoreTest.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsServer;
import dev.rampart.local.protocol.http.Field;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CloudWatchTest {
  private final MetricStore metrics = new MetricStore(() -> NOON);
  private final Bands bands = new Bands(metrics, List.of());
  private AwsServer server;
  private HttpClient http;

  @BeforeEach
  void start() throws IOException {
    server =
        AwsServer.start(
            0,
            List.of(
                new CloudWatchJson(metrics, bands, OtherOperations.NONE),
                new CloudWatchQuery(metrics, bands, OtherOperations.NONE)));
    http = HttpClient.newHttpClient();
    metrics.accept(line(NOON, "[1.0, 5.0]"));
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ListMetrics", "GetMetricStatistics", "GetMetricData", "PutMetricData"})
  void every_operation_is_authorised_on_all_resources(String operation) {
    AwsAction action = new AwsAction("cloudwatch:" + operation, "*");
    byte[] form = ("Version=2010-08-01&Action=" + operation).getBytes(StandardCharsets.UTF_8);
    Field target = new Field("X-Amz-Target", "GraniteServiceVersion20100801." + operation);

    assertThat(
            new CloudWatchJson(metrics, bands, OtherOperations.NONE)
                .actions(request(target, new byte[0])))
        .containsExactly(action);
    assertThat(
            new CloudWatchQuery(metrics, bands, OtherOperations.NONE)
                .actions(request(new Field("A", "b"), form)))
        .containsExactly(action);
  }

  private static dev.rampart.local.protocol.http.HttpRequest request(Field field, byte[] body) {
    return new dev.rampart.local.protocol.http.HttpRequest(
        "POST", "/", "", List.of(field), body, "127.0.0.1");
  }

  @Test
  void newer_clients_list_metrics_in_json() throws Exception {
    HttpResponse<String> answer =
        json("ListMetrics", "{\"Dimensions\":[{\"Name\":\"gate\",\"Value\":\"waf\"}]}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"Metrics\":[{\"Namespace\":\"Rampart\",\"MetricName\":\"Refused\",\"Dimensions\":["
                + "{\"Name\":\"gate\",\"Value\":\"waf\"},{\"Name\":\"service\",\"Value\":\"api\"}]}]}");
    assertThat(json("ListMetrics", "{\"Namespace\":\"Other\"}").body())
        .isEqualTo("{\"Metrics\":[]}");
  }

  @Test
  void newer_clients_get_data_in_json() throws Exception {
    HttpResponse<String> answer =
        json(
            "GetMetricData",
            """
            {"StartTime": 1795520000, "EndTime": 1795530000, "MetricDataQueries": [{"Id": "a",
             "MetricStat": {"Period": 60, "Stat": "Average", "Metric": {"Namespace": "Rampart",
             "MetricName": "Refused", "Dimensions": [{"Name": "service", "Value": "api"}]}}}]}
            """);
    assertThat(answer.body())
        .contains("\"Timestamps\":[1795521600]")
        .contains("\"Values\":[3.0]")
        .contains("\"StatusCode\":\"Complete\"");
  }

  @Test
  void older_clients_get_statistics_in_xml() throws Exception {
    HttpResponse<String> answer = form(STATISTICS + "&Period=60");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("<Timestamp>2026-11-24T12:00:00Z</Timestamp>")
        .contains("<Sum>6.0</Sum>")
        .contains("<SampleCount>2.0</SampleCount>");
  }

  @Test
  void both_put_data() throws Exception {
    HttpResponse<String> json =
        json(
            "PutMetricData",
            """
            {"Namespace": "Shop", "MetricData": [{"MetricName": "Orders", "Value": 3}]}
            """);
    HttpResponse<String> form =
        form(
            "Action=PutMetricData&Version=2010-08-01&Namespace=Shop"
                + "&MetricData.member.1.MetricName=Orders&MetricData.member.1.Unit=Count"
                + "&MetricData.member.1.StatisticValues.SampleCount=2"
                + "&MetricData.member.1.StatisticValues.Sum=6"
                + "&MetricData.member.1.StatisticValues.Minimum=1"
                + "&MetricData.member.1.StatisticValues.Maximum=5");
    assertThat(List.of(json.statusCode(), form.statusCode())).containsOnly(200);
    assertThat(
            metrics
                .values(
                    new MetricKey("Shop", "Orders", Map.of()),
                    NOON.minusSeconds(60),
                    NOON.plusSeconds(60),
                    Duration.ofMinutes(1))
                .values())
        .extracting(Distribution::set)
        .containsExactly(new StatisticSet(3, 9, 1, 5));
  }

  @Test
  void a_bad_parameter_is_named_in_both_protocols() throws Exception {
    HttpResponse<String> xml = form(STATISTICS + "&Period=7");
    assertThat(xml.statusCode()).isEqualTo(400);
    assertThat(xml.body()).contains("<Code>InvalidParameterValue</Code>").contains("Period");
    HttpResponse<String> json =
        json(
            "GetMetricStatistics",
            "{\"Period\":60,\"StartTime\":2,\"EndTime\":1,\"Statistics\":[\"Sum\"]}");
    assertThat(json.statusCode()).isEqualTo(400);
    assertThat(json.body()).contains("InvalidParameterValue").contains("StartTime");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999",
        "-1e999",
        "1e300",
        "-1",
        "253402300800",
        "\"+1000000000-12-31T23:59:59Z\"",
        "\"-1000000000-01-01T00:00:00Z\"",
        "\"soon\""
      })
  void a_time_out_of_reach_is_refused(String time) throws Exception {
    for (String operation : List.of("GetMetricData", "GetMetricStatistics")) {
      String input = "{\"StartTime\":%s,\"EndTime\":%s,\"Period\":60,\"Statistics\":[\"Sum\"]}";
      if (operation.equals("GetMetricData")) {
        input = "{\"StartTime\":%s,\"EndTime\":%s}";
      }
      HttpResponse<String> answer = json(operation, input.formatted(time, time));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("InvalidParameterValue").contains("is not a time");
    }
  }

  @Test
  void what_the_stand_in_does_not_do_it_refuses() throws Exception {
    assertThat(json("PutMetricAlarm", "{}").statusCode()).isEqualTo(400);
    assertThat(form("Action=PutMetricAlarm&Version=2010-08-01").body()).contains("InvalidAction");
  }

  @Test
  void percentiles_are_answered_by_the_nearest_rank() throws Exception {
    HttpResponse<String> xml =
        form(
            STATISTICS.replace("Statistics.member.2=SampleCount", "ExtendedStatistics.member.1=p99")
                + "&Period=60");

    assertThat(xml.body()).contains("<p99>5.0</p99>");
    assertThat(form(STATISTICS + "&ExtendedStatistics.member.1=p50&Period=60").body())
        .contains("<p50>1.0</p50>");
  }

  @Test
  void a_statistic_that_is_not_there_is_refused() throws Exception {
    HttpResponse<String> json =
        json(
            "GetMetricData",
            """
            {"StartTime": 1, "EndTime": 2, "MetricDataQueries": [{"Id": "a", "MetricStat": {"Period": 60,
             "Stat": "tm90", "Metric": {"Namespace": "Other", "MetricName": "none"}}}]}
            """);
    assertThat(json.statusCode()).isEqualTo(400);
    assertThat(json.body()).contains("keep no statistic tm90");
  }

  @Test
  void a_parameter_that_would_be_ignored_is_refused() throws Exception {
    assertThat(json("ListMetrics", "{\"RecentlyActive\":\"PT3H\"}").body())
        .contains("RecentlyActive");
    assertThat(json("GetMetricData", "{\"MaxDatapoints\":1}").body()).contains("MaxDatapoints");
    assertThat(form(STATISTICS + "&Period=60&Unit=Bytes").body())
        .contains("<Datapoints></Datapoints>");
    assertThat(form(STATISTICS + "&Period=60&Unit=Count").body()).contains("<Sum>6.0</Sum>");
  }

  @Test
  void statistics_without_a_statistic_are_refused() throws Exception {
    assertThat(json("GetMetricStatistics", "{\"Period\":60,\"StartTime\":1,\"EndTime\":2}").body())
        .contains("MissingParameter")
        .contains("Statistics");
  }

  private static final String STATISTICS =
      "Action=GetMetricStatistics&Version=2010-08-01&Namespace=Rampart&MetricName=Refused"
          + "&Dimensions.member.1.Name=service&Dimensions.member.1.Value=api"
          + "&StartTime=2026-11-24T11%3A00%3A00Z&EndTime=2026-11-24T13%3A00%3A00Z"
          + "&Statistics.member.1=Sum&Statistics.member.2=SampleCount";

  private HttpResponse<String> json(String operation, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(server.url())
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "GraniteServiceVersion20100801." + operation)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> form(String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(server.url())
            .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
