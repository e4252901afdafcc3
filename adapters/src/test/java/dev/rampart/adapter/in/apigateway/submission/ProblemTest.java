package dev.rampart.adapter.in.apigateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.Problem;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of problems and its page. */
final class ProblemTest {
  private static final String URN = "urn:rampart:problem:";
  private static final String REGISTRY = "https://iana.org/assignments/http-problem-types#";

  @ParameterizedTest
  @MethodSource("problems")
  void every_problem_is_documented_with_status_and_gate(Problem problem) throws IOException {
    String page =
        Files.readString(Path.of(System.getProperty("rampart.root", "."), "docs", "problems.md"));

    assertThat(page)
        .contains(
            String.format(
                "| `%s` | %d | `%s` |",
                problem.type().replace(URN, ""), problem.status(), problem.gate().wireName()));
  }

  @Test
  void no_two_problems_have_one_name() {
    List<String> types = problems().map(Problem::type).toList();

    assertThat(types).hasSize(22).doesNotHaveDuplicates();
    assertThat(types).allMatch(type -> type.matches("(" + URN + "|" + REGISTRY + ")[a-z-]+"));
  }

  private static Stream<Problem> problems() {
    return Stream.of(CommonProblem.class, SubmissionProblem.class)
        .flatMap(catalogue -> Stream.of(catalogue.getDeclaredFields()))
        .filter(field -> field.getType() == Problem.class)
        .map(ProblemTest::value);
  }

  private static Problem value(Field constant) {
    try {
      return (Problem) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
