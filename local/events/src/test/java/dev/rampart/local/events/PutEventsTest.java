package dev.rampart.local.events;

import static dev.rampart.local.events.Desk.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.events.queue.Queue;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PutEventsTest {
  private final Desk desk = new Desk();

  @Test
  void an_event_gets_the_envelope_of_the_bus() {
    JsonNode answer =
        put(
            "{'Source':'rampart.api','DetailType':'Made','Detail':'{\"a\":1}',"
                + "'Time':1795350404.9,'Resources':['r']}");
    String id = answer.at("/Entries/0/EventId").asText();
    assertThat(answer.path("FailedEntryCount").asInt()).isZero();
    assertThat(desk.heard)
        .containsExactly(
            ("{'version':'0','id':'"
                    + id
                    + "','detail-type':'Made','source':'rampart.api',"
                    + "'account':'000000000000','time':'2026-11-22T12:26:44Z',"
                    + "'region':'eu-west-1','resources':['r'],'detail':{'a':1}}")
                .replace('\'', '"'));
  }

  @Test
  void an_event_without_a_time_has_the_time_of_its_arrival() {
    var _ = put("{'Source':'s','DetailType':'t','Detail':'{}'}");
    assertThat(desk.heard.getFirst()).contains("\"time\":\"2026-11-24T09:00:00Z\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'DetailType':'t','Detail':'{}'}                           | InvalidArgument
          {'Source':'','DetailType':'t','Detail':'{}'}               | InvalidArgument
          {'Source':'s','Detail':'{}'}                               | InvalidArgument
          {'Source':'s','DetailType':'t'}                            | InvalidArgument
          {'Source':'s','DetailType':'t','Detail':'{'}               | MalformedDetail
          {'Source':'s','DetailType':'t','Detail':'[]'}              | MalformedDetail
          {'Source':'s','DetailType':'t','Detail':'{} {}'}           | MalformedDetail
          {'Source':'aws.s3','DetailType':'t','Detail':'{}'}         | NotAuthorizedForSourceException
          {'Source':'s','DetailType':'t','Detail':'{}','Time':1e300} | InvalidArgument
          {'Source':'s','DetailType':'t','Detail':'{}','Time':1e400} | InvalidArgument
          {'Source':'s','DetailType':'t','Detail':'{}','EventBusName':'none'} | ResourceNotFoundException
          """)
  void a_bad_entry_fails_alone_and_is_heard_by_nobody(String entry, String code) {
    JsonNode answer = put(entry + ",{'Source':'s','DetailType':'good','Detail':'{}'}");
    assertThat(answer.path("FailedEntryCount").asInt()).isEqualTo(1);
    assertThat(answer.at("/Entries/0/ErrorCode").asText()).isEqualTo(code);
    assertThat(answer.at("/Entries/0/ErrorMessage").asText()).isNotEmpty();
    assertThat(answer.at("/Entries/1/EventId").asText()).isNotEmpty();
    assertThat(desk.heard).hasSize(1).first().asString().contains("good");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'r'", "{'r':'r'}", "['r',1]", "[null]"})
  void resources_that_are_no_texts_are_refused_with_the_call(String resources) {
    String detail = "{'Source':'s','DetailType':'t','Detail':'{}','Resources':" + resources + "}";
    assertThat(put(detail).path("__type").asText()).contains("SerializationException");
    assertThat(desk.heard).isEmpty();
  }

  @Test
  void a_detail_that_is_nested_too_deep_for_the_event_around_it_fails_alone() {
    desk.events("PutRule", "{\"Name\":\"r\",\"EventPattern\":\"{\\\"source\\\":[\\\"s\\\"]}\"}");
    JsonNode answer = put(nested(999) + "," + nested(1000) + "," + nested(1));
    assertThat(answer.at("/Entries/0/EventId").asText()).isNotEmpty();
    assertThat(answer.at("/Entries/1/ErrorCode").asText()).isEqualTo("MalformedDetail");
    assertThat(answer.at("/Entries/2/EventId").asText()).isNotEmpty();
    assertThat(desk.heard).hasSize(2);
  }

  private static String nested(int depth) {
    String detail = "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    return "{'Source':'s','DetailType':'t','Detail':'" + detail + "'}";
  }

  @Test
  void a_request_that_is_too_large_is_refused_as_a_whole_and_one_at_the_limit_is_not() {
    // Source and detail type take two bytes, the detail's frame eight.
    String fits = "x".repeat(1_048_576 - 2 - 8);
    assertThat(sized(fits).path("FailedEntryCount").asInt(-1)).isZero();
    assertThat(sized(fits + "x").path("__type").asText()).isEqualTo("ValidationException");
    assertThat(desk.heard).hasSize(1);
  }

  @Test
  void a_request_has_one_to_ten_entries() {
    String entry = "{'Source':'s','DetailType':'t','Detail':'{}'}";
    assertThat(put((entry + ",").repeat(9) + entry).path("Entries")).hasSize(10);
    assertThat(put((entry + ",").repeat(10) + entry).path("__type").asText())
        .isEqualTo("ValidationException");
    assertThat(put("").path("__type").asText()).isEqualTo("ValidationException");
    assertThat(desk.reply("AWSEvents.PutEvents", "{\"Entries\":7}").status()).isEqualTo(400);
  }

  @Test
  void an_event_that_cannot_be_written_down_is_refused_and_goes_to_no_target() throws Exception {
    Queue queue = desk.queue("q", "");
    desk.events("PutRule", "{\"Name\":\"r\",\"EventPattern\":\"{\\\"source\\\":[\\\"s\\\"]}\"}");
    desk.events(
        "PutTargets",
        "{\"Rule\":\"r\",\"Targets\":[{\"Id\":\"t\",\"Arn\":\"" + queue.arn() + "\"}]}");
    String entry = "{'Source':'s','DetailType':'t','Detail':'{}'}";
    desk.journalFault = Optional.of(new IOException("No space left on device"));
    JsonNode refused = put(entry);
    assertThat(refused.at("/Entries/0/ErrorCode").asText()).isEqualTo("InternalFailure");
    assertThat(refused.at("/Entries/0/ErrorMessage").asText()).contains("No space left on device");
    assertThat(Desk.take(queue)).isEmpty();
    desk.journalFault = Optional.empty();
    assertThat(put(entry).path("FailedEntryCount").asInt()).isZero();
    assertThat(Desk.take(queue)).hasSize(1);
  }

  private JsonNode sized(String text) {
    return desk.events(
        "PutEvents",
        "{\"Entries\":[{\"Source\":\"s\",\"DetailType\":\"t\",\"Detail\":"
            + quoted("{\"a\":\"" + text + "\"}")
            + "}]}");
  }

  /** Puts entries written with single quotes; the double quotes inside a detail are escaped. */
  private JsonNode put(String entries) {
    return desk.events(
        "PutEvents", "{\"Entries\":[" + entries.replace("\"", "\\\"").replace('\'', '"') + "]}");
  }
}
