package dev.rampart.local.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScorecardTest {
  private final Player honest = player("reads", false, "127.0.1.1", Optional.of("sub-1"));
  private final Player scanner = player("scans", true, "127.0.3.1", Optional.empty());
  private final Scorecard card = new Scorecard(List.of(honest, scanner));

  private static Player player(
      String role, boolean isHostile, String address, Optional<String> principal) {
    return new Player(role, isHostile, List.of(address), principal, Schedule.timer(1000), _ -> "");
  }

  private static ObjectNode finding(String detector, String scope, String subject) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("detector", detector)
        .put("scope", scope)
        .put("subject", subject);
  }

  private List<String> printed() {
    StringWriter out = new StringWriter();
    card.print(new PrintWriter(out));
    return out.toString().lines().map(line -> line.strip().replaceAll(" {2,}", "|")).toList();
  }

  @Test
  void it_says_what_became_of_each_and_who_was_found_when() {
    card.tally(honest).answered("");
    card.tally(honest).unanswered();
    card.tally(scanner).answered("waf");
    card.tally(scanner).answered("edge");
    card.tally(scanner).answered("waf");
    card.tally(scanner).unanswered();
    card.take(finding("BURST_PROBE", "ip", "127.0.3.1"), Duration.ofSeconds(75));

    assertThat(printed())
        .containsExactly(
            "truth|who|requests|refused by|found",
            "honest|reads|2|no answer 1|-",
            "attack|scans|4|edge 1, waf 2, no answer 1|BURST_PROBE at 1:15");
  }

  @Test
  void a_player_is_found_by_network_or_principal_too() {
    card.take(finding("LOW_AND_SLOW", "network", "127.0.3.0/24"), Duration.ZERO);
    card.take(finding("TOKEN_ABUSE", "principal", "sub-1"), Duration.ZERO);

    assertThat(printed())
        .contains("honest|reads|0|-|TOKEN_ABUSE at 0:00", "attack|scans|0|-|LOW_AND_SLOW at 0:00");
  }

  @Test
  void what_is_found_of_nobody_in_particular_is_told_too() {
    card.take(finding("GLOBAL_RATE", "global", "WAF_RULE"), Duration.ofSeconds(5));

    assertThat(printed()).contains("of no single one: GLOBAL_RATE at 0:05, global WAF_RULE");
  }
}
