package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The IP set of blocked addresses, changed while requests come. */
final class BlocklistScenarioTest {
  private static final Running RUN = Running.shared();

  private static ObjectNode blocked() {
    JsonNode sets = RUN.firewall("ListIPSets", JsonNodeFactory.instance.objectNode());
    for (JsonNode set : sets.path("IPSets")) {
      if (set.path("Name").asText().endsWith("-blocked-v4")) {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        return named.<ObjectNode>set("Name", set.path("Name")).set("Id", set.path("Id"));
      }
    }
    throw new AssertionError("no set of blocked addresses: " + sets);
  }

  private static void block(List<String> addresses) {
    ObjectNode update = blocked();
    update.set("LockToken", RUN.firewall("GetIPSet", blocked()).path("LockToken"));
    addresses.forEach(update.putArray("Addresses")::add);
    var _ = RUN.firewall("UpdateIPSet", update);
  }

  @Test
  void an_address_is_blocked_as_soon_as_it_is_in_the_set_and_no_longer() {
    assertThat(RUN.ann.get(ALL).status()).isEqualTo(200);
    Reply refused;
    try {
      block(List.of("127.0.0.0/8"));
      refused = RUN.ann.get(ALL);
    } finally {
      block(List.of());
    }
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("gate").asText()).isEqualTo("waf");
    assertThat(RUN.ann.get(ALL).status()).isEqualTo(200);
  }
}
