package dev.rampart.local.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of each player, and what was found of whom. */
final class Scorecard {
  private static final String ROW = "  %-6s  %-40s %8s  %-22s  %s%n";

  /** A player's requests, and the findings about the player. */
  private record Row(Tally tally, List<String> found) {}

  private final Map<Player, Row> rows = new LinkedHashMap<>();
  private final List<String> ofNobody = new ArrayList<>();

  Scorecard(List<Player> players) {
    players.forEach(player -> rows.put(player, new Row(new Tally(), new ArrayList<>())));
  }

  Tally tally(Player player) {
    return row(player).tally();
  }

  /**
   * Takes a finding.
   *
   * @param detail of an event ThreatDetected
   * @param at since the begin of the play
   */
  synchronized void take(JsonNode detail, Duration at) {
    String subject = detail.path("subject").asText();
    String what = detail.path("detector").asText() + " at " + time(at);
    List<Player> meant = rows.keySet().stream().filter(p -> p.isMeantBy(subject)).toList();
    meant.forEach(player -> row(player).found().add(what));
    if (meant.isEmpty()) {
      ofNobody.add(what + ", " + detail.path("scope").asText() + " " + subject);
    }
  }

  synchronized void print(PrintWriter out) {
    out.printf(ROW, "truth", "who", "requests", "refused by", "found");
    rows.forEach(
        (player, row) ->
            out.printf(
                ROW,
                player.isHostile() ? "attack" : "honest",
                player.role(),
                row.tally().requests(),
                words(row.tally().refused()),
                words(String.join(", ", row.found()))));
    ofNobody.forEach(what -> out.println("  of no single one: " + what));
    out.flush();
  }

  private Row row(Player player) {
    Row row = rows.get(player);
    if (row == null) {
      throw new IllegalArgumentException(player.role() + " takes no part");
    }
    return row;
  }

  private static String words(String text) {
    return text.isEmpty() ? "-" : text;
  }

  static String time(Duration at) {
    return "%d:%02d".formatted(at.toMinutes(), at.toSecondsPart());
  }
}
