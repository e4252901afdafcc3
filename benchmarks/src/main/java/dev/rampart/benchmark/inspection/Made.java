package dev.rampart.benchmark.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rows made from our own grammars: scarce attacks, and honest text that sounds like one. */
final class Made {

  /** Honest text that other detectors are known to refuse. */
  static final String KNOWN = "known";

  private static final List<String> ATTACKS =
      List.of(
          "sqli", "xss", "cmdi", "path", "nosql", "ldap", "ssti", "jndi", "xxe", "ssrf", "other");
  private static final List<String> HONEST = List.of("field", "text", "hard", KNOWN);

  private Made() {}

  /** Expands every alternative of every class this often, with a fixed seed. */
  static List<Row> rows(long seed, int attacksEach, int honestEach) {
    var rows = new ArrayList<Row>();
    var attacks = Grammar.of("attacks.txt", new Random(seed));
    for (var name : ATTACKS) {
      add(rows, attacks, name, name, attacksEach);
    }
    var honest = Grammar.of("benign.txt", new Random(seed));
    surround(rows, honest, new Random(seed));
    for (var name : HONEST) {
      add(rows, honest, name, "-", honestEach);
    }
    return rows;
  }

  /** Puts every sixth attack between sentences. */
  private static void surround(List<Row> rows, Grammar honest, Random random) {
    for (var i = 0; i < rows.size(); i += 6) {
      var row = rows.get(i);
      var before = honest.expand("Sentence", random.nextInt(honest.alternatives("Sentence")));
      var after = honest.expand("Sentence", random.nextInt(honest.alternatives("Sentence")));
      var text =
          switch (random.nextInt(3)) {
            case 0 -> before + " " + row.payload();
            case 1 -> row.payload() + " " + after;
            default -> before + " " + row.payload() + " " + after;
          };
      rows.set(i, new Row(row.id(), row.source(), row.attack(), true, row.group(), "prose", text));
    }
  }

  private static void add(List<Row> rows, Grammar grammar, String rule, String attack, int each) {
    for (var i = 0; i < grammar.alternatives(rule); i++) {
      for (var k = 0; k < each; k++) {
        var text = grammar.expand(rule, i);
        var id = "made_" + rule + "-" + rows.size();
        rows.add(new Row(id, "made_" + rule, attack, true, id, "-", text));
      }
    }
  }
}
