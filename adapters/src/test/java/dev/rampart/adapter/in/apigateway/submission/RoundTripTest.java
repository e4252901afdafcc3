package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.adapter.in.apigateway.submission.TestApi.GOOD;
import static dev.rampart.domain.submission.Examples.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in is text out, and no browser finds markup in it. */
final class RoundTripTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final TestApi api = new TestApi();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Brien, Müller-Lüdenscheidt, Nuñez",
        "Александр, 山田太郎, محمد, שָׁלוֹם",
        "if (a < b && c > d) { return a <= b; }",
        "Please select one from the drop-down; where is the update?",
        ":-> <3 >:( <- ->",
        "C:\\Users\\ann\\new\\table.txt",
        "100 % of 50%, %d%s%n %41",
        "Hello {{name}}, $HOME, ${user}, #{x}",
        "=SUM(A1:A2)\t+1\t-1\t@x",
        "Smith & Sons, AT&T",
        "&lt;b&gt; &amp;lt;b&amp;gt; &#60; &quot;",
        "&lt;b&gt;bold&lt;/b&gt; is written &amp;lt;b&amp;gt; &quot;so&quot;",
        "Write %3Cb%3E for bold, or \\u003cb\\u003e",
        "%3Cb%3E \\u003cb\\u003e \\\\u003c \\x3c",
        "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 \u212B",
        "runs   of    spaces\t\ttabs\r\nand\n\n\nline ends \n ",
        "\u2028 and \u2029 are line ends too",
        "\"quotes\" 'single' `back` \\ /"
      })
  void what_goes_in_comes_out(String text) throws Exception {
    ObjectNode body = (ObjectNode) MAPPER.readTree(GOOD);
    body.put("description", text).withObject("/details").put("Note", text);

    Answered created = api.send(Call.create(body.toString()).as(ANN));
    Answered read = api.send(Call.one("GET", created.id()).as(ANN));

    String expected = Normalizer.normalize(text, Normalizer.Form.NFC);
    assertThat(created.status()).isEqualTo(201);
    assertThat(read.body().path("description").asText()).isEqualTo(expected);
    assertThat(read.body().path("details").path("Note").asText()).isEqualTo(expected);
    assertThat(read.text()).doesNotContain("<", ">", "&", "\u2028", "\u2029");
  }
}
