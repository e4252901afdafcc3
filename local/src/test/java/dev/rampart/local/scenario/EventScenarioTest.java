package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.JSON;
import static dev.rampart.local.scenario.Caller.behindEscapes;
import static dev.rampart.local.scenario.Caller.bytes;
import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the bus hears: one event of each write, none of a refusal, and a finding about an attack.
 */
final class EventScenarioTest {
  private static final Running RUN = Running.shared();
  private static final String SQL = "' UNION SELECT password FROM users WHERE '1'='1' --";

  @Test
  void each_write_is_one_event_and_a_refused_one_is_none() {
    String id = RUN.ann.submitted();
    assertThat(RUN.ann.patch(id, "\"9\"", "{\"title\":\"Stale\"}").status()).isEqualTo(412);
    assertThat(RUN.ann.patch(id, "*", "{\"title\":\"\"}").status()).isEqualTo(400);
    assertThat(RUN.bob.delete(id, "*").status()).isEqualTo(404);
    assertThat(RUN.ann.patch(id, "*", "{\"title\":\"New\"}").status()).isEqualTo(200);
    byte[] accept = bytes("{\"decision\":\"reject\",\"reason\":\"No roof.\"}");
    Reply review = RUN.rita.send("POST", one(id) + "/review", accept, JSON, "If-Match: *");
    assertThat(review.status()).isEqualTo(200);
    assertThat(RUN.ann.delete(id, "*").status()).isEqualTo(409);

    assertThat(Running.eventually(() -> RUN.eventsOf(id).size() >= 3)).isTrue();
    assertThat(RUN.eventsOf(id))
        .containsExactly("SubmissionReceived", "SubmissionAmended", "SubmissionReviewed");
  }

  @Test
  void repeated_attacks_become_a_finding_and_store_nothing() {
    int itemsBefore = RUN.items();
    for (int i = 0; i < 8; i++) {
      Reply refused = RUN.bob.submit(behindEscapes(good().put("description", i + SQL)));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.pointers()).containsExactly("/description");
      assertThat(refused.body()).doesNotContain("UNION");
    }
    String bob = RUN.instance.user("bob").sub();

    assertThat(
            Running.eventually(
                () ->
                    !RUN.events(
                            event ->
                                Running.isOf(event, "ThreatDetected")
                                    && event.at("/detail/subject").asText().equals(bob))
                        .isEmpty()))
        .isTrue();
    assertThat(RUN.items()).isEqualTo(itemsBefore);
  }

  @Test
  void every_event_on_the_bus_keeps_to_its_schema() throws IOException {
    String id = RUN.ann.submitted();
    assertThat(RUN.ann.submit(behindEscapes(good().put("description", SQL))).status())
        .isEqualTo(422);
    assertThat(Running.eventually(() -> !RUN.eventsOf(id).isEmpty())).isTrue();
    Path folder =
        Path.of(Objects.requireNonNull(System.getProperty("rampart.root"))).resolve("docs/events");
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Set<String> types = new HashSet<>();
    for (JsonNode event : RUN.events(_ -> true)) {
      String type = event.path("detail-type").asText();
      types.add(type);
      String kebab = type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
      Schema schema =
          registry.getSchema(Files.readString(folder.resolve(kebab + ".v1.schema.json")));
      assertThat(schema.validate(event.path("detail").toString(), InputFormat.JSON))
          .as(event.toString())
          .isEmpty();
    }
    assertThat(types).contains("SubmissionReceived", "SuspiciousRequest");
  }
}
