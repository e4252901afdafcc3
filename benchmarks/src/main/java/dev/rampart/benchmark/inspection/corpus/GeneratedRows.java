package dev.rampart.benchmark.inspection.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rows generated from our own grammars: scarce attacks, and honest text that sounds like one. */
public final class GeneratedRows {

  /** The start of the names of all sources of generated rows. */
  public static final String SOURCE = "made_";

  /** Honest text that other detectors are known to refuse. */
  public static final String KNOWN = "known";

  private static final List<String> ATTACKS =
      List.of(
          "sqli", "xss", "cmdi", "path", "nosql", "ldap", "ssti", "jndi", "xxe", "ssrf", "other");
  private static final List<String> HONEST =
      List.of(
          "field",
          "text",
          "java",
          "js",
          "py",
          "css",
          "log",
          "sqlok",
          "sqltalk",
          "sectalk",
          "htmlok",
          "shellok",
          "yaml",
          "misc",
          "support",
          "recipe",
          "legal",
          "review",
          "shelldoc",
          "postal",
          "science",
          "music",
          "latex",
          "deploy",
          "trace",
          "git",
          "regex",
          "windows",
          "links",
          "tables",
          "faces",
          "scripts",
          "markdown",
          "xml",
          "placeholder",
          "encoded",
          "objects",
          "code",
          "hobby",
          "numbers",
          "security",
          "desk",
          "dbtalk",
          "files",
          "marks",
          "admin",
          "search",
          "snippets",
          "console",
          "changes",
          "statements",
          KNOWN);

  private GeneratedRows() {}

  /**
   * Expands every alternative of every class this often, with a fixed seed. Rows of one alternative
   * are one group of near-duplicates.
   */
  public static List<LabelledRow> rows(long seed, int attacksEach, int honestEach) {
    List<LabelledRow> rows = new ArrayList<>();
    TextGrammar attacks = TextGrammar.of("attacks.txt", new Random(seed));
    for (String name : ATTACKS) {
      add(rows, attacks, name, name, attacksEach);
    }
    TextGrammar honest = TextGrammar.of("benign.txt", new Random(seed));
    surround(rows, honest, new Random(seed));
    for (String name : HONEST) {
      add(rows, honest, name, "-", honestEach);
    }
    disguise(rows, new Random(seed));
    return rows;
  }

  /** Encodes the marks of every seventh row, honest or not. */
  private static void disguise(List<LabelledRow> rows, Random random) {
    MarkEncoding[] disguises = MarkEncoding.values();
    for (int i = 0; i < rows.size(); i += 7) {
      LabelledRow row = rows.get(i);
      MarkEncoding disguise = disguises[random.nextInt(disguises.length)];
      rows.set(i, row.with(disguise.name(), disguise.encode(row.payload())));
    }
  }

  /** Puts every sixth attack between sentences. */
  private static void surround(List<LabelledRow> rows, TextGrammar honest, Random random) {
    for (int i = 0; i < rows.size(); i += 6) {
      LabelledRow row = rows.get(i);
      String before = honest.expand("Sentence", random.nextInt(honest.alternatives("Sentence")));
      String after = honest.expand("Sentence", random.nextInt(honest.alternatives("Sentence")));
      String text =
          switch (random.nextInt(3)) {
            case 0 -> before + " " + row.payload();
            case 1 -> row.payload() + " " + after;
            default -> before + " " + row.payload() + " " + after;
          };
      rows.set(i, row.with("prose", text));
    }
  }

  private static void add(
      List<LabelledRow> rows, TextGrammar grammar, String rule, String attack, int each) {
    for (int i = 0; i < grammar.alternatives(rule); i++) {
      for (int k = 0; k < each; k++) {
        String text = grammar.expand(rule, i);
        String source = SOURCE + rule;
        String id = source + "-" + rows.size();
        rows.add(new LabelledRow(id, source, attack, true, source + "/" + i, "-", text));
      }
    }
  }
}
