package dev.rampart.adapter.in.apigateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bodies that the contract shows are what its schemas say. */
final class ContractExamplesTest {
  private static final PublishedContract CONTRACT = PublishedContract.read();

  static Stream<Arguments> bodies() {
    return CONTRACT.document().findParents("examples").stream()
        .filter(media -> media.has("schema"))
        .flatMap(
            media ->
                media
                    .path("examples")
                    .propertyStream()
                    .map(
                        example ->
                            Arguments.of(
                                example.getKey(),
                                media.path("schema"),
                                CONTRACT.resolve(example.getValue()).path("value"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void an_example_has_what_its_schema_says_and_nothing_else(
      String name, JsonNode schema, JsonNode value) {
    assertThat(CONTRACT.faults(schema, value)).as(name).isEmpty();
  }
}
