package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text comes back as it went in, and no answer holds markup of a user. */
final class TextScenarioTest {
  private static final Running RUN = Running.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Brien-Müller, Nuñez and D\u2019Arcy",
        "Ещё одна крыша, 屋根が漏れる, سقف يسرب",
        "if (a < b && c > d) { return; }",
        "Please select one from the list, then drop it where you like",
        "Oh no :-( <3 >:-) <- ->",
        "C:\\Users\\ann\\new\\table.txt",
        "Hello {{name}}, your $HOME and ${user}",
        "=SUM(A1:A2)",
        "Smith & Sons, AT&T",
        "Tom &amp; Jerry, &lt;3",
        "50 % off, 100%25 sure",
        "👩‍👩‍👧‍👦 and 🏳️‍🌈",
        "e\u0301 and \u212B become one",
        "runs   of    spaces\tand\r\nlines\n\n\nend \n ",
        "\u2028 and \u2029 end lines too",
        "\"quotes\" 'single' \\ and /"
      })
  void b35_what_goes_in_comes_out(String text) {
    ObjectNode body = good().put("description", text);
    var _ = body.putObject("details").put("Note", text);

    Reply created = RUN.ann.submit(body);
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    Reply read = RUN.ann.get(one(created.id()));

    String expected = Normalizer.normalize(text, Normalizer.Form.NFC);
    assertThat(read.json().path("description").asText()).isEqualTo(expected);
    assertThat(read.json().at("/details/Note").asText()).isEqualTo(expected);
    assertThat(read.body()).isEqualTo(created.body());
    assertThat(read.body()).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    assertThat(read.header("Content-Type")).isEqualTo("application/json");
  }
}
