package dev.rampart.domain.detection.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RouteFamilyTest {
  @ParameterizedTest
  @CsvSource({
    "/v1/submissions, /v1/submissions",
    "/v1/submissions/7, /v1/submissions/{id}",
    "/v1/submissions/01931f6e-5c7b-8a52-9b4e-1f0c2d3e4f50/review, /v1/submissions/{id}/review",
    "/oauth2/token, /oauth2/token",
    "/files/a%20b, /files/{id}",
    "/, /",
    "/a/b/c/d/e/f/g/h/i, (other paths)",
    "REDACTED, (other paths)"
  })
  void ids_are_replaced_and_words_are_not(String path, String family) {
    assertThat(RouteFamily.of(path)).isEqualTo(family);
  }

  @Test
  void the_expression_of_a_family_matches_its_paths_and_no_others() {
    Pattern regex = Pattern.compile(RouteFamily.regex(RouteFamily.of("/v1/a.b/7")));
    assertThat("/v1/a.b/8").matches(regex);
    assertThat("/v1/a.b/8/c").doesNotMatch(regex);
    assertThat("/v1/aXb/8").doesNotMatch(regex);
  }
}
