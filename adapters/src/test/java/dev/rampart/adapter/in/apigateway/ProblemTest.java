package dev.rampart.adapter.in.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue of problems and its page. */
final class ProblemTest {

  @ParameterizedTest
  @EnumSource(Problem.class)
  void every_problem_is_documented_with_status_and_gate(Problem problem) throws IOException {
    var page =
        Files.readString(Path.of(System.getProperty("rampart.root", "."), "docs", "problems.md"));

    assertThat(page)
        .contains(
            String.format(
                "| `%s` | %d | `%s` |",
                problem.shortName(), problem.status(), problem.gate().wireName()));
  }

  @ParameterizedTest
  @EnumSource(Problem.class)
  void no_two_problems_have_one_name(Problem problem) {
    assertThat(problem.type()).matches("urn:rampart:problem:[a-z-]+");
    assertThat(Arrays.stream(Problem.values()).filter(other -> other.type().equals(problem.type())))
        .containsExactly(problem);
  }
}
