package dev.rampart.local.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.domain.inspection.FieldKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code inspect} as a person or a program uses it. */
final class InspectCommandTest {

  private static final String ATTACK = "' UNION SELECT password FROM users -- ";
  private static final String HONEST = "Meet me at O'Brien's at ten";

  @TempDir private Path folder;

  private static String line(String id, String payload) {
    return line(id, payload, "");
  }

  private static String line(String id, String payload, String more) {
    return "{\"id\":\"" + id + "\",\"payload\":\"" + payload + "\"" + more + "}\n";
  }

  @Test
  void an_attack_is_1_with_its_class_and_an_honest_text_is_0_without_one() throws IOException {
    Typed typed = Typed.lines(folder, line("a", ATTACK) + line("b", HONEST));

    assertThat(typed.out())
        .matches("a\t1\tsqli\t(?:0\\.\\d{4}|1\\.0000)\nb\t0\t-\t0\\.\\d{4}\n")
        .endsWith("b\t0\t-\t0.0000\n");
    assertThat(typed.err()).isEmpty();
    assertThat(typed.exitCode()).isZero();
  }

  @Test
  void the_output_keeps_the_order_and_the_ids_of_the_input() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      lines.append(line("é-" + (i * 7919 % 200), i % 3 == 0 ? ATTACK : HONEST));
    }

    Typed typed = Typed.lines(folder, lines.toString());

    List<String> ids = typed.out().lines().map(row -> row.substring(0, row.indexOf('\t'))).toList();
    assertThat(ids).hasSize(200).startsWith("é-0", "é-119", "é-38");
    assertThat(typed.out().lines().map(row -> row.charAt(row.indexOf('\t') + 1)).distinct())
        .containsExactly('1', '0');
  }

  @Test
  void a_dash_reads_standard_input() {
    assertThat(Typed.piped(line("a", ATTACK), "-").out()).startsWith("a\t1\tsqli\t");
    assertThat(Typed.piped("", "-")).isEqualTo(new Typed(0, "", ""));
  }

  @Test
  void the_last_line_needs_no_end_and_a_carriage_return_is_no_part_of_a_line() throws IOException {
    Typed typed =
        Typed.lines(folder, line("a", HONEST).strip() + "\r\n" + line("b", HONEST).strip());

    assertThat(typed).isEqualTo(new Typed(0, "a\t0\t-\t0.0000\nb\t0\t-\t0.0000\n", ""));
  }

  @Test
  void the_option_says_what_a_value_is_and_a_line_knows_better() throws IOException {
    String statement = "select id from users where id = 1 union select 2";
    String lines =
        line("a", statement)
            + line("b", statement, ",\"field\":\"sql\"")
            + line("c", statement, ",\"field\":\"prose\"");

    assertThat(Typed.lines(folder, lines).out()).matches("(?s)a\t1\t.*b\t0\t.*c\t1\t.*");
    assertThat(Typed.lines(folder, lines, "--field", "sql").out())
        .matches("(?s)a\t0\t.*b\t0\t.*c\t1\t.*");
  }

  @Test
  void an_option_that_is_no_kind_is_wrong_usage_and_the_kinds_are_listed() throws IOException {
    Typed typed = Typed.lines(folder, line("a", HONEST), "--field", "poem");

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).contains("'poem'");
    for (FieldKind kind : FieldKind.values()) {
      assertThat(typed.err()).contains(kind.wireName());
    }
  }

  @Test
  void a_file_may_take_the_output() throws IOException {
    Path out = folder.resolve("verdicts.tsv");

    Typed typed = Typed.lines(folder, line("é", ATTACK), "--out", out.toString());

    assertThat(typed).isEqualTo(new Typed(0, "", ""));
    assertThat(Files.readString(out)).startsWith("é\t1\tsqli\t").endsWith("\n");
  }

  @Test
  void an_output_that_cannot_be_written_is_a_failure() throws IOException {
    Typed typed =
        Typed.lines(folder, line("a", HONEST), "--out", folder.resolve("no/such.tsv").toString());

    assertThat(typed.exitCode()).isEqualTo(1);
    assertThat(typed.err()).startsWith("inspect: ").contains("such.tsv").hasLineCount(1);
  }

  @Test
  void the_input_is_never_overwritten_by_the_output() throws IOException {
    Path file = Files.writeString(folder.resolve("one.jsonl"), line("a", HONEST));

    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    for (Path out : List.of(file, folder.resolve("./one.jsonl"), link)) {
      Typed typed = Typed.inspect(file.toString(), "--out", out.toString());

      assertThat(typed.exitCode()).isEqualTo(2);
      assertThat(typed.err()).contains("same file");
      assertThat(file).hasContent(line("a", HONEST));
    }
  }

  @Test
  void a_missing_file_or_a_folder_is_a_failure_in_one_line() {
    for (Path path : List.of(folder.resolve("none.jsonl"), folder)) {
      Typed typed = Typed.inspect(path.toString());

      assertThat(typed.exitCode()).isEqualTo(1);
      assertThat(typed.out()).isEmpty();
      assertThat(typed.err()).startsWith("inspect: ").hasLineCount(1);
    }
    assertThat(Typed.inspect(folder.resolve("none.jsonl").toString()).err())
        .contains("there is no")
        .contains("none.jsonl");
  }

  @Test
  void no_file_at_all_is_wrong_usage() {
    assertThat(Typed.inspect().exitCode()).isEqualTo(2);
    assertThat(Typed.inspect().err()).contains("FILE");
  }

  @Test
  void json_gives_the_whole_verdict_of_an_attack() throws IOException {
    Typed typed = Typed.lines(folder, line("a", "id=%27%20union%20select%201%20--"), "--json");

    JsonNode verdict = json(typed.out());
    assertThat(verdict.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "field",
            "refused",
            "verdict",
            "class",
            "score",
            "threshold",
            "sentence",
            "evidence");
    assertThat(verdict.path("id").asText()).isEqualTo("a");
    assertThat(verdict.path("field").asText()).isEqualTo("prose");
    assertThat(verdict.path("refused").isBoolean()).isTrue();
    assertThat(verdict.path("refused").asBoolean()).isTrue();
    assertThat(verdict.path("verdict").asText()).isEqualTo("suspect");
    assertThat(verdict.path("class").asText()).isEqualTo("sqli");
    assertThat(verdict.path("score").asDouble()).isBetween(0.55, 1.0);
    assertThat(verdict.path("threshold").asDouble()).isEqualTo(FieldKind.PROSE.refusedFrom());
    JsonNode evidence = verdict.path("evidence").path(0);
    assertThat(evidence.fieldNames())
        .toIterable()
        .containsExactly("class", "score", "rule", "steps", "start", "end", "excerpt");
    assertThat(evidence.path("rule").asText()).startsWith("sql.");
    assertThat(evidence.path("steps")).map(JsonNode::asText).containsExactly("URL encoding");
    assertThat(evidence.path("start").asInt()).isLessThan(evidence.path("end").asInt());
  }

  @Test
  void json_of_an_honest_text_has_no_class_and_no_evidence() throws IOException {
    JsonNode verdict = json(Typed.lines(folder, line("b", HONEST), "--json").out());

    assertThat(verdict.path("refused").asBoolean()).isFalse();
    assertThat(verdict.path("verdict").asText()).isEqualTo("clean");
    assertThat(verdict.path("sentence").asText()).isEqualTo("Nothing found.");
    assertThat(verdict.has("class")).isFalse();
    assertThat(verdict.has("evidence")).isFalse();
  }

  @Test
  void json_repeats_nothing_of_the_value_but_its_grammar() throws IOException {
    Typed typed = Typed.lines(folder, line("a", "' or zanzibar='kilimanjaro' -- "), "--json");

    assertThat(json(typed.out()).path("refused").asBoolean()).isTrue();
    assertThat(typed.out()).doesNotContain("zanzibar", "kilimanjaro").contains("…");
  }

  @Test
  void labels_give_a_summary_beside_the_output() throws IOException {
    String lines =
        line("a", ATTACK, ",\"label\":\"attack\"")
            + line("b", HONEST, ",\"label\":\"attack\"")
            + line("c", HONEST, ",\"label\":\"benign\"")
            + line("d", HONEST, ",\"label\":\"unheard of\"")
            + line("e", ATTACK);

    Typed typed = Typed.lines(folder, lines);

    assertThat(typed.err().strip())
        .isEqualTo("attacks refused 1 of 2 (50.00 %), benign refused 0 of 1 (0.00 %)");
    assertThat(typed.out()).hasLineCount(5);
    assertThat(typed.exitCode()).isZero();
  }

  @Test
  void other_members_are_ignored() throws IOException {
    Typed typed = Typed.lines(folder, line("a", HONEST, ",\"class\":[{\"x\":null}],\"tier\":1"));

    assertThat(typed).isEqualTo(new Typed(0, "a\t0\t-\t0.0000\n", ""));
  }

  @Test
  void help_says_what_goes_in_and_what_comes_out() {
    Typed typed = Typed.inspect("--help");

    assertThat(typed.exitCode()).isZero();
    assertThat(typed.out()).contains("FILE", "--field", "--out", "--json", "payload", "score");
    assertThat(typed.err()).isEmpty();
  }

  private static JsonNode json(String line) throws IOException {
    assertThat(line).hasLineCount(1);
    return new ObjectMapper().readTree(line);
  }
}
