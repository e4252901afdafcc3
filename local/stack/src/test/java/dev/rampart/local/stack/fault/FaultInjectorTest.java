package dev.rampart.local.stack.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.protocol.Authorisation;
import dev.rampart.local.protocol.AwsServer;
import dev.rampart.local.protocol.CallInterceptor;
import dev.rampart.local.protocol.http.Field;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that fail as a test asks, seen by the client and by the service. */
final class FaultInjectorTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PUT = "{'TableName':'Things'}";

  private final RecordingService service = new RecordingService();
  private final List<String> killed = new CopyOnWriteArrayList<>();
  private final List<String> slept = new CopyOnWriteArrayList<>();
  private final FaultInjector faults =
      new FaultInjector(
          Set.of("ApiFunction", "RelayFunction"),
          new FunctionProcesses() {
            @Override
            public boolean has(String sessionToken) {
              return sessionToken.equals("token");
            }

            @Override
            public void kill(String sessionToken) {
              killed.add(sessionToken + " after " + service.done.size());
            }
          },
          time -> slept.add(time + " after " + service.done.size()));
  private final AwsServer server = AwsServer.start(0, List.of(service), Authorisation.NONE, faults);
  private final HttpClient http = HttpClient.newHttpClient();

  FaultInjectorTest() throws IOException {}

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json.replace('\'', '"'));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void fault(String json) {
    var _ = faults.post(tree(json));
  }

  private HttpResponse<String> call(String target, String input, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.url())
            .header("X-Amz-Target", target)
            .POST(BodyPublishers.ofString(input.replace('\'', '"')));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private int put(String... headers) throws IOException, InterruptedException {
    return call("DynamoDB_20120810.PutItem", PUT, headers).statusCode();
  }

  private static String[] from(String function) {
    return new String[] {
      "Authorization", "AWS4-HMAC-SHA256 Credential=LOCAL" + function + "/20261129/r/s/aws4_request"
    };
  }

  private long met() {
    return faults.get().at("/faults/0/met").asLong();
  }

  @Test
  void a_call_is_refused_in_the_words_of_the_service_as_often_as_asked() throws Exception {
    fault(
        "{'operation':'dynamodb:PutItem','calls':2,'error':{'status':400,"
            + "'code':'ThrottlingException','message':'Rate exceeded'}}");

    HttpResponse<String> refused = call("DynamoDB_20120810.PutItem", PUT);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .isEqualTo("{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}");
    assertThat(put()).isEqualTo(400);
    assertThat(service.done).isEmpty();
    assertThat(put()).isEqualTo(200);
    assertThat(met()).isEqualTo(2);
  }

  @Test
  void a_lost_request_is_not_done_and_one_whose_answer_is_lost_is() throws Exception {
    fault("{'operation':'dynamodb:PutItem','calls':1,'lose':'request'}");
    assertThatExceptionOfType(IOException.class).isThrownBy(this::put);
    assertThat(service.done).isEmpty();

    fault("{'operation':'dynamodb:PutItem','calls':1,'lose':'answer'}");
    assertThatExceptionOfType(IOException.class).isThrownBy(this::put);
    assertThat(service.done).containsExactly("PutItem Things");
    assertThat(put()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"before,0", "after,1"})
  void a_process_that_calls_is_killed_before_or_after_its_call_is_done(String when, int done)
      throws Exception {
    fault("{'operation':'dynamodb:PutItem','calls':1,'kill':'" + when + "'}");
    // Nobody can kill what is no process of a function.
    assertThat(put()).isEqualTo(200);
    assertThat(put("X-Amz-Security-Token", "that of a person")).isEqualTo(200);
    assertThat(met()).isZero();
    service.done.clear();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> put("X-Amz-Security-Token", "token"));
    assertThat(killed).containsExactly("token after " + done);
    assertThat(service.done).hasSize(done);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'function':'RelayFunction','lose':'request' ~ 0",
        "'kill':'before' ~ 0",
        "'resource':'Others','lose':'request' ~ 1",
      })
  void a_body_is_read_where_there_is_room_and_for_no_fault_that_its_caller_cannot_meet(
      String fault, int reads) throws Exception {
    fault("{'operation':'dynamodb:PutItem'," + fault + "}");
    AtomicInteger inRoom = new AtomicInteger();
    CallInterceptor.Next next =
        new CallInterceptor.Next() {
          @Override
          public dev.rampart.local.protocol.http.HttpResponse answer(
              dev.rampart.local.protocol.http.HttpRequest request) {
            return service.answer(request);
          }

          @Override
          public <T> T withRoom(
              dev.rampart.local.protocol.http.HttpRequest request, Supplier<T> work) {
            int before = service.asked.get();
            T done = work.get();
            inRoom.addAndGet(service.asked.get() - before);
            return done;
          }
        };
    dev.rampart.local.protocol.http.HttpRequest request =
        new dev.rampart.local.protocol.http.HttpRequest(
            "POST",
            "/",
            "",
            List.of(new Field("X-Amz-Target", "DynamoDB_20120810.PutItem")),
            PUT.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
            "127.0.0.1");

    assertThat(faults.around(service, request, next).status()).isEqualTo(200);
    assertThat(service.asked).hasValue(reads);
    assertThat(inRoom).hasValue(reads);
  }

  @Test
  void a_slow_call_is_done_late() throws Exception {
    fault("{'operation':'dynamodb:PutItem','calls':1,'delay':'PT50S'}");
    assertThat(put()).isEqualTo(200);
    assertThat(slept).containsExactly("PT50S after 0");
    assertThat(service.done).hasSize(1);
    assertThat(met()).isEqualTo(1);
  }

  @Test
  void events_at_some_places_are_refused_and_the_others_published() throws Exception {
    fault("{'operation':'events:PutEvents','calls':2,'entries':{'places':[0,2]}}");
    String three = "{'Entries':[{'Detail':'a'},{'Detail':'b'},{'Detail':'c'}]}";

    JsonNode answer = JSON.readTree(call("AWSEvents.PutEvents", three).body());
    assertThat(answer.path("FailedEntryCount").asInt()).isEqualTo(2);
    assertThat(answer.at("/Entries/0/ErrorCode").asText()).isEqualTo("InternalFailure");
    assertThat(answer.at("/Entries/1/EventId").asText()).isEqualTo("b");
    assertThat(answer.at("/Entries/2").has("EventId")).isFalse();
    assertThat(service.done).containsExactly("b");

    JsonNode none =
        JSON.readTree(call("AWSEvents.PutEvents", "{'Entries':[{'Detail':'d'}]}").body());
    assertThat(none.path("FailedEntryCount").asInt()).isEqualTo(1);
    assertThat(service.done).containsExactly("b");
  }

  @Test
  void each_nth_event_is_refused_over_all_calls() throws Exception {
    fault("{'operation':'events:PutEvents','entries':{'each':3,'code':'ThrottlingException'}}");
    for (String detail : List.of("a", "b", "c", "d", "e", "f")) {
      var _ = call("AWSEvents.PutEvents", "{'Entries':[{'Detail':'" + detail + "'}]}");
    }
    assertThat(service.done).containsExactly("a", "b", "d", "e");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'operation':'dynamodb:PutItem'",
        "'operation':'dynamodb:*'",
        "'operation':'dynamodb:TransactWriteItems'",
        "'operation':'dynamodb:*','resource':'Things'",
        "'operation':'dynamodb:*','function':'ApiFunction'",
      })
  void a_fault_is_for_the_calls_that_it_names(String target) throws Exception {
    fault("{" + target + ",'lose':'request'}");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> call("DynamoDB_20120810.TransactWriteItems", PUT, from("ApiFunction")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'operation':'dynamodb:GetItem'",
        "'operation':'events:*'",
        "'operation':'dynamodb:PutItem','resource':'Thing'",
        "'operation':'dynamodb:PutItem','resource':'ings'",
        "'operation':'dynamodb:PutItem','function':'RelayFunction'",
      })
  void and_for_no_others(String target) throws Exception {
    fault("{" + target + ",'lose':'request'}");
    assertThat(put(from("ApiFunction"))).isEqualTo(200);
    assertThat(put()).isEqualTo(200);
    assertThat(met()).isZero();
  }

  @Test
  void a_share_of_the_calls_is_the_same_for_the_same_seed() {
    assertThat(struck(7)).isEqualTo(struck(7)).isNotEqualTo(struck(8));
    assertThat(struck(7)).hasSizeBetween(30, 70);
  }

  private static List<Integer> struck(long seed) {
    FaultSchedule schedule = new FaultSchedule(0, 1000, 0.25, seed);
    List<Integer> struck = new ArrayList<>();
    IntStream.range(0, 200).filter(_ -> schedule.take()).forEach(struck::add);
    return struck;
  }

  @Test
  void the_first_calls_pass_if_asked() throws Exception {
    fault("{'operation':'dynamodb:PutItem','skip':2,'calls':1,'lose':'request'}");
    assertThat(put()).isEqualTo(200);
    assertThat(put()).isEqualTo(200);
    assertThatExceptionOfType(IOException.class).isThrownBy(this::put);
    assertThat(put()).isEqualTo(200);
  }

  @Test
  void faults_are_shown_as_asked_and_end_together() throws Exception {
    fault("{'operation':'dynamodb:*','lose':'request'}");
    fault("{'operation':'events:*','lose':'answer'}");
    assertThat(faults.get())
        .hasToString(
            "{\"faults\":[{\"operation\":\"dynamodb:*\",\"lose\":\"request\",\"met\":0},"
                + "{\"operation\":\"events:*\",\"lose\":\"answer\",\"met\":0}]}");

    assertThat(faults.methods()).contains("DELETE");
    assertThat(faults.delete()).isEqualTo(tree("{'faults':[]}"));
    assertThat(put()).isEqualTo(200);
  }

  @Test
  void there_are_a_hundred_at_most() {
    for (int i = 0; i < 100; i++) {
      fault("{'operation':'dynamodb:*','lose':'request'}");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fault("{'operation':'dynamodb:*','lose':'request'}"))
        .withMessage("There are 100 faults already; DELETE ends them.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{'lose':'request'} ~ operation is missing",
        "{'operation':'PutItem','lose':'request'} ~ operation is none",
        "{'operation':7,'lose':'request'} ~ operation is no text",
        "{'operation':'a:B'} ~ it has one of error, lose, kill and entries",
        "{'operation':'a:B','lose':'request','kill':'after'} ~ it has one of error",
        "{'operation':'a:B','lose':'it'} ~ lose is neither request nor answer",
        "{'operation':'a:B','kill':'now'} ~ kill is neither before nor after",
        "{'operation':'a:B','lose':'request','chance':1} ~ there is a member that is none of calls",
        "{'operation':'a:B','lose':'request','function':'None'} ~ none of the template:"
            + " ApiFunction",
        "{'operation':'a:B','lose':'request','resource':''} ~ resource is no text",
        "{'operation':'a:B','lose':'request','calls':0} ~ calls is no whole number from 1",
        "{'operation':'a:B','lose':'request','calls':1.5} ~ calls is no whole number",
        "{'operation':'a:B','lose':'request','skip':-1} ~ skip is no whole number from 0",
        "{'operation':'a:B','lose':'request','share':0} ~ share is no number above 0",
        "{'operation':'a:B','lose':'request','share':1.1} ~ share is no number",
        "{'operation':'a:B','lose':'request','seed':'x'} ~ seed is no whole number",
        "{'operation':'a:B','delay':'PT61S'} ~ delay is no ISO duration of at most a minute",
        "{'operation':'a:B','delay':'-PT1S'} ~ delay is no ISO duration",
        "{'operation':'a:B','delay':'soon'} ~ delay is no ISO duration",
        "{'operation':'a:B','error':'x'} ~ error is no object",
        "{'operation':'a:B','error':{'code':'X'}} ~ error.status is missing",
        "{'operation':'a:B','error':{'status':200,'code':'X'}} ~ error.status is missing",
        "{'operation':'a:B','error':{'status':400}} ~ error.code is missing",
        "{'operation':'a:B','error':{'status':400,'code':'a b'}} ~ the code of the error is none",
        "{'operation':'a:B','error':{'status':400,'code':'X','x':1}} ~ none of code, message,"
            + " status",
        "{'operation':'a:B','entries':{'each':2}} ~ entries are those of events:PutEvents",
        "{'operation':'events:PutEvents','entries':{}} ~ entries has either each",
        "{'operation':'events:PutEvents','entries':{'each':0}} ~ each is no whole number",
        "{'operation':'events:PutEvents','entries':{'places':[]}} ~ entries.places is no list",
        "{'operation':'events:PutEvents','entries':{'places':[10]}} ~ numbers from 0 to 9",
      })
  void what_is_wrong_is_told_and_is_no_fault(String fault, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fault(fault))
        .withMessageStartingWith("The fault cannot be had: ")
        .withMessageContaining(message);
    assertThat(faults.get().path("faults")).isEmpty();
  }
}
