package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.adapter.in.apigateway.submission.TestApi.GOOD;
import static dev.rampart.domain.submission.Examples.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.domain.detection.signal.DetectionPoint;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The claims that the authorizer does not check, and the scopes. */
final class TokenTest {

  private final TestApi api = new TestApi();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "token_use | id",
        "token_use | ACCESS",
        "token_use | ''",
        "client_id | other",
        "client_id | webclient",
        "client_id | webclient11",
        "client_id | WEBCLIENT1",
        "client_id | [webclient1]",
        "client_id | webclient1,machine1",
        "client_id | ''",
        "aud | another-api",
        "aud | ''",
        "sub | ''",
        "sub | a#b",
        "sub | a b",
        "sub | OWNER#x",
        "sub | ä",
        "sub | ../x"
      })
  void a_claim_that_is_not_ours_is_401(String claim, String value) {
    refused(Call.create(GOOD).as(ANN).claim(claim, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"token_use", "client_id", "sub"})
  void a_missing_claim_is_401(String claim) {
    refused(Call.create(GOOD).as(ANN).without(claim));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "token_use | [\"access\"]",
        "client_id | [\"webclient1\"]",
        "client_id | {\"webclient1\":true}",
        "client_id | null",
        "aud | [\"webclient1\"]",
        "aud | []",
        "aud | null",
        "aud | 1",
        "sub | [\"x\"]",
        "sub | {}",
        "sub | null",
        "sub | true",
        "sub | 1",
        "sub | 1.5"
      })
  void a_claim_of_another_type_is_401(String claim, String json) throws IOException {
    refused(Call.create(GOOD).as(ANN).claim(claim, new ObjectMapper().readTree(json)));
  }

  @Test
  void a_scope_that_is_no_text_is_403() {
    ArrayNode scopes = JsonNodeFactory.instance.arrayNode().add(Call.WRITE);

    assertThat(api.send(Call.create(GOOD).as(ANN).claim("scope", scopes)).status()).isEqualTo(403);
  }

  @Test
  void a_subject_that_would_break_a_key_is_401() {
    refused(Call.create(GOOD).as(ANN).claim("sub", "x".repeat(129)));
    refused(Call.create(GOOD).as(ANN).claim("sub", "a\u0000b"));
    refused(Call.create(GOOD).as(ANN).claim("sub", "a\nb"));
  }

  @Test
  void no_token_at_all_is_401() {
    refused(Call.create(GOOD));
  }

  @Test
  void an_audience_of_ours_and_a_machine_are_welcome() {
    assertThat(api.send(Call.create(GOOD).as(ANN).claim("aud", "webclient1")).status())
        .isEqualTo(201);
    Call machine = Call.create(GOOD).as("machine1", Call.WRITE).claim("client_id", "machine1");
    assertThat(api.send(machine).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "rampart/submissions.writes",
        "rampart/submissions.writ",
        "rampart/submissions.WRITE",
        "submissions.write",
        "rampart:submissions.write",
        "rampart/submissions.write,rampart/submissions.read",
        "rampart/submissions.read\trampart/submissions.write",
        "aws.cognito.signin.user.admin",
        "openid email",
        "rampart/*"
      })
  void a_scope_that_only_looks_right_is_403(String scope) {
    Answered answer = api.send(Call.create(GOOD).as(ANN.sub(), scope));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("insufficient-scope");
    assertThat(answer.gate()).isEqualTo("token");
    assertThat(answer.header("WWW-Authenticate"))
        .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"rampart/submissions.write\"");
    assertThat(api.signals).hasSize(1);
    assertThat(api.signals.getFirst().point()).isEqualTo(DetectionPoint.SCOPE_DENIED);
    assertThat(api.store.events()).isEmpty();
  }

  @Test
  void each_operation_has_the_scope_that_the_table_says_and_no_other() {
    List<String> scopes = List.of("", Call.READ, Call.WRITE, Call.REVIEW);
    Map<String, String> wanted =
        Map.of(
            "POST /v1/submissions", Call.WRITE,
            "GET /v1/submissions", Call.READ,
            "GET /v1/submissions/{id}", Call.READ,
            "PATCH /v1/submissions/{id}", Call.WRITE,
            "DELETE /v1/submissions/{id}", Call.WRITE,
            "POST /v1/submissions/{id}/review", Call.REVIEW,
            "GET /v1/review-queue", Call.REVIEW);
    wanted.forEach(
        (operation, scope) -> {
          String[] parts = operation.split(" ", 2);
          for (String given : scopes) {
            Answered answer = api.send(Call.of(parts[0], parts[1]).as(ANN.sub(), given));
            assertThat(answer.status() == 403)
                .as(operation + " with " + given)
                .isEqualTo(!given.equals(scope));
          }
        });
    assertThat(api.send(Call.of("GET", "/v1/health")).text()).isEqualTo("{\"status\":\"up\"}");
    assertThat(api.send(Call.of("GET", "/v1/openapi.json")).status()).isEqualTo(200);
  }

  private void refused(Call call) {
    Answered answer = api.send(call);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("token-refused");
    assertThat(answer.gate()).isEqualTo("token");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(api.signals.getLast().point()).isEqualTo(DetectionPoint.TOKEN_INVALID);
    assertThat(api.store.events()).isEmpty();
  }
}
