package dev.rampart.function.scopes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked // The handler never looks at its context.
final class ScopesHandlerTest {
  private static final String ALL =
      """
      ["openid", "rampart/submissions.read", "rampart/submissions.write",
       "rampart/submissions.review", "rampart/threats.read", "rampart/threats.write",
       "rampart/blocks.write", "rampart/unheard.of"]
      """;

  @Test
  void a_person_without_a_group_keeps_what_everybody_has() throws IOException {
    assertThat(suppressed(ALL, "[]"))
        .containsExactly(
            "rampart/blocks.write",
            "rampart/submissions.review",
            "rampart/threats.read",
            "rampart/threats.write",
            "rampart/unheard.of");
  }

  @Test
  void a_reviewer_may_review_but_does_not_see_threats() throws IOException {
    assertThat(suppressed(ALL, "[\"reviewers\"]"))
        .doesNotContain("rampart/submissions.review")
        .contains("rampart/threats.read", "rampart/blocks.write");
  }

  @Test
  void the_security_team_sees_threats_and_blocks_but_does_not_review() throws IOException {
    assertThat(suppressed(ALL, "[\"security\"]"))
        .containsExactly("rampart/submissions.review", "rampart/unheard.of");
  }

  @Test
  void groups_add_up_and_unknown_ones_grant_nothing() throws IOException {
    assertThat(suppressed(ALL, "[\"reviewers\", \"security\"]"))
        .containsExactly("rampart/unheard.of");
    assertThat(suppressed(ALL, "[\"Reviewers\"]")).contains("rampart/submissions.review");
  }

  @Test
  void the_event_comes_back_whole() throws IOException {
    JsonNode answer = answer(ALL, "[]");
    assertThat(answer.path("version").asText()).isEqualTo("2");
    assertThat(answer.path("request").path("scopes")).hasSize(8);
  }

  @Test
  void what_is_no_event_fails_so_that_no_token_is_signed() {
    assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> handle("{"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "\"request\"", "1"})
  void what_is_no_object_is_no_event(String event) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> handle(event))
        .withMessage("not an event of a user pool: no JSON object");
  }

  private static Iterable<String> suppressed(String scopes, String groups) throws IOException {
    JsonNode list =
        answer(scopes, groups)
            .at("/response/claimsAndScopeOverrideDetails/accessTokenGeneration/scopesToSuppress");
    return list.valueStream().map(JsonNode::asText).toList();
  }

  private static JsonNode answer(String scopes, String groups) throws IOException {
    String event =
        """
        {"version": "2", "request": {"scopes": %s, "groupConfiguration": {"groupsToOverride": %s}},
         "response": {"claimsAndScopeOverrideDetails": null}}
        """
            .formatted(scopes, groups);
    return JsonMapper.builder().build().readTree(handle(event));
  }

  private static byte[] handle(String event) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    byte[] input = event.getBytes(StandardCharsets.UTF_8);
    new ScopesHandler().handleRequest(new ByteArrayInputStream(input), output, null);
    return output.toByteArray();
  }
}
