package dev.rampart.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.access.AccessControl;
import dev.rampart.local.access.CallRecord;
import dev.rampart.local.access.RecordedCall;
import dev.rampart.local.events.LocalEvents;
import dev.rampart.local.metrics.Bands;
import dev.rampart.local.metrics.CloudWatchQuery;
import dev.rampart.local.metrics.MetricStore;
import dev.rampart.local.metrics.OtherOperations;
import dev.rampart.local.protocol.AwsService;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.protocol.lambda.AsyncInvocation;
import dev.rampart.local.stack.access.RoleAuthorisation;
import dev.rampart.local.stack.health.StatusService;
import dev.rampart.local.tables.Tables;
import dev.rampart.local.topics.Inbox;
import dev.rampart.local.topics.InboxService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What services answer to functions that their roles do not allow a call, and to others. */
final class RoleAuthorisationTest {
  private static final String ACCOUNT = "000000000000";
  private static final String FUNCTION = RoleAuthorisation.accessKeyId("ApiFunction");
  private static final String ADMINISTRATOR = "LOCAL0123456789ABCDEF";

  @TempDir private Path folder;

  private final List<String> told = new ArrayList<>();
  private final Tables tables = Tables.inMemory(Clock.systemUTC());
  private LocalEvents events;
  private RoleAuthorisation authorisation;

  @BeforeEach
  void open() throws IOException {
    StackPlan plan =
        StackPlans.ofTemplate(
            Files.readString(Path.of(System.getProperty("rampart.root", "."), "template.yaml")));
    authorisation =
        new RoleAuthorisation(
            new AccessControl(
                plan.access(),
                CallRecord.begin(folder.resolve("calls")),
                Clock.systemUTC(),
                told::add));
    events =
        LocalEvents.open(
            plan.access().stack(),
            Clock.systemUTC(),
            folder.resolve("bus"),
            (_, _, _) -> new AsyncInvocation.Throttled());
  }

  @AfterEach
  void close() throws IOException {
    events.close();
    tables.close();
  }

  private HttpResponse call(AwsService service, String keyId, String target, String input) {
    return service.answer(
        request(keyId, List.of(new Field("X-Amz-Target", target)), input), authorisation);
  }

  private static HttpRequest request(String keyId, List<Field> more, String body) {
    List<Field> fields = new ArrayList<>(more);
    fields.add(
        new Field(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=" + keyId + "/20261129/eu-west-1/x/aws4_request"));
    return new HttpRequest(
        "POST", "/", "", fields, body.getBytes(StandardCharsets.UTF_8), "127.0.0.1");
  }

  private static JsonNode json(HttpResponse response) throws IOException {
    return JsonMapper.builder().build().readTree(response.body());
  }

  @Test
  void dynamodb_says_who_may_not_do_what_to_which_table() throws IOException {
    HttpResponse refused =
        call(tables, FUNCTION, "DynamoDB_20120810.Scan", "{\"TableName\":\"other\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(json(refused).path("__type").asText()).endsWith("#AccessDeniedException");
    assertThat(json(refused).path("message").asText())
        .matches(
            "User: arn:aws:sts::000000000000:assumed-role/local-ApiRole-\\w+/local-ApiFunction-\\w+"
                + " is not authorized to perform: dynamodb:Scan on resource:"
                + " arn:aws:dynamodb:eu-west-1:000000000000:table/other because no identity-based"
                + " policy allows the dynamodb:Scan action");
    assertThat(told).hasSize(1);
    assertThat(told.getFirst())
        .matches(
            "refused to ApiFunction: t.yaml:[0-9]+: ApiRole does not allow dynamodb:Scan on .*");
  }

  @Test
  void sqs_answers_403_with_the_code_of_its_older_protocol() throws IOException {
    String url = "http://127.0.0.1/" + ACCOUNT + "/q";
    HttpResponse refused =
        call(
            events.services().get(1),
            FUNCTION,
            "AmazonSQS.SendMessage",
            "{\"QueueUrl\":\"" + url + "\",\"MessageBody\":\"x\"}");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(json(refused).path("__type").asText()).isEqualTo("com.amazonaws.sqs#AccessDenied");
    assertThat(refused.fields()).contains(new Field("x-amzn-query-error", "AccessDenied;Sender"));
  }

  @Test
  void cloudwatch_answers_403_in_xml_where_it_is_asked_with_a_form() {
    MetricStore store = new MetricStore(Clock.systemUTC());
    CloudWatchQuery metrics =
        new CloudWatchQuery(store, new Bands(store, List.of()), OtherOperations.NONE);
    HttpRequest request =
        request(
            FUNCTION,
            List.of(new Field("Content-Type", "application/x-www-form-urlencoded")),
            "Action=ListMetrics&Version=2010-08-01");

    HttpResponse refused = metrics.answer(request, authorisation);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(new String(refused.body(), StandardCharsets.UTF_8))
        .contains("<Code>AccessDenied</Code>", "cloudwatch:ListMetrics");
  }

  @Test
  void a_malformed_call_is_refused_for_its_form_and_not_carried_out() throws IOException {
    HttpResponse refused = call(tables, FUNCTION, "DynamoDB_20120810.PutItem", "{}");

    assertThat(json(refused).path("__type").asText()).contains("ValidationException");
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "AWSEvents.PutEvents | {\"Entries\":[]} | ValidationException",
        "AWSEvents.ListEndpoints | {} | UnknownOperationException",
        "DynamoDB_20120810.BatchGetItem | {\"RequestItems\":{}} | ValidationException",
        "DynamoDB_20120810.TransactWriteItems | {\"TransactItems\":[{}]} | ValidationException"
      })
  void what_is_refused_whoever_asks_is_no_matter_of_roles(String target, String input, String code)
      throws IOException {
    AwsService service = target.startsWith("AWSEvents") ? events.services().getFirst() : tables;
    HttpResponse refused = call(service, FUNCTION, target, input);

    assertThat(json(refused).path("__type").asText()).endsWith(code);
    assertThat(told).isEmpty();
  }

  @Test
  void what_is_no_service_of_aws_answers_no_function() {
    HttpRequest request = request(FUNCTION, List.of(), "");

    assertThat(new InboxService(new Inbox()).answer(request, authorisation).status())
        .isEqualTo(403);
    assertThat(
            new StatusService(
                    () -> {
                      throw new IllegalStateException("not to be asked");
                    })
                .answer(request, authorisation)
                .status())
        .isEqualTo(403);
  }

  @Test
  void whoever_is_no_function_may_do_everything() {
    assertThat(call(tables, ADMINISTRATOR, "DynamoDB_20120810.ListTables", "{}").status())
        .isEqualTo(200);
    assertThat(authorisation.binds(ADMINISTRATOR)).isFalse();
    assertThat(authorisation.binds(FUNCTION)).isTrue();
    assertThat(authorisation.binds("LOCAL")).isFalse();
    assertThat(told).isEmpty();
  }

  @Test
  void a_kind_of_call_is_told_and_recorded_once() throws IOException {
    for (int i = 0; i < 3; i++) {
      HttpResponse _ =
          call(tables, FUNCTION, "DynamoDB_20120810.Scan", "{\"TableName\":\"other\"}");
    }

    assertThat(told).hasSize(1);
    assertThat(CallRecord.read(folder.resolve("calls")))
        .extracting(RecordedCall::action)
        .containsExactly("dynamodb:Scan");
  }
}
